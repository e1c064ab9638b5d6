// Made by `npm run web:api` from the OpenAPI document of apps/api; never edited.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程在运行 · The process runs */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可以服务（数据库可用） · It can serve: the database answers */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台进度：投影、待办任务、搁置任务 · Background work: projections, due and parked jobs */
        get: operations["workStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁、有哪些角色、下一步 · Who I am, my roles, what comes next */
        get: operations["whoAmI"];
        put?: never;
        /** 登录；`next` 说明下一步 · Log in; `next` says what is to be done before the session is open */
        post: operations["logIn"];
        /** 退出 · Log out */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 口令要求 · What a password has to be */
        get: operations["getPasswordPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 更换口令；所有会话随之结束，此处换新会话 · Change the password; every session ends, this one goes on as a new one */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认本人：动态口令、恢复码、安全密钥，未绑定时用口令 · Prove who you are: code, recovery code, key, or password */
        post: operations["confirmIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/confirmation/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取得安全密钥的签名请求，五分钟内一次有效 · What a key has to sign: once, within five minutes */
        post: operations["challengeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的第二因素 · My second factors */
        get: operations["listFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/factors/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 绑定动态口令：密钥只显示一次 · Begin with an authenticator app: its secret is told once */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/factors/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 输入一次动态口令，完成绑定；其他会话随之结束 · The first code completes it; other sessions end */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/factors/passkeys/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 绑定安全密钥：取得创建请求 · Begin with a key: what the browser has to be told */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/factors/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 绑定安全密钥；其他会话随之结束 · Take in a new key; other sessions end */
        post: operations["enrolPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/factors/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新生成十个恢复码，原有的作废 · Ten new recovery codes; those of before are void */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/factors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 解除一个第二因素；所有会话随之结束 · Remove one factor; every session ends, this one too */
        delete: operations["removeFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 解除他人的全部第二因素，其会话即刻结束 · Remove all second factors of an account; its sessions end at once */
        delete: operations["removeFactors"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号的会话 · Where an account is logged in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 结束一个会话 · End one of them, at once */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-in/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 是否启用统一身份认证 · Whether there is single sign-on */
        get: operations["getSignInOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 前往统一身份认证 · Leave for the OpenID provider */
        get: operations["beginSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/sign-in/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 统一身份认证返回 · Come back from the OpenID provider */
        get: operations["finishSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/external-identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已关联的统一认证身份 · The identity that is linked */
        get: operations["getExternalIdentity"];
        /** 关联统一认证身份 · Link an identity to the account */
        put: operations["linkExternalIdentity"];
        post?: never;
        /** 解除统一认证身份，其会话即刻结束 · Unlink it; the account’s sessions end at once */
        delete: operations["unlinkExternalIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bootstrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 凭一次性链接建立首个管理员 · The first administrator, with the one-time link */
        post: operations["createFirstAdministrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 区划 · Fiscal divisions */
        get: operations["listDivisions"];
        put?: never;
        /** 新增区划 · Add a division */
        post: operations["addDivision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/divisions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 更名 · Rename a division */
        patch: operations["renameDivision"];
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预算单位 · Budget units */
        get: operations["listUnits"];
        put?: never;
        /** 新增单位 · Add a unit */
        post: operations["addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位 · One unit */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改单位 · Change a unit */
        patch: operations["changeUnit"];
        trace?: never;
    };
    "/api/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员 · Natural persons */
        get: operations["listPersons"];
        put?: never;
        /** 新增人员 · Add a person */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人员详情 · One person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改人员及其所属单位，已过去的不改 · Change a person and where the person belongs from now on; what is past stays */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/api/persons/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任职履历：何时隶属何处、何时有何角色、由谁办理 · Where the person belonged and what the person could do, when and by whom */
        get: operations["getPersonHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我申报的回避单位 · Units I declared a conflict of interest with */
        get: operations["listConflicts"];
        put?: never;
        /** 申报回避 · Declare a conflict of interest with a unit */
        post: operations["declareConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conflicts/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 撤销回避申报 · Take a declared conflict back */
        delete: operations["withdrawConflict"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 常用语 · Phrases of my own, and those shared with me */
        get: operations["listPhrases"];
        put?: never;
        /** 添加常用语，共用的由绩效管理人员添加 · Add one of my own, or, as a manager, one that a unit shares */
        post: operations["addPhrase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/phrases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除常用语 · Remove one */
        delete: operations["removePhrase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号 · Accounts */
        get: operations["listAccounts"];
        put?: never;
        /** 开立账号，一次性口令只显示一次；角色须另一员确认 · Open an account; its one-time password is answered once and never again; roles wait for the other office */
        post: operations["openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 账号详情 · One account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 停用或恢复；停用即刻结束其会话 · Disable or reopen; disabling ends its sessions at once */
        put: operations["setAccountStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置口令，一次性口令只显示一次 · Replace a forgotten password by a one-time one */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提议授予角色，由另一员确认 · Propose a role; somebody in the other office confirms it */
        post: operations["grantRole"];
        /** 收回角色，其会话即刻结束 · Take a role back; the account’s sessions end at once */
        delete: operations["revokeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grant-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待确认授权 · Roles that wait for the other office */
        get: operations["listProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grant-proposals/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认授权，须由另一员 · Confirm what somebody in the other office proposed */
        post: operations["confirmGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grant-proposals/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予授权或撤回提议 · Decline a proposal, or take it back */
        post: operations["declineGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 紧急授权 · Roles that one alone gave */
        get: operations["listBreakGlass"];
        put?: never;
        /** 紧急授权，一人即时生效三天，报警并须事后审查 · One alone gives a role for three days; it is an alarm, and the audit reviews it */
        post: operations["breakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/break-glass/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 紧急授权事后审查，书面结论 · The written review of a role that one alone gave */
        post: operations["reviewBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自评通知 · Campaigns */
        get: operations["listCampaigns"];
        put?: never;
        /** 起草年度自评通知 · Create a year’s campaign */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份自评通知 · One campaign */
        get: operations["getCampaign"];
        /** 修改尚未发布的通知 · Edit a campaign that is not open yet */
        put: operations["editCampaign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布通知 · Open the campaign */
        post: operations["openCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 延长期限；已结束的通知重新开放 · Extend the window; a closed campaign is open again */
        post: operations["extendCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/scheme-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更换评分方案版本 · Change the scheme; open evaluations are scored again, decided ones keep their score */
        post: operations["changeScheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束通知，不再布置任务 · Close: no more tasks are issued */
        post: operations["closeCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 布置任务，可重复执行 · Issue the task to units; may be repeated */
        post: operations["issueTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/task-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量布置任务，后台执行 · Issue tasks to everything below a unit, or to a long list; a run in the background */
        post: operations["orderTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/scope-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 从表格读入布置范围，逐行说明问题 · Read the tasks from a spreadsheet; errors line by line. Nothing is kept */
        post: operations["importScope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/recompute-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新测算审核中的全部自评 · Score everything under review again; a run in the background */
        post: operations["orderRecompute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台任务与进度 · Runs of the campaign, with progress */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/runs/{runId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 中止后台任务 · Cancel a run */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/runs/{runId}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 继续后台任务，失败的再试 · Let a run go on; what failed is tried again */
        post: operations["resumeRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按主管部门的进度 · Progress by supervising department */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 漏斗、得分分布、自评与测算偏离、停留时间 · Funnel, scores, deviation of claims, and how long what is open waits */
        get: operations["getCampaignFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 抽查记录，可复算 · Draws, with all that is needed to draw again */
        get: operations["listSamples"];
        put?: never;
        /** 抽查：按部门抽取已办结的自评 · Draw approved evaluations for recheck, by department; the seed is recorded */
        post: operations["drawSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/reading-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批量读取报告：一个 ZIP，至多 200 个文件，后台逐个读取，草稿不变 · Read up to 200 reports of one ZIP in the background; no draft is changed */
        post: operations["orderReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/runs/{runId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 批量读取的各个文件：归入哪份自评、读出多少、为何未读 · What came of each file of a reading */
        get: operations["listReadFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 评分方案及其版本 · Schemes and their versions */
        get: operations["listSchemes"];
        put?: never;
        /** 发布评分方案的新版本，发布后不可更改 · Publish the next version of a scheme; it never changes afterwards */
        post: operations["publishScheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schemes/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个版本的全部内容 · One version, whole */
        get: operations["getScheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schemes/validation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 检查评分方案文件 · Every fault of a scheme file, with line and column; none: it is sound */
        post: operations["validateScheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schemes/computations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试算：不保存 · What a sheet would score under a scheme; nothing is kept */
        post: operations["computeScore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待办 · What waits for me */
        get: operations["listToDos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已办 · What I have done */
        get: operations["listDone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/initiated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我发起的 · What I have begun */
        get: operations["listInitiated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/copied": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 抄送我的 · What I was informed of */
        get: operations["listCopied"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自评列表：在谁手上、多久 · Evaluations, who has them and since when */
        get: operations["listEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 校验结果：送审版本的问题 · Findings of the cross-checks against versions under review */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查找自评、单位、通知和人员 · Evaluations, units, campaigns and persons by name, code or year */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自评详情与可办事项 · One evaluation and what I may do about it */
        get: operations["getEvaluation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改草稿：不同栏目合并，同一栏目冲突时返回 412 · Edit the draft; different fields merge, the same field conflicts */
        patch: operations["editDraft"];
        trace?: never;
    };
    "/api/evaluations/{id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入已有报告的文字 · Read a report the unit already has into the draft */
        post: operations["importReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复退回意见 · Answer one item of a return */
        post: operations["answerItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/unit-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 单位内部审核 · Check inside the unit */
        post: operations["checkInUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 单位负责人签字 · Sign for the unit */
        post: operations["signForUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 送审 · Submit as an immutable version */
        post: operations["submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消送审 · Withdraw while nobody has acted */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/passes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 初审或复审通过 · Pass the first or the second review */
        post: operations["pass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/pass-revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消审核 · Take back one’s own pass */
        post: operations["revokePass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回，须有理由和定位意见 · Return with a reason and located items */
        post: operations["return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已送审的版本 · One submitted version */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/versions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 两个版本的差别 · What differs between two versions */
        get: operations["diffVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历次审核意见、整改与答复 · What reviewers said, with what the unit changed and replied; sealed in a blind review */
        get: operations["getReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可分派的审核人及回避原因 · Who could review, how busy each is, and whom a rule excludes */
        get: operations["getCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 转办或借调审核人 · Give a seat of the review to a person, also of the bureau above */
        post: operations["assignReviewer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/experts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 加签，征求专家意见 · Ask an expert; no pass is given before the answer */
        post: operations["askExpert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/expert-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 加签答复 · Answer as the expert who was asked */
        post: operations["answerAsExpert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 回避，另派他人 · Step back from the matter */
        post: operations["recuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 复核、审定、整改、公开 · What followed on the approval, and what the rules of process find in it */
        get: operations["getConclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/rechecks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 抽查复核 · Recheck by a person without any part in the matter */
        post: operations["recheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/final-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审定评价结果 · Fix the result */
        post: operations["finalize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/rectifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 整改通知 · Tell the unit what to set right */
        post: operations["orderRectification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/rectification-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 整改反馈 · Say what was done about a finding */
        post: operations["replyToRectification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/rectification-rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回整改反馈 · Say why a reply is not enough */
        post: operations["rejectRectification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/rectification-closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 销号 · Close a finding; never by who replied to it */
        post: operations["closeRectification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开登记，个人信息自动检查 · Record the publication of the approved content; personal data is looked for */
        post: operations["publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/publication-corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开更正，原记录保留 · Correct the publication; the old one is kept */
        post: operations["correctPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 归档，此后只读 · File it: from now on nothing is added */
        post: operations["archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 勾稽校验：fast 只查数据，供边填边查 · Findings; `fast`: only the quick rules, for use while somebody types */
        get: operations["getFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/finding-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复校验结果 · Answer one finding of the cross-checks, for the version that is being drafted */
        post: operations["answerFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 豁免错误，须书面说明 · Let an error stand, in writing, for this version (E6) */
        post: operations["waiveFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按通知的评分方案测算 · The score of the content as it stands, with every formula, rule and what is missing */
        get: operations["getScore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出自评报告、自评表、基础数据表、审核意见表、审计轨迹 · A document of the evaluation: report, self-evaluation, base-data, opinions, trail */
        get: operations["exportDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/filled-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入本系统导出、在外填写的表格 · Take in a form that was exported here and filled in outside */
        post: operations["importFilledForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传附件 · Attach a file to the draft */
        post: operations["attachFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/attachments/enclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传意见附件，随审核意见或退回意见引用 · A file to be named by an opinion; until then nobody sees it */
        post: operations["encloseFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/attachments/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载附件 · An attached file, to be saved and never shown */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        /** 移除附件；以前的版本仍保留 · Remove a file from the draft; earlier versions keep it */
        delete: operations["detachFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 已读取的文件 · Documents that were read, the newest first */
        get: operations["listSources"];
        put?: never;
        /** 读取已有的报告或表格（.docx .doc .xlsx .xls .pdf .txt），草稿不变 · Read a document the unit has; the draft is not changed */
        post: operations["readSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/sources/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 文件全文、读出的内容及其位置 · A document’s text, what was found, and where */
        get: operations["getSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/sources/{document}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 采用读出的栏目，一栏或多栏 · Take fields over into the draft, with their places */
        post: operations["acceptFromSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/summary.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出自评情况汇总表 · Where every evaluation of the campaign stands, as a spreadsheet */
        get: operations["exportSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的代理 · What I handed over, and for whom I act today */
        get: operations["listDelegations"];
        put?: never;
        /** 委托代理，代理人承继回避 · Hand my seats over for some days; what excludes me excludes who acts for me */
        post: operations["delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可委托的审核人 · Who could act for me */
        get: operations["listDelegates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations/department": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 部门的代理，今天生效和将要生效的 · Who acts for whom in the department, today and on days to come */
        get: operations["listDepartmentDelegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提前结束代理 · End a delegation before its last day */
        post: operations["endDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可领取回执的步骤 · The steps a receipt can be had of */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/receipts/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 送审或审定的回执 · The receipt of a submission or decision: what proves it, and what its QR codes hold */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/receipts/{number}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 回执文件（C2SP tlog-proof） · The receipt as a file that anybody can check offline */
        get: operations["getReceiptFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sealing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 日志封存到哪里、见证与公钥 · How far the log is sealed, its witnesses, and the keys to check it with */
        get: operations["getSealing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份自评的全过程 · Everything that happened to one evaluation */
        get: operations["getEvaluationTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/moments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历史时点 · Every moment of it, one after each event */
        get: operations["listMoments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/moment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任一序号或时间的状态，及与现在的差异 · How it stood at a position or a time, and what differs now */
        get: operations["getMoment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 两个时点的差异 · How one moment became another */
        get: operations["compareMoments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事件原文及其证明，供在页面中核验 · The exact events with their proofs, to be checked by whoever reads them */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/evidence.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 证据包 · One matter as a bundle that proves itself */
        get: operations["exportEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dual-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一事双审年度证明 · N matters decided, each by two persons, none a participant, on one content */
        get: operations["getDualReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 删除令 · Orders to erase, and what became of them */
        get: operations["listErasures"];
        put?: never;
        /** 提出删除令：一个人的，或一个事件的 · Order the erasure of a person’s words, or of one event */
        post: operations["orderErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一道删除令及其范围 · One order, and what it would erase */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 批准删除令，即时执行，不可恢复 · Confirm an order of another person: it is carried out, and cannot be undone */
        post: operations["confirmErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erasures/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 驳回或撤回删除令 · Decline an order, or take one’s own back */
        post: operations["declineErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计轨迹 · The trail across everything within reach */
        get: operations["getTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出审计轨迹（CSV） · The trail as CSV that no spreadsheet executes */
        get: operations["exportTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 在办自评的期限，最近的在前 · Deadlines of open evaluations, the nearest first */
        get: operations["listDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前环节的期限与提醒 · The deadline of the step it is at, and its reminders */
        get: operations["getDeadline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 催办，每人每份自评 24 小时内至多一次 · Remind those whose turn it is, each at most once in 24 hours */
        post: operations["sendReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 放假调休安排与更正 · Holidays, days worked instead, and the division’s corrections */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正某日为放假或上班，须说明理由 · Correct a day of the division, for a reason */
        post: operations["correctDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计指标：值得抽查之处，不是指责 · Where a look may be worthwhile: no accusation (E14) */
        get: operations["getIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 站内通知 · My notices */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标为已读，可重复 · Mark as read; repeating changes nothing */
        post: operations["markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 站内通知实时推送（SSE） · My notices as they come, as server-sent events */
        get: operations["streamNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的通知设置：邮件时机与免打扰时段 · When I am mailed, kind by kind, and my quiet hours */
        get: operations["getNoticePreferences"];
        /** 保存通知设置；站内通知不能关闭 · Save them; in-app notices cannot be switched off */
        put: operations["saveNoticePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 区划的 Webhook 和群机器人 · Webhooks and robots of a division */
        get: operations["listWebhooks"];
        put?: never;
        /** 登记 Webhook 或群机器人，地址和密钥不再显示 · Add one; its address and secret are never shown again */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 停用 Webhook · Send nothing there any more */
        delete: operations["disableWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 通知的投递，默认只列搁置的 · Deliveries of notices, the parked ones unless told */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新投递搁置的通知，记入审计 · Send parked deliveries again; recorded in the log */
        post: operations["redriveDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 最近的备份，至多 30 份 · The newest backups, at most 30 */
        get: operations["listBackups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新执行搁置的任务，记入审计 · Do parked jobs again; recorded in the log */
        post: operations["redriveJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自评表的栏目：表头、基础数据、提纲 · The fields of a sheet: head, figures, sections */
        get: operations["getCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Up: "up" | "down";
        AliveAnswer: {
            status: components["schemas"]["Up"];
        };
        ReadyAnswer: {
            status: components["schemas"]["Up"];
            database: components["schemas"]["Up"];
        };
        CheckpointAnswer: {
            name: string;
            position: number;
            error: string | null;
            failedAt: string | null;
        };
        ParkedAnswer: {
            position: number;
            handler: string;
            reason: string;
        };
        WitnessAnswer: {
            name: string;
            key: string;
            size: number | null;
            /** @enum {string|null} */
            refusal: "silent" | "refused" | "ahead" | "conflict" | null;
        };
        TextAnswer: {
            zh: string;
            en: string;
        };
        AlarmAnswer: {
            /** @example log.behind */
            code: string;
            /** Format: date-time */
            since: string;
            text: components["schemas"]["TextAnswer"];
        };
        SealingAnswer: {
            /** @enum {string} */
            status: "sealing" | "silent" | "stopped" | "none";
            head: number;
            size: number;
            /** Format: date-time */
            signedAt: string | null;
            behindSeconds: number;
            origin: string | null;
            keys: string[];
            quorum: number;
            witnesses: components["schemas"]["WitnessAnswer"][];
            alarm: components["schemas"]["AlarmAnswer"] | null;
        };
        WorkAnswer: {
            /** @description position of the newest event */
            head: number;
            projections: components["schemas"]["CheckpointAnswer"][];
            /** @description jobs that are due and not done */
            due: number;
            parked: components["schemas"]["ParkedAnswer"][];
            sealing: components["schemas"]["SealingAnswer"];
        };
        LogInDto: {
            /** @example yang */
            login: string;
            /** @description up to 512 characters are looked at */
            password: string;
        };
        /** @enum {string} */
        Role: "unit-preparer" | "unit-checker" | "unit-head" | "first-reviewer" | "second-reviewer" | "campaign-manager" | "auditor" | "administrator" | "security-administrator" | "audit-administrator";
        GrantAnswer: {
            role: components["schemas"]["Role"];
            /** @description null: one of the three offices, over no unit */
            unitId: string | null;
        };
        /** @enum {string} */
        Next: "give-second-factor" | "change-password" | "enrol-second-factor" | "work" | "administer";
        /**
         * @description offered: the roles would need one, this installation does not demand it; free: the roles need none
         * @enum {string}
         */
        SecondFactor: "enrolled" | "required" | "offered" | "free";
        /**
         * @description which are enrolled
         * @enum {string}
         */
        FactorKind: "totp" | "passkey";
        SessionAnswer: {
            accountId: string;
            personId: string;
            /** @example 杨经办 */
            name: string;
            /** @example yang */
            login: string;
            grants: components["schemas"]["GrantAnswer"][];
            memberOf: string[];
            next: components["schemas"]["Next"];
            /** @description offered: the roles would need one, this installation does not demand it; free: the roles need none */
            secondFactor: components["schemas"]["SecondFactor"];
            /** @description which are enrolled */
            factors: components["schemas"]["FactorKind"][];
            /** @description seconds for which the last proof of identity holds for what weighs much */
            freshSeconds: number;
        };
        /** @enum {string} */
        PasswordProfile: "asvs" | "dengbao";
        PasswordPolicyAnswer: {
            profile: components["schemas"]["PasswordProfile"];
            /** @description fewest characters */
            least: number;
            /** @description most characters */
            most: number;
            /** @description of four: upper case, lower case, digits, others */
            classes: number;
            /** @description days until it has to be replaced; null: never */
            days: number | null;
            /** @description none of the last so many, the present one among them */
            remembered: number;
        };
        ChangePasswordDto: {
            current: string;
            /** @description 12 to 128 characters */
            next: string;
        };
        ConfirmationDto: {
            /**
             * @description six digits, or a recovery code
             * @example 123456
             */
            code?: string;
            /** @description AuthenticationResponseJSON (WebAuthn) over the challenge asked for before */
            signed?: {
                [key: string]: unknown;
            };
            /** @description only where no second factor is enrolled */
            password?: string;
        };
        FactorAnswer: {
            /** Format: uuid */
            id: string;
            kind: components["schemas"]["FactorKind"];
            /** @description null: an authenticator app has no name */
            name: string | null;
            /** Format: date-time */
            enrolledAt: string;
        };
        FactorsAnswer: {
            factors: components["schemas"]["FactorAnswer"][];
            recoveryCodesLeft: number;
            /** @description what can be enrolled at this address; browsers do not sign at an IP address or over plain HTTP */
            possible: components["schemas"]["FactorKind"][];
        };
        NewSecretAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description otpauth://…, for the camera of the app
             * @example otpauth://totp/…
             */
            uri: string;
            /** @description the same secret to type: base32 */
            secret: string;
        };
        CodeDto: {
            /** @example 123456 */
            code: string;
        };
        EnrolledAnswer: {
            /** Format: uuid */
            id: string;
            /** @description told here and never again; empty: those told with the first factor hold */
            recoveryCodes: string[];
        };
        PasskeyDto: {
            /**
             * @description what its holder calls it
             * @example 办公室的钥匙
             */
            name: string;
            /** @description RegistrationResponseJSON (WebAuthn) over the challenge asked for before */
            key: {
                [key: string]: unknown;
            };
        };
        RecoveryCodesAnswer: {
            /** @description told here and never again */
            recoveryCodes: string[];
        };
        OpenSessionAnswer: {
            id: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            seenAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description whether a second factor was given in it */
            factorGiven: boolean;
        };
        OpenSessionsAnswer: {
            items: components["schemas"]["OpenSessionAnswer"][];
        };
        SignInOfferAnswer: {
            /** @description null: there is none */
            issuer: string | null;
        };
        ExternalIdentityAnswer: {
            issuer: string;
            subject: string;
        };
        ExternalIdentityDto: {
            /** @description the provider’s name for the person (`sub`) */
            subject: string;
        };
        BootstrapDto: {
            /** @description the token of the one-time link */
            token: string;
            /** @example 覃管理 */
            name: string;
            /** @example admin */
            login: string;
            /** @description 12 to 128 characters */
            password: string;
        };
        FirstAdministratorAnswer: {
            /** Format: uuid */
            accountId: string;
            /** Format: uuid */
            personId: string;
        };
        DivisionAnswer: {
            /** @example 431225 */
            code: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
        };
        DivisionDto: {
            /**
             * @description GB/T 2260
             * @example 431225
             */
            code: string;
            /** @example 会同县 */
            name: string;
        };
        RenameDto: {
            name: string;
        };
        /** @enum {string} */
        UnitKind: "finance" | "department" | "unit";
        UnitAnswer: {
            id: string;
            code: string;
            name: string;
            divisionCode: string;
            parentId: string | null;
            kind: components["schemas"]["UnitKind"];
            /** Format: date-time */
            createdAt: string;
        };
        UnitDto: {
            /**
             * @description 预算单位编码
             * @example 117003
             */
            code: string;
            /** @example 会同县工伤保险服务中心 */
            name: string;
            /** @example 431225 */
            divisionCode: string;
            /** @description 主管部门; none: the division’s finance bureau */
            parentId?: string;
            kind: components["schemas"]["UnitKind"];
        };
        ChangeUnitDto: {
            name?: string;
            parentId?: string;
            kind?: components["schemas"]["UnitKind"];
        };
        /** @enum {string} */
        MembershipKind: "member" | "seconded";
        MembershipAnswer: {
            unitId: string;
            kind: components["schemas"]["MembershipKind"];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string | null;
        };
        PersonAnswer: {
            id: string;
            name: string;
            memberships: components["schemas"]["MembershipAnswer"][];
        };
        PersonFactAnswer: {
            /** @example MembershipBegun */
            type: string;
            /** Format: date-time */
            at: string;
            by: string;
            byName: string | null;
            data: {
                [key: string]: unknown;
            } | null;
        };
        PersonHistoryAnswer: {
            items: components["schemas"]["PersonFactAnswer"][];
        };
        MembershipDto: {
            unitId: string;
            kind: components["schemas"]["MembershipKind"];
            /**
             * Format: date
             * @description default today
             */
            from?: string;
            /**
             * Format: date
             * @description default: still
             */
            to?: string;
        };
        PersonDto: {
            /** @example 杨经办 */
            name: string;
            memberships: components["schemas"]["MembershipDto"][];
        };
        ChangePersonDto: {
            name?: string;
            memberships?: components["schemas"]["MembershipDto"][];
        };
        ConflictAnswer: {
            personId: string;
            unitId: string;
            reason: string;
            /** Format: date-time */
            declaredAt: string;
        };
        ConflictsAnswer: {
            items: components["schemas"]["ConflictAnswer"][];
        };
        ConflictDto: {
            /** @description the unit in whose matters you keep out */
            unitId: string;
            /** @example 与单位负责人有亲属关系 */
            reason: string;
        };
        PhraseAnswer: {
            id: string;
            text: string;
            /** @description which unit shares it; null: one’s own */
            unitId: string | null;
            unitName: string | null;
            /** @description one’s own, or shared by a unit that one manages */
            removable: boolean;
        };
        PhrasesAnswer: {
            items: components["schemas"]["PhraseAnswer"][];
        };
        PhraseDto: {
            /** @example 数据与决算一致，同意。 */
            text: string;
            /** @description shared by this unit with everybody at it and below; left out: one’s own */
            unitId?: string;
        };
        /** @enum {string} */
        GrantBasis: "carried" | "bootstrap" | "two-persons" | "break-glass";
        DatedGrantAnswer: {
            role: components["schemas"]["Role"];
            /** @description null: one of the three offices, over no unit */
            unitId: string | null;
            id: string;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description null: until it is taken back
             */
            to: string | null;
            basis: components["schemas"]["GrantBasis"];
        };
        AccountAnswer: {
            id: string;
            personId: string;
            login: string;
            grants: components["schemas"]["DatedGrantAnswer"][];
            /**
             * Format: date-time
             * @description null: it is open
             */
            disabledAt: string | null;
            /** @description its password still is the one-time one */
            oneTime: boolean;
            factors: components["schemas"]["FactorKind"][];
        };
        DatedGrantDto: {
            role: components["schemas"]["Role"];
            /** @description needed by every role but the three offices’ */
            unitId?: string;
            /**
             * Format: date
             * @description the first day; default today
             */
            from?: string;
            /**
             * Format: date
             * @description the last day; default: until it is taken back
             */
            to?: string;
        };
        AccountDto: {
            personId: string;
            /** @example yang */
            login: string;
            grants: components["schemas"]["DatedGrantDto"][];
        };
        /** @enum {string} */
        GrantingOffice: "administrator" | "security-administrator";
        ProposalAnswer: {
            id: string;
            personId: string;
            personName: string;
            accountId: string;
            login: string;
            role: components["schemas"]["Role"];
            unitId: string | null;
            unitName: string | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string | null;
            proposedBy: string;
            proposedByName: string | null;
            proposedAs: components["schemas"]["GrantingOffice"];
            /** Format: date-time */
            proposedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description too late to be confirmed */
            expired: boolean;
        };
        NewAccountAnswer: {
            id: string;
            personId: string;
            login: string;
            grants: components["schemas"]["DatedGrantAnswer"][];
            /**
             * Format: date-time
             * @description null: it is open
             */
            disabledAt: string | null;
            /** @description its password still is the one-time one */
            oneTime: boolean;
            factors: components["schemas"]["FactorKind"][];
            /** @description told once and never again; null: it was told before */
            oneTimePassword: string | null;
            proposals: components["schemas"]["ProposalAnswer"][];
        };
        /** @enum {string} */
        AccountStatus: "open" | "disabled";
        AccountStatusDto: {
            status: components["schemas"]["AccountStatus"];
        };
        OpenedAccountAnswer: {
            id: string;
            personId: string;
            login: string;
            grants: components["schemas"]["DatedGrantAnswer"][];
            /**
             * Format: date-time
             * @description null: it is open
             */
            disabledAt: string | null;
            /** @description its password still is the one-time one */
            oneTime: boolean;
            factors: components["schemas"]["FactorKind"][];
            /** @description told once and never again; null: it was told before */
            oneTimePassword: string | null;
        };
        GrantedAccountAnswer: {
            id: string;
            personId: string;
            login: string;
            grants: components["schemas"]["DatedGrantAnswer"][];
            /**
             * Format: date-time
             * @description null: it is open
             */
            disabledAt: string | null;
            /** @description its password still is the one-time one */
            oneTime: boolean;
            factors: components["schemas"]["FactorKind"][];
            proposals: components["schemas"]["ProposalAnswer"][];
        };
        ProposalsAnswer: {
            /** @description one alone still gives roles, because nobody holds the second office yet */
            bootstrap: boolean;
            items: components["schemas"]["ProposalAnswer"][];
        };
        DeclineDto: {
            /** @example 该员已调离，不再授予 */
            reason: string;
        };
        BreakGlassAnswer: {
            id: string;
            personId: string;
            personName: string;
            login: string;
            role: components["schemas"]["Role"];
            unitName: string | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            brokenBy: string;
            brokenByName: string | null;
            /** Format: date-time */
            at: string;
            /** @description null: erased by order */
            reason: string | null;
            /** @description null: nobody of the audit has looked at it yet */
            justified: boolean | null;
            opinion: string | null;
            reviewerName: string | null;
        };
        BreakGlassesAnswer: {
            /** @description how many still need a review */
            open: number;
            items: components["schemas"]["BreakGlassAnswer"][];
        };
        BreakGlassDto: {
            role: components["schemas"]["Role"];
            /** @description needed by every role but the three offices’ */
            unitId?: string;
            /** @description the account that gets the role for three days */
            accountId: string;
            /** @example 安全管理员出差失联，今日须完成复审 */
            reason: string;
        };
        BreakGlassReviewDto: {
            /** @description whether it was right to act alone */
            justified: boolean;
            /** @example 已核对值班记录，情况属实，处置得当 */
            opinion: string;
        };
        /** @enum {string} */
        CampaignStatus: "created" | "open" | "closed";
        SchemeRefAnswer: {
            /** @example hunan-whole-unit-A */
            id: string;
            /** @example 1 */
            version: string;
            hash?: string;
        };
        FixedSchemesAnswer: {
            "whole-unit"?: components["schemas"]["SchemeRefAnswer"];
            project?: components["schemas"]["SchemeRefAnswer"];
        };
        /**
         * @description sections a report must have
         * @enum {string}
         */
        Section: "preface" | "duties" | "overview" | "budget" | "execution" | "performance" | "benefits" | "problems" | "measures" | "disclosure" | "conclusion";
        /** @enum {string} */
        Table: "base-data" | "self-evaluation";
        /** @enum {string} */
        Assignment: "open" | "assigned";
        /** @enum {string} */
        Gate: "business" | "finance" | "audit";
        /** @enum {string} */
        GateOrder: "parallel" | "in-order";
        /** @enum {string} */
        SecondReview: "overall" | "per-gate";
        ReviewRulesAnswer: {
            assignment: components["schemas"]["Assignment"];
            blind: boolean;
            gates: components["schemas"]["Gate"][];
            gateOrder: components["schemas"]["GateOrder"];
            second: components["schemas"]["SecondReview"];
        };
        CampaignAnswer: {
            /** @example 431225-2021 */
            id: string;
            version: number;
            status: components["schemas"]["CampaignStatus"];
            name: string;
            fiscalYear: number;
            /** @description the bureau or department that runs it */
            ownerId: string;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            dueAt: string;
            schemes: components["schemas"]["FixedSchemesAnswer"];
            /** @description sections a report must have */
            sections: components["schemas"]["Section"][];
            tables: components["schemas"]["Table"][];
            publishWithinDays: number;
            rectifyWithinDays: number;
            feedbackWithinDays: number;
            /** @description working days */
            reviewWithinDays: number;
            review?: components["schemas"]["ReviewRulesAnswer"];
        };
        /**
         * @description sections a report must have; all when not said
         * @enum {string}
         */
        SectionId: "duties" | "overview" | "budget" | "execution" | "performance" | "benefits" | "problems" | "measures" | "disclosure" | "conclusion";
        /**
         * @description tables a report must have; both when not said
         * @enum {string}
         */
        TableId: "base-data" | "self-evaluation";
        /**
         * @description assigned: by lot, least burdened first
         * @enum {string}
         */
        ReviewAssignment: "open" | "assigned";
        ReviewRulesDto: {
            /** @description assigned: by lot, least burdened first */
            assignment?: components["schemas"]["ReviewAssignment"];
            /** @description the first opinion stays sealed until the version is decided or returned */
            blind?: boolean;
            /** @description gates of the first review (一事过三关); none: it is one */
            gates?: components["schemas"]["Gate"][];
            gateOrder?: components["schemas"]["GateOrder"];
            second?: components["schemas"]["SecondReview"];
        };
        CampaignDto: {
            /** @example 2021年度部门整体支出绩效自评 */
            name: string;
            /**
             * Format: date-time
             * @example 2022-03-01T00:00:00.000Z
             */
            opensAt: string;
            /**
             * Format: date-time
             * @example 2022-05-31T16:00:00.000Z
             */
            dueAt: string;
            /**
             * @description scores reports on whole units
             * @example hunan-whole-unit-2023@1
             */
            wholeUnitScheme?: string;
            /**
             * @description scores reports on projects
             * @example hunan-whole-unit-2023@1
             */
            projectScheme?: string;
            /** @description sections a report must have; all when not said */
            sections?: components["schemas"]["SectionId"][];
            /** @description tables a report must have; both when not said */
            tables?: components["schemas"]["TableId"][];
            /** @description days from 批复 to publication; 20 when not said */
            publishWithinDays?: number;
            /** @description days to the plan of rectification; 30 when not said */
            rectifyWithinDays?: number;
            /** @description days from the final result to what the unit is told; 20 when not said */
            feedbackWithinDays?: number;
            /** @description working days each review may take; 5 when not said */
            reviewWithinDays?: number;
            review?: components["schemas"]["ReviewRulesDto"];
            /** @example 431225 */
            divisionCode: string;
            /** @example 2021 */
            fiscalYear: number;
            /** @description the bureau or department that runs it */
            ownerId: string;
        };
        CreatedCampaignAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            /** @example 431225-2021 */
            id: string;
        };
        PlanDto: {
            /** @example 2021年度部门整体支出绩效自评 */
            name: string;
            /**
             * Format: date-time
             * @example 2022-03-01T00:00:00.000Z
             */
            opensAt: string;
            /**
             * Format: date-time
             * @example 2022-05-31T16:00:00.000Z
             */
            dueAt: string;
            /**
             * @description scores reports on whole units
             * @example hunan-whole-unit-2023@1
             */
            wholeUnitScheme?: string;
            /**
             * @description scores reports on projects
             * @example hunan-whole-unit-2023@1
             */
            projectScheme?: string;
            /** @description sections a report must have; all when not said */
            sections?: components["schemas"]["SectionId"][];
            /** @description tables a report must have; both when not said */
            tables?: components["schemas"]["TableId"][];
            /** @description days from 批复 to publication; 20 when not said */
            publishWithinDays?: number;
            /** @description days to the plan of rectification; 30 when not said */
            rectifyWithinDays?: number;
            /** @description days from the final result to what the unit is told; 20 when not said */
            feedbackWithinDays?: number;
            /** @description working days each review may take; 5 when not said */
            reviewWithinDays?: number;
            review?: components["schemas"]["ReviewRulesDto"];
        };
        CommandAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
        };
        ExtensionDto: {
            /**
             * Format: date-time
             * @description later than the end of the window
             */
            dueAt: string;
            reason: string;
        };
        /** @enum {string} */
        EvaluationKind: "whole-unit" | "project";
        SchemeChangeDto: {
            kind: components["schemas"]["EvaluationKind"];
            /** @example hunan-whole-unit-2023@1 */
            scheme: string;
            reason: string;
        };
        ClosingDto: {
            reason: string;
        };
        TasksDto: {
            /** @description units that get the task; those that have it already are left as they are */
            unitIds: string[];
        };
        /** @enum {string} */
        IssueOutcome: "issued" | "already-issued";
        IssuedTaskAnswer: {
            unitId: string;
            evaluationId: string;
            outcome: components["schemas"]["IssueOutcome"];
        };
        IssuedTasksAnswer: {
            tasks: components["schemas"]["IssuedTaskAnswer"][];
            position: number;
        };
        ScopeItemDto: {
            unitId: string;
            /** @description a project to report on; without, the unit as a whole */
            project?: string;
        };
        TaskRunDto: {
            /**
             * @description every unit below this one, as a whole
             * @example 117001
             */
            under?: string;
            tasks?: components["schemas"]["ScopeItemDto"][];
        };
        OrderedRunAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            runId: string;
            /** @description how many it works on */
            total: number;
        };
        ImportedTaskAnswer: {
            row: number;
            unitId: string;
            unitCode: string;
            unitName: string;
            project: string | null;
        };
        RowErrorAnswer: {
            row: number;
            column: string;
            text: components["schemas"]["TextAnswer"];
        };
        ImportedScopeAnswer: {
            items: components["schemas"]["ImportedTaskAnswer"][];
            errors: components["schemas"]["RowErrorAnswer"][];
        };
        /** @enum {string} */
        RunKind: "issue-tasks" | "recompute-scores" | "select-for-recheck" | "read-reports";
        /** @enum {string} */
        RunState: "prepared" | "running" | "cancelled" | "done";
        RunAnswer: {
            id: string;
            kind: components["schemas"]["RunKind"];
            campaignId: string;
            /** @description who ordered it */
            actor: Record<string, never>;
            correlationId: string;
            state: components["schemas"]["RunState"];
            total: number;
            done: number;
            failed: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        DepartmentProgressAnswer: {
            departmentId: string;
            departmentName: string;
            issued: number;
            drafting: number;
            submitted: number;
            firstPassed: number;
            approved: number;
            toRecheck: number;
            final: number;
            published: number;
            overdue: number;
        };
        ProgressAnswer: {
            items: components["schemas"]["DepartmentProgressAnswer"][];
            freshAsOf: number;
        };
        /** @enum {string} */
        FunnelStep: "issued" | "begun" | "submitted" | "first-passed" | "approved";
        FunnelStepAnswer: {
            step: components["schemas"]["FunnelStep"];
            /** @description those that came at least so far */
            count: number;
        };
        BandAnswer: {
            from: number;
            count: number;
        };
        /** @enum {string} */
        Stage: "DRAFT" | "UNIT_CHECKED" | "UNIT_SIGNED" | "SUBMITTED" | "FIRST_PASSED" | "APPROVED" | "SAMPLED" | "RECHECKED" | "FINAL" | "PUBLISHED" | "ARCHIVED";
        WaitingBandAnswer: {
            from: number;
            count: number;
            stage: components["schemas"]["Stage"];
        };
        CampaignFiguresAnswer: {
            funnel: components["schemas"]["FunnelStepAnswer"][];
            /** @description bands of ten points */
            selfScores: components["schemas"]["BandAnswer"][];
            /** @description bands of ten points */
            systemScores: components["schemas"]["BandAnswer"][];
            /** @description claimed less computed, in bands of five points */
            deviations: components["schemas"]["BandAnswer"][];
            /** @description undecided ones by days in their stage: from 0, 3, 7, 14, 30 */
            waiting: components["schemas"]["WaitingBandAnswer"][];
            freshAsOf: number;
        };
        /**
         * @description of each department: per cent, rounded up, or so many
         * @enum {string}
         */
        SampleRule: "share" | "count";
        SampleDto: {
            /** @description of each department: per cent, rounded up, or so many */
            kind: components["schemas"]["SampleRule"];
            /** @description per cent (up to 100), or how many */
            of: number;
        };
        DrawnSampleAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            runId: string;
        };
        SampleRuleAnswer: {
            kind: components["schemas"]["SampleRule"];
            percent?: number;
            count?: number;
        };
        SampleAnswer: {
            sampleId: string;
            rule: components["schemas"]["SampleRuleAnswer"];
            /** @description hex */
            seed: string;
            /** @description the evaluations on which it fell */
            chosen: string[];
            /** Format: date-time */
            drawnAt: string;
            drawnBy: string;
            /** @description among how many */
            population: number;
            departments: number;
        };
        /** @enum {string} */
        ReadFileOutcome: "waiting" | "read" | "unmatched" | "refused";
        ReadFileFoundAnswer: {
            evaluationId: string;
            unitName: string;
            project: string | null;
            /** @description SHA-256 of its text: the document beside the draft */
            document: string;
            /** @description fields it tells */
            found: number;
            /** @description second values for a field */
            conflicts: number;
            notUnderstood: number;
        };
        ReadFileAnswer: {
            number: number;
            name: string;
            outcome: components["schemas"]["ReadFileOutcome"];
            /** @description why it was refused or matched to nothing */
            reason: components["schemas"]["TextAnswer"] | null;
            read: components["schemas"]["ReadFileFoundAnswer"] | null;
        };
        YearsAnswer: {
            from: number;
            to?: number;
        };
        SchemeHeadAnswer: {
            id: string;
            version: string;
            hash: string;
            title: string;
            kind: components["schemas"]["EvaluationKind"];
            place: string;
            years: components["schemas"]["YearsAnswer"];
            source: string;
            /** @description false: general knowledge, not confirmed */
            sourceRead: boolean;
        };
        SchemeAnswer: {
            id: string;
            version: string;
            hash: string;
            title: string;
            kind: components["schemas"]["EvaluationKind"];
            place: string;
            years: components["schemas"]["YearsAnswer"];
            source: string;
            /** @description false: general knowledge, not confirmed */
            sourceRead: boolean;
            /** @description as schemes/scheme.schema.json says */
            file: Record<string, never>;
        };
        SchemeTextDto: {
            /** @description the scheme file: JSON as schemes/scheme.schema.json says */
            text: string;
        };
        SchemeFaultsAnswer: {
            faults: Record<string, never>[];
        };
        WhatIfDto: {
            /** @example hunan-whole-unit-A@1 */
            scheme?: string;
            /** @description a scheme file instead of a known one */
            text?: string;
            /** @description changes of an empty sheet, as in editDraft */
            changes: Record<string, never>[];
        };
        /** @enum {string} */
        ScoredState: "computed" | "not-computable" | "not-applicable";
        ClauseAnswer: {
            text: string;
            source: string;
            mark: components["schemas"]["TextAnswer"] | null;
        };
        ChoiceOfInputAnswer: {
            id: string;
            option: string;
            label: string;
        };
        InputAnswer: {
            name: string;
            /**
             * Format: decimal
             * @description null: missing or not applicable
             */
            value: string | null;
            /** @description JSON pointer into the sheet */
            pointer?: string;
            fact?: string;
            /** @description the numbers it was computed from */
            worked?: string;
            choice?: components["schemas"]["ChoiceOfInputAnswer"];
            /** @description said aloud because nobody gave the value */
            assumption?: string;
        };
        /** @enum {string} */
        MissingWhy: "absent" | "empty" | "unreadable" | "zero-base" | "unanswered" | "invalid" | "unpublished";
        MissingAnswer: {
            what: string;
            why: components["schemas"]["MissingWhy"];
            /** @description JSON pointer into the sheet */
            pointer?: string;
            fact?: string;
            text: components["schemas"]["TextAnswer"];
        };
        AlternativeAnswer: {
            choice: string;
            option: string;
            label: string;
            chosen: boolean;
            value: string | null;
            /** Format: decimal */
            points: string | null;
        };
        ScoredAnswer: {
            id: string;
            name: string;
            path: string[];
            /** Format: decimal */
            maxPoints: string;
            state: components["schemas"]["ScoredState"];
            /**
             * Format: decimal
             * @description null: not computable or not applicable; never 0
             */
            points: string | null;
            /** Format: decimal */
            atMost: string;
            value: string | null;
            unit: string | null;
            /** @description the formula in names */
            formula: string | null;
            /** @description and with the numbers put in */
            worked: string | null;
            applied: components["schemas"]["TextAnswer"] | null;
            clause: components["schemas"]["ClauseAnswer"];
            inputs: components["schemas"]["InputAnswer"][];
            missing: components["schemas"]["MissingAnswer"][];
            alternatives: components["schemas"]["AlternativeAnswer"][];
            notes: components["schemas"]["TextAnswer"][];
        };
        ComputableAnswer: {
            /** Format: decimal */
            points: string;
            /** Format: decimal */
            maxPoints: string;
        };
        GradedAnswer: {
            /** @example 优 */
            grade: string;
            code: string;
        };
        RescaledAnswer: {
            /** Format: decimal */
            of: string;
            worked: string;
        };
        CapAnswer: {
            /** Format: decimal */
            rate: string | null;
            worked: string;
            /** Format: decimal */
            atMost: string | null;
            clause: components["schemas"]["ClauseAnswer"];
            missing: components["schemas"]["MissingAnswer"][];
        };
        /** @enum {string} */
        Verdict: "reproduced" | "possible" | "not-reproducible" | "unreadable";
        ClaimAnswer: {
            claimed: string;
            verdict: components["schemas"]["Verdict"];
            text: components["schemas"]["TextAnswer"];
        };
        ScoreAnswer: {
            scheme: components["schemas"]["SchemeRefAnswer"];
            inputHash: string;
            indicators: components["schemas"]["ScoredAnswer"][];
            computable: components["schemas"]["ComputableAnswer"];
            /** Format: decimal */
            total: string | null;
            grade: components["schemas"]["GradedAnswer"] | null;
            /**
             * Format: decimal
             * @description the most that is still reachable
             */
            ceiling: string | null;
            ceilingGrade: components["schemas"]["GradedAnswer"] | null;
            rescaled: components["schemas"]["RescaledAnswer"] | null;
            cap: components["schemas"]["CapAnswer"] | null;
            claim: components["schemas"]["ClaimAnswer"] | null;
            unusedRows: string[];
        };
        WhatIfAnswer: {
            score: components["schemas"]["ScoreAnswer"];
        };
        PublishedSchemeAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            scheme: components["schemas"]["SchemeRefAnswer"];
        };
        EvaluationRowAnswer: {
            /** @example 431225-117003-2021-unit */
            id: string;
            campaignId: string;
            unitId: string;
            unitName: string;
            departmentId: string;
            fiscalYear: number;
            kind: components["schemas"]["EvaluationKind"];
            /**
             * Format: date-time
             * @description end of the unit’s window; under review that of the review
             */
            dueAt: string;
            overdue: boolean;
            stage: components["schemas"]["Stage"];
            version: number;
            /** @description whose turn it is; empty: decided */
            waitingFor: components["schemas"]["Role"][];
            /**
             * Format: date-time
             * @description since when they have it
             */
            waitingSince: string;
            firstReviewer: string | null;
            secondReviewer: string | null;
            /** Format: decimal */
            selfScore: string | null;
            /** Format: decimal */
            systemScore: string | null;
            /**
             * Format: decimal
             * @description what a recheck gave
             */
            recheckScore: string | null;
            /** @description findings of a rectification that are not closed */
            openRectifications: number;
            /**
             * Format: date
             * @description last day of the nearest of them
             */
            rectifyBy: string | null;
            /**
             * Format: date
             * @description since when it is public
             */
            publishedOn: string | null;
            /** @description no lawful person is left for a seat of its review */
            reviewerMissing: boolean;
            /** @description errors that stand against the version under review and that nobody let stand */
            openErrors: number;
        };
        ActedRowAnswer: {
            /** @example 431225-117003-2021-unit */
            id: string;
            campaignId: string;
            unitId: string;
            unitName: string;
            departmentId: string;
            fiscalYear: number;
            kind: components["schemas"]["EvaluationKind"];
            /**
             * Format: date-time
             * @description end of the unit’s window; under review that of the review
             */
            dueAt: string;
            overdue: boolean;
            stage: components["schemas"]["Stage"];
            version: number;
            /** @description whose turn it is; empty: decided */
            waitingFor: components["schemas"]["Role"][];
            /**
             * Format: date-time
             * @description since when they have it
             */
            waitingSince: string;
            firstReviewer: string | null;
            secondReviewer: string | null;
            /** Format: decimal */
            selfScore: string | null;
            /** Format: decimal */
            systemScore: string | null;
            /**
             * Format: decimal
             * @description what a recheck gave
             */
            recheckScore: string | null;
            /** @description findings of a rectification that are not closed */
            openRectifications: number;
            /**
             * Format: date
             * @description last day of the nearest of them
             */
            rectifyBy: string | null;
            /**
             * Format: date
             * @description since when it is public
             */
            publishedOn: string | null;
            /** @description no lawful person is left for a seat of its review */
            reviewerMissing: boolean;
            /** @description errors that stand against the version under review and that nobody let stand */
            openErrors: number;
            /**
             * @description type of event
             * @example EvaluationSubmitted
             */
            lastType: string;
            /** Format: date-time */
            lastAt: string;
        };
        /** @enum {string} */
        InformingKind: "expert-answered" | "reviewer-missing" | "approved" | "rechecked" | "finalized" | "rectification-closed" | "published" | "publication-corrected" | "overdue-escalated";
        CopiedRowAnswer: {
            /** @example 431225-117003-2021-unit */
            id: string;
            campaignId: string;
            unitId: string;
            unitName: string;
            departmentId: string;
            fiscalYear: number;
            kind: components["schemas"]["EvaluationKind"];
            /**
             * Format: date-time
             * @description end of the unit’s window; under review that of the review
             */
            dueAt: string;
            overdue: boolean;
            stage: components["schemas"]["Stage"];
            version: number;
            /** @description whose turn it is; empty: decided */
            waitingFor: components["schemas"]["Role"][];
            /**
             * Format: date-time
             * @description since when they have it
             */
            waitingSince: string;
            firstReviewer: string | null;
            secondReviewer: string | null;
            /** Format: decimal */
            selfScore: string | null;
            /** Format: decimal */
            systemScore: string | null;
            /**
             * Format: decimal
             * @description what a recheck gave
             */
            recheckScore: string | null;
            /** @description findings of a rectification that are not closed */
            openRectifications: number;
            /**
             * Format: date
             * @description last day of the nearest of them
             */
            rectifyBy: string | null;
            /**
             * Format: date
             * @description since when it is public
             */
            publishedOn: string | null;
            /** @description no lawful person is left for a seat of its review */
            reviewerMissing: boolean;
            /** @description errors that stand against the version under review and that nobody let stand */
            openErrors: number;
            /** @description of the notice, to mark it as read */
            noticeId: number;
            noticeKind: components["schemas"]["InformingKind"];
            /** Format: date-time */
            noticedAt: string;
            /**
             * Format: date-time
             * @description null: the notice is unread
             */
            readAt: string | null;
        };
        /** @enum {string} */
        Severity: "BLOCK" | "ERROR" | "WARN" | "INFO";
        FindingRowAnswer: {
            evaluationId: string;
            unitName: string;
            campaignId: string;
            findingId: string;
            /** @example R05 */
            rule: string;
            severity: components["schemas"]["Severity"];
            message: components["schemas"]["TextAnswer"];
            /** @description JSON pointers into the sheet */
            at: string[];
            waivedBy: string | null;
            waivedReason: string | null;
        };
        /** @enum {string} */
        Waived: "true" | "false";
        /** @enum {string} */
        FoundKind: "evaluation" | "unit" | "campaign" | "person";
        FoundAnswer: {
            kind: components["schemas"]["FoundKind"];
            id: string;
            /** @description of an evaluation the name of its unit */
            name: string;
            /** @description the unit’s code */
            code: string | null;
            fiscalYear: number | null;
            stage: string | null;
            /** @description the unit above a unit; the units of a person today */
            belongsTo: string | null;
        };
        SearchAnswer: {
            items: components["schemas"]["FoundAnswer"][];
        };
        ProjectAnswer: {
            number: number;
            name: string;
        };
        TaskAnswer: {
            campaignId: string;
            unitId: string;
            unitName: string;
            departmentId: string;
            fiscalYear: number;
            kind: components["schemas"]["EvaluationKind"];
            /** Format: date-time */
            dueAt: string;
            project?: components["schemas"]["ProjectAnswer"];
            review?: components["schemas"]["ReviewRulesAnswer"];
        };
        CellAnswer: {
            table: number;
            row: number;
            column: number;
            sheet?: string;
            /** @example B7 */
            at?: string;
        };
        /** @enum {string} */
        Sureness: "certain" | "likely" | "doubtful";
        /**
         * @description what the sureness rests on
         * @enum {string}
         */
        Ground: "label" | "context" | "row-and-column" | "unit-said" | "unit-elsewhere" | "unit-assumed" | "computed";
        FoundAtAnswer: {
            /** @description SHA-256 of the document’s text */
            document: string;
            start: number;
            end: number;
            /** @description the words there */
            text: string;
            cell?: components["schemas"]["CellAnswer"];
            sure?: components["schemas"]["Sureness"];
            /** @description what the sureness rests on */
            because?: components["schemas"]["Ground"][];
        };
        StatedAnswer: {
            /** Format: decimal */
            percent: string;
            /** @description of which figure */
            base: string;
            source?: components["schemas"]["FoundAtAnswer"];
        };
        FigureAnswer: {
            /** Format: decimal */
            value: string | null;
            /** @example 万元 */
            unit: string;
            notApplicable?: boolean;
            label?: string;
            parent?: string;
            stated?: components["schemas"]["StatedAnswer"];
            source?: components["schemas"]["FoundAtAnswer"];
        };
        /** @enum {string} */
        Direction: "GTE" | "GT" | "EQ" | "LTE" | "LT" | "QUALITATIVE";
        IndicatorAnswer: {
            level1: string;
            level2: string;
            name: string;
            direction: components["schemas"]["Direction"];
            target: string | null;
            actual: string | null;
            unitOfMeasure: string;
            /** Format: decimal */
            maxPoints: string | null;
            /** Format: decimal */
            points: string | null;
            deviationExplanation?: string;
            core?: boolean;
            source?: components["schemas"]["FoundAtAnswer"];
        };
        SchemeAnswerAnswer: {
            choice?: string;
            /** Format: decimal */
            value?: string | null;
            notApplicable?: boolean;
            /** @description checklist: yes, no or not-applicable */
            items?: {
                [key: string]: string;
            };
            level?: string;
            /** Format: decimal */
            points?: string;
            targetTooLow?: boolean;
        };
        AttachmentAnswer: {
            name: string;
            size: number;
            type: string;
        };
        SheetAnswer: {
            head: {
                [key: string]: string;
            };
            figures: {
                [key: string]: components["schemas"]["FigureAnswer"];
            };
            indicators: {
                [key: string]: components["schemas"]["IndicatorAnswer"];
            };
            sections: {
                [key: string]: string;
            };
            answers: {
                [key: string]: components["schemas"]["SchemeAnswerAnswer"];
            };
            attachments?: {
                [key: string]: components["schemas"]["AttachmentAnswer"];
            };
        };
        EnclosedFileAnswer: {
            hash: string;
            name: string;
            size: number;
            type: string;
        };
        ReturnedItemAnswer: {
            id: string;
            path: string;
            text: string;
            attachments?: components["schemas"]["EnclosedFileAnswer"][];
            answer: string | null;
            fixed: boolean;
        };
        RecordedIndicatorAnswer: {
            id: string;
            name: string;
            /** Format: decimal */
            maxPoints: string;
            /** Format: decimal */
            points: string | null;
            explanation: string;
            missing: string[];
        };
        RecordedPointsAnswer: {
            indicators: components["schemas"]["RecordedIndicatorAnswer"][];
            /**
             * Format: decimal
             * @description of what is computable
             */
            total: string | null;
        };
        RecordedScoreAnswer: {
            version: number;
            scheme: components["schemas"]["SchemeRefAnswer"];
            inputHash: string;
            score: components["schemas"]["RecordedPointsAnswer"];
        };
        ReadFigureAnswer: {
            id: string;
            /** Format: decimal */
            value: string | null;
        };
        PlaceAnswer: {
            /** @description JSON pointer into the sheet */
            pointer: string;
            start?: number;
            end?: number;
        };
        FindingReplyAnswer: {
            by: string;
            version: number;
            text: string;
        };
        WaiverAnswer: {
            by: string;
            reason: string;
        };
        FindingAnswer: {
            id: string;
            /** @example R05 */
            rule: string;
            severity: components["schemas"]["Severity"];
            title: components["schemas"]["TextAnswer"];
            message: components["schemas"]["TextAnswer"];
            /** @description what was compared, while the unit drafts */
            figures?: components["schemas"]["ReadFigureAnswer"][];
            at: components["schemas"]["PlaceAnswer"][];
            answer: components["schemas"]["FindingReplyAnswer"] | null;
            waiver: components["schemas"]["WaiverAnswer"] | null;
            /** @description it stops the next step as it stands */
            open: boolean;
        };
        /** @enum {string} */
        ReviewStep: "first" | "second";
        SignedSeatAnswer: {
            step: components["schemas"]["ReviewStep"];
            gate: components["schemas"]["Gate"] | null;
            by: string;
        };
        AssignedSeatAnswer: {
            step: components["schemas"]["ReviewStep"];
            gate: components["schemas"]["Gate"] | null;
            personId: string;
        };
        SeatAnswer: {
            step: components["schemas"]["ReviewStep"];
            gate: components["schemas"]["Gate"] | null;
        };
        ActionAnswer: {
            /** @example Submit */
            action: string;
            allowed: boolean;
            /** @description stable, of the refusal */
            code?: string;
            /** @example E1 */
            rule?: string;
            /** @description why not, in the reader’s language */
            reason?: string;
        };
        EvaluationAnswer: {
            id: string;
            stage: components["schemas"]["Stage"];
            /** @description of the submitted content, from 1 */
            version: number;
            /** @description what a command names in If-Match */
            streamVersion: number;
            contentHash: string;
            task: components["schemas"]["TaskAnswer"];
            sheet: components["schemas"]["SheetAnswer"];
            returned: components["schemas"]["ReturnedItemAnswer"][];
            score: components["schemas"]["RecordedScoreAnswer"] | null;
            findings: components["schemas"]["FindingAnswer"][];
            review: components["schemas"]["ReviewRulesAnswer"];
            /** @description passes that stand */
            passes: components["schemas"]["SignedSeatAnswer"][];
            assigned: components["schemas"]["AssignedSeatAnswer"][];
            /** @description seats for which nobody lawful is left */
            missing: components["schemas"]["SeatAnswer"][];
            recused: string[];
            checkedBy: string | null;
            participants: string[];
            /** @description name of each person */
            names: {
                [key: string]: string;
            };
            myRoles: components["schemas"]["Role"][];
            actions: components["schemas"]["ActionAnswer"][];
        };
        ChangeDto: {
            /** @example /figures/BUD.TOTAL */
            path: string;
            /** @description what you saw there */
            before?: (string | {
                /**
                 * Format: decimal
                 * @example 118.78
                 */
                value: string | null;
                unit: string;
                notApplicable?: boolean;
            } | Record<string, never>) | null;
            /** @description what shall stand there */
            after?: (string | {
                /**
                 * Format: decimal
                 * @example 118.78
                 */
                value: string | null;
                unit: string;
                notApplicable?: boolean;
            } | Record<string, never>) | null;
        };
        EditDraftDto: {
            /**
             * @example [
             *       {
             *         "path": "/head/preparer",
             *         "before": null,
             *         "after": "杨丽华"
             *       }
             *     ]
             */
            changes: components["schemas"]["ChangeDto"][];
        };
        ImportDto: {
            /** @example 2021年自评.txt */
            name: string;
            /** @description the text of the report */
            text: string;
        };
        DocumentReadAnswer: {
            name: string;
            sha256: string;
            characters: number;
        };
        ReadingConflictAnswer: {
            path: string;
            kept: components["schemas"]["FigureAnswer"];
            other: components["schemas"]["FigureAnswer"];
        };
        NotUnderstoodAnswer: {
            text: string;
            start: number;
            end: number;
            /** @example unknown-label */
            why: string;
        };
        ImportedAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            document: components["schemas"]["DocumentReadAnswer"];
            fields: number;
            conflicts: components["schemas"]["ReadingConflictAnswer"][];
            notUnderstood: components["schemas"]["NotUnderstoodAnswer"][];
        };
        AnswerDto: {
            /** @example v1-1 */
            itemId: string;
            answer: string;
        };
        StepDto: {
            /** @description the content you saw */
            contentHash: string;
            comment?: string;
        };
        SubmissionDto: {
            /** @description the content that was signed */
            contentHash: string;
        };
        ReasonDto: {
            reason: string;
        };
        /** @enum {string} */
        RemarkSeverity: "note" | "minor" | "major";
        EnclosedFileDto: {
            /** @description as the upload answered it */
            hash: string;
            /**
             * @description name of the file
             * @example 佐证材料.pdf
             */
            name: string;
        };
        RemarkDto: {
            /**
             * @description JSON pointer of a field, or of a part
             * @example /figures/EXP.BASIC
             */
            path: string;
            /** @description the passage it speaks of, as it stands in that field */
            quote?: string;
            severity: components["schemas"]["RemarkSeverity"];
            text: string;
            attachments?: components["schemas"]["EnclosedFileDto"][];
        };
        PassDto: {
            step: components["schemas"]["ReviewStep"];
            /** @description the version you read */
            version: number;
            /** @description its content */
            contentHash: string;
            opinion: string;
            /** @description where the step has gates */
            gate?: components["schemas"]["Gate"];
            remarks?: components["schemas"]["RemarkDto"][];
            /**
             * @description points out of 100, beside the unit’s
             * @example 88.5
             */
            reviewerScore?: string;
        };
        ReturnItemDto: {
            /**
             * @description JSON pointer of a field, or of a part such as /sections
             * @example /figures/EXP.BASIC
             */
            path: string;
            text: string;
            attachments?: components["schemas"]["EnclosedFileDto"][];
        };
        ReturnDto: {
            /** @description at least 10 characters */
            reason: string;
            /** @description at least one */
            items: components["schemas"]["ReturnItemDto"][];
        };
        SubmittedVersionAnswer: {
            version: number;
            contentHash: string;
            /** Format: date-time */
            submittedAt: string;
            submittedBy: string;
            sheet: components["schemas"]["SheetAnswer"];
        };
        ChangeAnswer: {
            /** @example /figures/BUD.TOTAL */
            path: string;
            before: (string | components["schemas"]["FigureAnswer"] | components["schemas"]["IndicatorAnswer"] | components["schemas"]["SchemeAnswerAnswer"] | components["schemas"]["AttachmentAnswer"]) | null;
            after: (string | components["schemas"]["FigureAnswer"] | components["schemas"]["IndicatorAnswer"] | components["schemas"]["SchemeAnswerAnswer"] | components["schemas"]["AttachmentAnswer"]) | null;
        };
        VersionDiffAnswer: {
            from: number;
            to: number;
            changes: components["schemas"]["ChangeAnswer"][];
        };
        /** @enum {string} */
        ReviewKind: "first-pass" | "second-pass" | "recheck" | "return";
        RemarkAnswer: {
            path: string;
            quote?: string;
            severity: components["schemas"]["RemarkSeverity"];
            text: string;
            attachments?: components["schemas"]["EnclosedFileAnswer"][];
        };
        OpinionAnswer: {
            opinion: string;
            gate?: components["schemas"]["Gate"];
            remarks?: components["schemas"]["RemarkAnswer"][];
            /** Format: decimal */
            reviewerScore?: string;
            /** Format: decimal */
            recheckScore?: string;
        };
        AnsweredItemAnswer: {
            id: string;
            path: string;
            text: string;
            attachments?: components["schemas"]["EnclosedFileAnswer"][];
            answer: string | null;
            changes: components["schemas"]["ChangeAnswer"][];
        };
        ReviewAnswer: {
            kind: components["schemas"]["ReviewKind"];
            version: number;
            by: string;
            /** Format: date-time */
            at: string;
            revoked: boolean;
            sealed: boolean;
            opinion: components["schemas"]["OpinionAnswer"] | null;
            reason: string | null;
            items: components["schemas"]["AnsweredItemAnswer"][];
        };
        ReviewsAnswer: {
            items: components["schemas"]["ReviewAnswer"][];
            /** @description name of each person */
            names: {
                [key: string]: string;
            };
        };
        /** @enum {string} */
        CandidateFrom: "department" | "above";
        /** @enum {string} */
        CandidateConflict: "unit-member" | "declared";
        CandidateAnswer: {
            personId: string;
            name: string;
            step: components["schemas"]["ReviewStep"];
            open: number;
            from: components["schemas"]["CandidateFrom"];
            conflict?: components["schemas"]["CandidateConflict"];
        };
        AssignmentDto: {
            step: components["schemas"]["ReviewStep"];
            gate?: components["schemas"]["Gate"];
            /** @description who shall review */
            personId: string;
            reason: string;
        };
        ExpertDto: {
            /** @description who is asked */
            personId: string;
            question: string;
        };
        ExpertiseDto: {
            opinion: string;
        };
        RecheckAnswer: {
            by: string;
            /** Format: date-time */
            at: string;
            version: number;
            contentHash: string;
            opinion: string;
            recheckScore: string;
        };
        FinalAnswer: {
            by: string;
            /** Format: date-time */
            at: string;
            version: number;
            contentHash: string;
            selfScore: string | null;
            systemScore: string | null;
            recheckScore: string | null;
            note?: string;
            /**
             * Format: date
             * @description until when the unit is told what to set right
             */
            feedbackDueOn: string;
        };
        SaidAnswer: {
            by: string;
            /** Format: date-time */
            at: string;
            text: string;
        };
        RectificationAnswer: {
            by: string;
            /** Format: date-time */
            at: string;
            id: string;
            text: string;
            path?: string;
            /** Format: date */
            dueOn: string;
            /** @enum {string} */
            state: "open" | "replied" | "closed";
            /** @description a comparison with the clock */
            overdue: boolean;
            /** @description replies, the newest last */
            replies: components["schemas"]["SaidAnswer"][];
            rejections: components["schemas"]["SaidAnswer"][];
            closed: components["schemas"]["SaidAnswer"] | null;
        };
        PublicationAnswer: {
            by: string;
            /** Format: date-time */
            at: string;
            version: number;
            contentHash: string;
            place: string;
            url?: string;
            /** Format: date */
            publishedOn: string;
            /** Format: date */
            repliedOn?: string;
            /** @description of a correction: what was wrong */
            reason?: string;
        };
        CheckAnswer: {
            rule: string;
            severity: string;
            message: components["schemas"]["TextAnswer"];
        };
        ConclusionAnswer: {
            /** @description the draw that fell on it */
            sampleId: string | null;
            recheck: components["schemas"]["RecheckAnswer"] | null;
            final: components["schemas"]["FinalAnswer"] | null;
            findings: components["schemas"]["RectificationAnswer"][];
            /** @description the newest last */
            publications: components["schemas"]["PublicationAnswer"][];
            /** @description what the rules of process find in the record (W01 to W06) */
            checks: components["schemas"]["CheckAnswer"][];
            /** @description person → name */
            names: {
                [key: string]: string;
            };
        };
        RecheckDto: {
            /** @description the approved version */
            version: number;
            /** @description its content */
            contentHash: string;
            /** @description at least 10 characters */
            opinion: string;
            /**
             * @description points out of 100, beside the other scores
             * @example 86.5
             */
            recheckScore: string;
        };
        FinalResultDto: {
            /** @description the approved version */
            version: number;
            /** @description its content */
            contentHash: string;
            note?: string;
        };
        OrderedFindingDto: {
            text: string;
            /**
             * @description JSON pointer of the place
             * @example /figures/EXP.BASIC
             */
            path?: string;
        };
        RectificationDto: {
            /** @description on what it rests */
            basis: string;
            /** @description at least one */
            findings: components["schemas"]["OrderedFindingDto"][];
            /**
             * Format: date
             * @description the last day for the plan; as the campaign says when not said
             */
            dueOn?: string;
        };
        RectificationReplyDto: {
            /** @example z1 */
            findingId: string;
            reply: string;
        };
        RectificationRejectionDto: {
            /** @example z1 */
            findingId: string;
            /** @description at least 10 characters */
            reason: string;
        };
        RectificationClosureDto: {
            /** @example z1 */
            findingId: string;
            note: string;
        };
        PublicationDto: {
            /** @description the approved version */
            version: number;
            /** @description its content */
            contentHash: string;
            /** @example 县政府门户网站 */
            place: string;
            /** @example https://www.example.gov.cn/zp */
            url?: string;
            /**
             * Format: date
             * @description since when it is public
             */
            publishedOn: string;
            /**
             * Format: date
             * @description the day of 批复
             */
            repliedOn?: string;
        };
        CorrectionDto: {
            /** @description the approved version */
            version: number;
            /** @description its content */
            contentHash: string;
            /** @example 县政府门户网站 */
            place: string;
            /** @example https://www.example.gov.cn/zp */
            url?: string;
            /**
             * Format: date
             * @description since when it is public
             */
            publishedOn: string;
            /**
             * Format: date
             * @description the day of 批复
             */
            repliedOn?: string;
            /** @description at least 10 characters */
            reason: string;
        };
        ArchiveDto: {
            /** @description the approved version */
            version: number;
            /** @description its content */
            contentHash: string;
            /** @description why it was never published, where it was not */
            unpublishedReason?: string;
        };
        /** @enum {string} */
        Fast: "true" | "false";
        FindingsAnswer: {
            streamVersion: number;
            items: components["schemas"]["FindingAnswer"][];
        };
        FindingAnswerDto: {
            /** @example R04-1a2b3c4d */
            findingId: string;
            answer: string;
        };
        WaiverDto: {
            /** @example R05-1a2b3c4d */
            findingId: string;
            /** @description at least 10 characters */
            reason: string;
        };
        ScoreOfAnswer: {
            score: components["schemas"]["ScoreAnswer"] | null;
        };
        /** @enum {string} */
        DocumentFormat: "pdf" | "docx" | "xlsx";
        WrittenCell: {
            /** @example C7 */
            cell: string;
            /** @example /figures/BUD.SANGONG */
            path: string;
            text: string;
        };
        FilledFormAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            /** @description how many fields of the draft it changed */
            fields: number;
            edited: components["schemas"]["WrittenCell"][];
            /** @description cells that say nothing their field could hold */
            notUnderstood: components["schemas"]["WrittenCell"][];
        };
        AttachedAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            /** @description SHA-256 of the bytes, by which it is fetched */
            hash: string;
            /** @description media type, as its first bytes say */
            type: string;
            size: number;
        };
        EnclosedAnswer: {
            /** @description SHA-256 of the bytes */
            hash: string;
            /** @description media type, as its first bytes say */
            type: string;
            size: number;
        };
        CellPlaceAnswer: {
            row: number;
            column: number;
            down: number;
            across: number;
            start: number;
            end: number;
        };
        TablePlaceAnswer: {
            number: number;
            sheet?: string;
            cells: components["schemas"]["CellPlaceAnswer"][];
        };
        FoundFieldAnswer: {
            /** @example /figures/BUD.TOTAL */
            path: string;
            /** @description one value; several: a conflict to settle */
            values: (string | components["schemas"]["FigureAnswer"] | components["schemas"]["IndicatorAnswer"] | components["schemas"]["SchemeAnswerAnswer"] | components["schemas"]["AttachmentAnswer"])[];
        };
        SourceAnswer: {
            /** @description SHA-256 of its text: places of figures name it by this */
            sha256: string;
            /** @example 2022年自评报告.docx */
            name: string;
            /** @enum {string} */
            format: "docx" | "doc" | "xlsx" | "xls" | "pdf" | "txt";
            /** @description SHA-256 of the file */
            fileSha256: string;
            characters: number;
            /** @description the person */
            readBy: string;
            /** Format: date-time */
            readAt: string;
            /** @description places are UTF-16 offsets into it */
            text: string;
            tables: components["schemas"]["TablePlaceAnswer"][];
            proposals: components["schemas"]["FoundFieldAnswer"][];
            notUnderstood: components["schemas"]["NotUnderstoodAnswer"][];
        };
        SourceHeadAnswer: {
            /** @description SHA-256 of its text: places of figures name it by this */
            sha256: string;
            /** @example 2022年自评报告.docx */
            name: string;
            /** @enum {string} */
            format: "docx" | "doc" | "xlsx" | "xls" | "pdf" | "txt";
            /** @description SHA-256 of the file */
            fileSha256: string;
            characters: number;
            /** @description the person */
            readBy: string;
            /** Format: date-time */
            readAt: string;
        };
        SourcesAnswer: {
            items: components["schemas"]["SourceHeadAnswer"][];
        };
        AcceptedFieldDto: {
            /** @example /figures/BUD.TOTAL */
            path: string;
            /** @description of several values: 0 the first (when not said), 1 the next one … */
            value?: number;
        };
        AcceptanceDto: {
            fields: components["schemas"]["AcceptedFieldDto"][];
        };
        AcceptanceAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            /** @description fields taken over */
            fields: number;
        };
        DelegationAnswer: {
            id: string;
            delegator: string;
            delegate: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            reason: string;
            by: string;
            ended: boolean;
        };
        DelegationsAnswer: {
            given: components["schemas"]["DelegationAnswer"][];
            /** @description persons whose seats I take today */
            actingFor: string[];
            /** @description name of each person */
            names: {
                [key: string]: string;
            };
        };
        DelegateAnswer: {
            personId: string;
            name: string;
        };
        DepartmentDelegationAnswer: {
            id: string;
            delegator: string;
            delegatorName: string;
            delegate: string;
            delegateName: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
        };
        DelegationDto: {
            /** @description the reviewer who takes your seats */
            delegate: string;
            /**
             * Format: date
             * @description the first day, today or later
             */
            from: string;
            /**
             * Format: date
             * @description the last day; at most 90 days in all
             */
            until: string;
            /** @example 出差 */
            reason: string;
        };
        DelegationEndDto: {
            reason: string;
        };
        ReceiptableStep: {
            /** @description 事件流中的序号 · its number in the stream */
            number: number;
            position: number;
            /** @example EvaluationSubmitted */
            type: string;
            /** Format: date-time */
            at: string;
            personId: string;
            /** @description 已封存，可以领取 · sealed: the receipt can be had */
            sealed: boolean;
        };
        ReceiptList: {
            items: components["schemas"]["ReceiptableStep"][];
        };
        ReceiptAnswer: {
            /** @description 事件流中的序号 · its number in the stream */
            number: number;
            position: number;
            /** @example EvaluationSubmitted */
            type: string;
            /** Format: date-time */
            at: string;
            personId: string;
            /** @description 已封存，可以领取 · sealed: the receipt can be had */
            sealed: boolean;
            /** @example EvaluationSubmitted-42.tlog-proof */
            fileName: string;
            /** @description C2SP tlog-proof */
            text: string;
            /** @description 分段二维码的内容 · what the QR codes hold, part by part */
            parts: string[];
            origin: string;
            /** @description 检查点的条数 · size of the checkpoint */
            size: number;
            /** @description 检查点的根，十六进制 · its root in hex */
            root: string;
            /** @description 验证公钥 · verifier keys of the log */
            keys: string[];
        };
        TrailRowAnswer: {
            position: number;
            /** Format: date-time */
            recordedAt: string;
            stream: string;
            version: number;
            /** @example EvaluationSubmitted */
            type: string;
            personId: string;
            personName: string | null;
            accountId: string;
            role: string;
            onBehalfOf: string | null;
            evaluationId: string | null;
            unitId: string | null;
            unitName: string | null;
            refused: boolean;
            /** @description the request it came from */
            correlationId: string;
            /** @description what happened; null: erased by order */
            data: Record<string, never> | null;
            /** @description position of the confirmation that erased its words */
            erasedBy: number | null;
        };
        PointAnswer: {
            streamVersion: number;
            position: number;
            /** @description the event after which it stood so */
            type: string;
            /** Format: date-time */
            recordedAt: string;
            personId: string;
            stage: string;
            version: number;
        };
        PointsAnswer: {
            items: components["schemas"]["PointAnswer"][];
            names: {
                [key: string]: string;
            };
        };
        MomentShown: {
            streamVersion: number;
            position: number;
            /** @description the event after which it stood so */
            type: string;
            /** Format: date-time */
            recordedAt: string;
            personId: string;
            stage: string;
            version: number;
            sheet: components["schemas"]["SheetAnswer"];
            contentHash: string;
            submittedHash: string | null;
            score: components["schemas"]["RecordedPointsAnswer"] | null;
            /** @description passes that stand */
            passes: components["schemas"]["SignedSeatAnswer"][];
            participants: string[];
        };
        DifferenceAnswer: {
            what: string;
            before: string | null;
            after: string | null;
        };
        ComparisonAnswer: {
            from: components["schemas"]["MomentShown"];
            to: components["schemas"]["PointAnswer"];
            changes: components["schemas"]["ChangeAnswer"][];
            differences: components["schemas"]["DifferenceAnswer"][];
            names: {
                [key: string]: string;
            };
        };
        ProvenAnswer: {
            position: number;
            /** @description the exact bytes */
            envelope: string;
            /** @description null: erased by order */
            payload: string | null;
            /** @description hex */
            salt: string | null;
            /** @description RFC 6962, base64; null: not sealed yet */
            proof: string[] | null;
        };
        EvidenceAnswer: {
            size: number;
            /** @description C2SP tlog-checkpoint */
            checkpoint: string | null;
            keys: string[];
            items: components["schemas"]["ProvenAnswer"][];
            next: number | null;
        };
        ExceptionAnswer: {
            evaluation: string;
            /** @enum {string} */
            why: "one-person" | "participant" | "other-content";
        };
        DualReviewYear: {
            year: number;
            decided: number;
            byTwoPersons: number;
            reviewers: number;
            exceptions: components["schemas"]["ExceptionAnswer"][];
        };
        DualReviewAnswer: {
            years: components["schemas"]["DualReviewYear"][];
        };
        ErasureTargetAnswer: {
            personId?: string;
            position?: number;
        };
        /**
         * @description null: it waits
         * @enum {string}
         */
        ErasureOutcome: "ErasureConfirmed" | "ErasureDeclined";
        ErasureRowAnswer: {
            id: string;
            position: number;
            /** Format: date-time */
            orderedAt: string;
            orderedBy: string;
            orderedByName: string | null;
            target: components["schemas"]["ErasureTargetAnswer"];
            targetName: string | null;
            reason: string;
            /** @description null: it waits */
            outcome: components["schemas"]["ErasureOutcome"] | null;
            /** Format: date-time */
            settledAt: string | null;
            settledBy: string | null;
            settledByName: string | null;
            /** @description events that were erased */
            erased: number | null;
        };
        ErasureFactAnswer: {
            position: number;
            type: string;
            /** Format: date-time */
            recordedAt: string;
            personId: string;
            /** @description events that were erased */
            count?: number;
        };
        MeantAnswer: {
            position: number;
            type: string;
            stream: string;
        };
        ErasureShown: {
            id: string;
            /** @enum {string} */
            stage: "ORDERED" | "CONFIRMED" | "DECLINED";
            orderedBy: string;
            target: components["schemas"]["ErasureTargetAnswer"];
            reason: string;
            facts: components["schemas"]["ErasureFactAnswer"][];
            /** @description events that stay for now: their matter is not decided yet */
            open: number;
            /** @description what confirming it now would erase */
            wouldErase: components["schemas"]["MeantAnswer"][];
        };
        ErasureDto: {
            /** @description everything of this person */
            personId?: string;
            /**
             * @description the event at this position
             * @example 0
             */
            position?: number;
            /**
             * @description what it rests on
             * @example 依个人信息保护法第四十七条，本人申请删除
             */
            reason: string;
        };
        ErasureAnswer: {
            version: number;
            /** @description -1: nothing had to change */
            position: number;
            id: string;
        };
        ErasureRefusalDto: {
            /** @example 申请材料不全，暂不予删除 */
            reason: string;
        };
        /** @enum {string} */
        Refused: "true" | "false";
        /** @enum {string} */
        DeadlineStep: "unit" | "first-review" | "second-review" | "rectification";
        DeadlineRowAnswer: {
            evaluationId: string;
            campaignId: string;
            unitId: string;
            unitName: string;
            divisionCode: string | null;
            step: components["schemas"]["DeadlineStep"];
            /** Format: date-time */
            beganAt: string;
            /**
             * Format: date-time
             * @description from when on it is late
             */
            dueAt: string;
            overdue: boolean;
        };
        /** @enum {string} */
        Overdue: "true" | "false";
        DeadlineAnswer: {
            step: components["schemas"]["DeadlineStep"];
            /** Format: date-time */
            beganAt: string;
            /**
             * Format: date
             * @description the last day
             */
            day: string;
            /**
             * Format: date-time
             * @description from when on it is late
             */
            dueAt: string;
            overdue: boolean;
        };
        RungAnswer: {
            /** @example due-in-3-days */
            rung: string;
            /** Format: date-time */
            at: string;
        };
        DueAnswer: {
            deadline: components["schemas"]["DeadlineAnswer"] | null;
            /** @description what is not known of the years */
            warnings: components["schemas"]["TextAnswer"][];
            reminders: components["schemas"]["RungAnswer"][];
        };
        ReminderDto: {
            /** @description what is said with it; kept in the log */
            note?: string;
        };
        NoticeSourceAnswer: {
            title: string;
            number: string;
            /** Format: date */
            date: string;
        };
        /** @enum {string} */
        DayKind: "holiday" | "working-day";
        CorrectionAnswer: {
            reason: string;
            personName: string | null;
            /** Format: date-time */
            at: string;
        };
        CalendarDayAnswer: {
            /** Format: date */
            day: string;
            kind: components["schemas"]["DayKind"];
            name: components["schemas"]["TextAnswer"] | null;
            correction: components["schemas"]["CorrectionAnswer"] | null;
        };
        CalendarAnswer: {
            year: number;
            divisionCode: string | null;
            provisional: boolean;
            source: components["schemas"]["NoticeSourceAnswer"] | null;
            /** @description what is not known of the years */
            warnings: components["schemas"]["TextAnswer"][];
            days: components["schemas"]["CalendarDayAnswer"][];
        };
        DayDto: {
            /** @example 431225 */
            divisionCode: string;
            /**
             * Format: date
             * @example 2026-09-21
             */
            day: string;
            kind: components["schemas"]["DayKind"];
            /** @example 州庆放假 */
            reason: string;
        };
        ThresholdsAnswer: {
            seconds: number;
            together: number;
            decisions: number;
        };
        /** @enum {string} */
        IndicatorKind: "fast-pass" | "same-pair" | "never-returned";
        IndicatedPersonAnswer: {
            id: string;
            name: string | null;
        };
        IndicatedEvaluationAnswer: {
            evaluationId: string;
            unitName: string;
            version: number;
            review: components["schemas"]["ReviewStep"];
            seconds: number;
        };
        AuditIndicatorAnswer: {
            kind: components["schemas"]["IndicatorKind"];
            persons: components["schemas"]["IndicatedPersonAnswer"][];
            count: number;
            of: number;
            evaluations: components["schemas"]["IndicatedEvaluationAnswer"][];
        };
        AuditIndicatorsAnswer: {
            note: components["schemas"]["TextAnswer"];
            thresholds: components["schemas"]["ThresholdsAnswer"];
            items: components["schemas"]["AuditIndicatorAnswer"][];
            freshAsOf: number;
        };
        NotificationAnswer: {
            id: number;
            /** @example second-review-due */
            kind: string;
            evaluationId: string;
            unitName: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        ReadDto: {
            ids: number[];
        };
        MarkedAnswer: {
            marked: number;
        };
        /** @enum {string} */
        NoticeLanguage: "zh-CN" | "en";
        /** @enum {string} */
        NoticeKind: "task-issued" | "sign-off-due" | "submission-due" | "first-review-due" | "second-review-due" | "expertise-due" | "expert-answered" | "review-assigned" | "reviewer-missing" | "returned" | "approved" | "recheck-due" | "rechecked" | "finalized" | "rectification-due" | "rectification-replied" | "rectification-rejected" | "rectification-closed" | "published" | "publication-corrected" | "due-in-3-days" | "due-today" | "overdue-1-day" | "overdue-3-days" | "overdue-escalated" | "reminded" | "grant-proposed" | "glass-broken" | "sealing-alarm";
        /** @enum {string} */
        Cadence: "immediately" | "daily" | "never";
        CadenceAnswer: {
            kind: components["schemas"]["NoticeKind"];
            cadence: components["schemas"]["Cadence"];
        };
        PreferenceAnswer: {
            email: string | null;
            language: components["schemas"]["NoticeLanguage"];
            /**
             * @description Asia/Shanghai
             * @example 22:00
             */
            quietFrom: string;
            /** @example 07:00 */
            quietTo: string;
            cadence: components["schemas"]["CadenceAnswer"][];
            /** @description this installation sends e-mail at all */
            mailed: boolean;
        };
        CadenceDto: {
            kind: components["schemas"]["NoticeKind"];
            cadence: components["schemas"]["Cadence"];
        };
        PreferenceDto: {
            /**
             * @description null: no e-mail
             * @example yang@example.gov.cn
             */
            email?: string;
            language: components["schemas"]["NoticeLanguage"];
            /**
             * @description Asia/Shanghai
             * @example 22:00
             */
            quietFrom: string;
            /**
             * @description not included; equal to quietFrom: no quiet hours
             * @example 07:00
             */
            quietTo: string;
            /** @description a kind that is not named: immediately */
            cadence: components["schemas"]["CadenceDto"][];
        };
        /** @enum {string} */
        WebhookFormat: "json" | "dingtalk" | "wecom";
        WebhookAnswer: {
            id: string;
            divisionCode: string;
            name: string;
            format: components["schemas"]["WebhookFormat"];
            host: string;
            kinds: components["schemas"]["NoticeKind"][];
            language: components["schemas"]["NoticeLanguage"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            disabledAt: string | null;
        };
        WebhookDto: {
            /** @example 431225 */
            divisionCode: string;
            /** @example 绩效股工作群 */
            name: string;
            format: components["schemas"]["WebhookFormat"];
            /** @description https; never answered again */
            url: string;
            /** @description json: needed; dingtalk: where the robot signs; wecom: none */
            secret?: string;
            kinds: components["schemas"]["NoticeKind"][];
            language: components["schemas"]["NoticeLanguage"];
        };
        /** @enum {string} */
        DeliveryState: "due" | "sent" | "parked" | "dropped";
        /** @enum {string} */
        DeliveryChannel: "e-mail" | "webhook";
        DeliveryAnswer: {
            id: number;
            position: number;
            kind: components["schemas"]["NoticeKind"];
            evaluationId: string;
            unitName: string;
            channel: components["schemas"]["DeliveryChannel"];
            webhookName: string | null;
            state: components["schemas"]["DeliveryState"];
            attempts: number;
            /** Format: date-time */
            nextAt: string;
            /** Format: date-time */
            createdAt: string;
            lastError: string | null;
            messageId: string | null;
        };
        DeliveriesAnswer: {
            items: components["schemas"]["DeliveryAnswer"][];
            /** @description `before` of the next page; null: the end */
            next: number | null;
        };
        RedriveDto: {
            /** @description the parked deliveries; absent: the oldest 1,000 */
            ids?: number[];
        };
        RedrivenAnswer: {
            redriven: number[];
        };
        BackupAnswer: {
            /** @description name of the folder */
            name: string;
            /**
             * Format: date-time
             * @description when it was whole
             */
            at: string;
            files: number;
            bytes: number;
            /** @description of the newest event that is surely in it */
            position: number;
        };
        BackupsAnswer: {
            items: components["schemas"]["BackupAnswer"][];
        };
        RedrivenJob: {
            /** @description of the event that made it due */
            position: number;
            handler: string;
        };
        RedrivenJobs: {
            redriven: components["schemas"]["RedrivenJob"][];
        };
        CatalogueFigureAnswer: {
            /** @example BUD.BASIC */
            id: string;
            /** @example 年初基本支出 */
            label: string;
            /** @example 万元 */
            unit: string;
            /** @description the figure it is a part of */
            parent: string | null;
            /**
             * @description in which way its parent is split
             * @example nature
             */
            by: string;
        };
        CatalogueSectionAnswer: {
            /** @example duties */
            id: string;
            /** @example 主要职责、工作任务及目标 */
            label: string;
        };
        CatalogueAnswer: {
            head: string[];
            figures: components["schemas"]["CatalogueFigureAnswer"][];
            sections: components["schemas"]["CatalogueSectionAnswer"][];
        };
        Problem: {
            /** @example urn:shuangshen:problem:review.needs-another-person */
            type: string;
            title: string;
            status: number;
            /**
             * @description stable
             * @example review.needs-another-person
             */
            code: string;
            /** @description in the language of Accept-Language: zh-CN (default) or en */
            detail: string;
            /**
             * @description the rule of the bureau that forbids it
             * @example E1
             */
            rule?: string;
            errors?: {
                /**
                 * @description RFC 6901
                 * @example /items/0/path
                 */
                pointer: string;
                message: string;
            }[];
            /** Format: uuid */
            requestId: string;
        };
        /**
         * Format: decimal
         * @example 118.78
         */
        Decimal: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliveAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPasswordPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordPolicyAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    challengeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PublicKeyCredentialRequestOptionsJSON (WebAuthn) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactorsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecretAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PublicKeyCredentialCreationOptionsJSON (WebAuthn) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrolPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenSessionsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInOffer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOfferAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSignIn: {
        parameters: {
            query?: {
                /** @description a path of ours to go to afterwards */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the browser is sent on */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the browser is sent on */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExternalIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalIdentityAnswer"][];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkExternalIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExternalIdentityDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExternalIdentityAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkExternalIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createFirstAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BootstrapDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstAdministratorAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDivisions: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DivisionAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addDivision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DivisionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameDivision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DivisionAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                divisionCode?: string;
                parentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnitAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addUnit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeUnitDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPersons: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePersonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersonHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonHistoryAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConflicts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declareConflict: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConflictDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawConflict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConflictsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPhrases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPhrase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhraseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePhrase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhrasesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                personId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAccountAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAccountStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountStatusDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedAccountAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatedGrantDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantedAccountAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeRole: {
        parameters: {
            query: {
                role: components["schemas"]["Role"];
                /** @description needed by every role but the three offices’ */
                unitId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantedAccountAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    breakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakGlassDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakGlassReviewDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakGlassesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedCampaignAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeScheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemeChangeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TasksDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedTasksAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskRunDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderedRunAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedScopeAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderRecompute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderedRunAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RunAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaignFigures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignFiguresAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSamples: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SampleAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drawSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawnSampleAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderedRunAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReadFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReadFileAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SchemeHeadAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishScheme: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemeTextDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedSchemeAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateScheme: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SchemeTextDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeFaultsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    computeScore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listToDos: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EvaluationRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDone: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ActedRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInitiated: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ActedRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCopied: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CopiedRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvaluations: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
                campaignId?: string;
                unitId?: string;
                stage?: components["schemas"]["Stage"];
                fiscalYear?: number;
                /** @description part of the unit’s name */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EvaluationRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
                campaignId?: string;
                evaluationId?: string;
                rule?: string;
                severity?: components["schemas"]["Severity"];
                /** @description errors that somebody let stand, or nobody */
                waived?: components["schemas"]["Waived"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FindingRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description words of a name, a code or a year, in any order */
                text: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvaluation: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditDraftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkInUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signForUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pass: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokePass: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedVersionAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diffVersions: {
        parameters: {
            query: {
                /** @description the version to compare with */
                against: number;
            };
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDiffAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCandidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CandidateAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignReviewer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askExpert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpertDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerAsExpert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpertiseDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConclusion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConclusionAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecheckDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finalize: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinalResultDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderRectification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replyToRectification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationReplyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectRectification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationRejectionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeRectification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationClosureDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFindings: {
        parameters: {
            query?: {
                /** @description only the rules that run on every save */
                fast?: components["schemas"]["Fast"];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingAnswerDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waiveFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaiverDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreOfAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDocument: {
        parameters: {
            query: {
                format: components["schemas"]["DocumentFormat"];
                /** @description a submitted version; the content as it stands unless told */
                version?: number;
            };
            header?: never;
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importFilledForm: {
        parameters: {
            query: {
                /** @description name of the file */
                name: string;
            };
            header?: {
                /** @description 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilledFormAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attachFile: {
        parameters: {
            query: {
                /** @description name of the file */
                name: string;
            };
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    encloseFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnclosedAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    detachFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description commands: 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description commands: the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
                hash: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSource: {
        parameters: {
            query: {
                /** @description name of the file */
                name: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptFromSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 characters of your choice */
                "Idempotency-Key"?: string;
                /** @description the version you saw, `"7"` */
                "If-Match"?: string;
            };
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delegate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDelegates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DelegateAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDepartmentDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DepartmentDelegationAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationEndDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptList"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReceiptFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSealing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealingAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvaluationTrail: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TrailRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMoments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMoment: {
        parameters: {
            query?: {
                /** @description a position of the log */
                position?: number;
                /** @description a time; the evaluation as it stood then */
                at?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareMoments: {
        parameters: {
            query: {
                /** @description the position of the earlier moment */
                from: number;
                /** @description the position of the later moment */
                to: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvidence: {
        parameters: {
            query?: {
                /** @description the `next` of the page before */
                from?: number;
                /** @description default 100 */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDualReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualReviewAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ErasureRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureShown"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRefusalDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrail: {
        parameters: {
            query?: {
                /** @description person who acted: id, or the whole name */
                personId?: string;
                unitId?: string;
                /** @description type of event */
                type?: string;
                from?: string;
                /** @description not included */
                to?: string;
                /** @description only what was refused, or only what was done */
                refused?: components["schemas"]["Refused"];
                /** @description what an event says: any characters that stand together; scores that the system worked out are left out */
                text?: string;
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description waits until the list contains this position */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TrailRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTrail: {
        parameters: {
            query?: {
                /** @description person who acted: id, or the whole name */
                personId?: string;
                unitId?: string;
                /** @description type of event */
                type?: string;
                from?: string;
                /** @description not included */
                to?: string;
                /** @description only what was refused, or only what was done */
                refused?: components["schemas"]["Refused"];
                /** @description what an event says: any characters that stand together; scores that the system worked out are left out */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadlines: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
                campaignId?: string;
                overdue?: components["schemas"]["Overdue"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadlineRowAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeadline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                /** @description the division of your unit when not said */
                divisionCode?: string;
            };
            header?: never;
            path: {
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctDay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIndicators: {
        parameters: {
            query?: {
                fiscalYear?: number;
                campaignId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditIndicatorsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                cursor?: string;
                /** @description a position a command answered: waits at most 2 s until the list contains it */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationAnswer"][];
                        /** @description cursor of the next page; null: the end */
                        next: string | null;
                        /** @description position of the log the page contains at least */
                        freshAsOf: number;
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description goes on after this event */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNoticePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferenceAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveNoticePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferenceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferenceAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query: {
                divisionCode: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookAnswer"][];
                    };
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description default parked */
                state?: components["schemas"]["DeliveryState"];
                /** @description default 50 */
                limit?: number;
                /** @description the `next` of the page before */
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redriveDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedriveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedrivenAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBackups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupsAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redriveJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedrivenJobs"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueAnswer"];
                };
            };
            /** @description 拒绝或错误（RFC 9457） · a refusal or a fault */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
