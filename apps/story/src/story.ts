import { type Cast, castThePlay, type Player } from './cast.js';
import type { Answer } from './client.js';
import { answerWarnings, waiveErrors } from './findings.js';
import type { Narrator } from './narrator.js';

/** What the story needs of the world: where the API is, the one-time link's token, and the report people already have. */
export interface Setting {
  readonly base: string;
  readonly bootstrapToken: string;
  readonly report: string;
}

/**
 * The way of one real self-evaluation, from draft to a decision by two different reviewers, through HTTP only.
 * Throws NotAsTold at the first answer that differs from what is told here.
 */
export async function playStory({ base, bootstrapToken, report }: Setting, narrator: Narrator): Promise<void> {
  const cast = await castThePlay(base, bootstrapToken, narrator);
  const at = `/api/evaluations/${cast.evaluation}`;

  await theUnitDrafts(cast, at, report, narrator);
  await theUnitSubmits(cast, at, narrator, '第 1 版 · version 1');
  await theFirstReviewerReturns(cast, at, narrator);
  await theUnitAnswers(cast, at, narrator);
  await theUnitSubmits(cast, at, narrator, '第 2 版 · version 2');
  await twoPersonsReview(cast, at, narrator);
  await whatHappenedMeanwhile(cast, narrator);
  await theAuditorReads(cast, narrator);
}

/** Reads the evaluation as the person sees it now: content, version of the stream, what may be done. */
async function look(player: Player, at: string): Promise<{ body: Answer['body']; version: number }> {
  const { body, etag } = await player.client.get(at);
  return { body, version: Number(etag?.replaceAll('"', '')) };
}

async function theUnitDrafts({ preparer }: Cast, at: string, report: string, narrator: Narrator) {
  let seen = await look(preparer, at);
  await narrator.told(
    preparer.name,
    '导入已有的自评报告 · imports the report the unit already has',
    preparer.client.post(`${at}/imports`, { name: '2021年自评.txt', text: report }, seen.version),
    { status: 201 },
  );
  seen = await look(preparer, at);
  const { sheet } = seen.body;
  const changes = Object.entries(FILLED_IN).map(([path, after]) => {
    const [, map = '', key = ''] = path.split('/');
    return { path, before: sheet[map]?.[key] ?? null, after };
  });
  await narrator.told(
    preparer.name,
    '补填表头、缺少的数据、问题和措施，选定在职口径 · fills in what the report lacks',
    preparer.client.patch(`${at}/draft`, { changes }, seen.version),
    { status: 200 },
  );
}

const wan = (value: string) => ({ value, unit: '万元' });

/** What the published report does not say and every report has to. */
const FILLED_IN = {
  '/head/preparer': '杨经办',
  '/head/preparedOn': '2022-05-20',
  '/head/head': '粟主任',
  '/head/sealed': 'true',
  '/head/selfScore': '86',
  '/figures/PROC.BUDGET': wan('0'),
  '/figures/BUD.SANGONG.PRIOR': wan('0.10'),
  '/figures/EXP.SANGONG.PRIOR': wan('0.08'),
  '/answers/staff-counted': { choice: 'established' },
  '/sections/problems':
    '一是年初预算编制不够细，年中追加较多；二是公用经费超出预算，日常办公费用列入了项目支出；三是绩效指标没有量化，自评扣分未逐项说明原因。',
  '/sections/measures':
    '一是按人员和业务量细化年初预算；二是日常办公费用归入公用经费预算，严格控制支出；三是下年度编制量化的绩效指标表，逐项说明扣分原因。',
};

async function theUnitSubmits({ preparer, checker, head }: Cast, at: string, narrator: Narrator, which: string) {
  await answerWarnings(preparer, at, narrator);
  for (const [player, what, path] of [
    [checker, '单位内部审核 · checks inside the unit', 'unit-checks'],
    [head, '单位负责人签字 · signs for the unit', 'signatures'],
    [preparer, `送审${which} · submits`, 'submission'],
  ] as const) {
    const { body, version } = await look(player, at);
    await narrator.told(
      player.name,
      what,
      player.client.post(`${at}/${path}`, { contentHash: body.contentHash }, version),
      { status: 201 },
    );
  }
}

async function theFirstReviewerReturns({ firstReviewer }: Cast, at: string, narrator: Narrator) {
  const { version } = await look(firstReviewer, at);
  await narrator.told(
    firstReviewer.name,
    '初审退回，附两条定位意见 · returns it with two located items',
    firstReviewer.client.post(
      `${at}/returns`,
      {
        reason: '两处数据与说明不一致，请核对后重新送审。',
        items: [
          { path: '/figures/EXP.BASIC', text: '基本支出67.26万元，年初34.77加调整32.11为66.88，差0.38万元，请说明。' },
          {
            path: '/figures/EXP.BASIC.HOUSEHOLD.RELIEF',
            text: '扶贫队员追加2.16万元，支出2.34万元，请说明0.18万元来源。',
          },
        ],
      },
      version,
    ),
    { status: 201 },
  );
}

async function theUnitAnswers({ preparer }: Cast, at: string, narrator: Narrator) {
  const early = await look(preparer, at);
  const items: { id: string }[] = early.body.returned;
  const answers = [
    '0.34万元为未用完的项目预算、0.04万元为上年结余，均用于基本支出。',
    '0.18万元由公用经费调剂，已附调剂单。',
  ];
  for (const [n, { id }] of items.entries()) {
    const { version } = await look(preparer, at);
    await narrator.told(
      preparer.name,
      `答复第 ${n + 1} 条意见 · answers item ${n + 1}`,
      preparer.client.post(`${at}/answers`, { itemId: id, answer: answers[n] }, version),
      { status: 201 },
    );
  }
}

async function twoPersonsReview(cast: Cast, at: string, narrator: Narrator) {
  const { firstReviewer, firstReviewerAgain, secondReviewer } = cast;
  const pass = async (player: Player, step: 'first' | 'second', opinion: string) => {
    const { body, version } = await look(player, at);
    return player.client.post(
      `${at}/passes`,
      { step, version: body.version, contentHash: body.contentHash, opinion },
      version,
    );
  };
  await narrator.eventually(
    firstReviewer.name,
    '系统测算得分已由后台任务算出 · the score was recomputed by a job',
    () => firstReviewer.client.get(at),
    ({ body }) => body.score !== null && body.score.version === body.version,
  );
  await narrator.told(
    firstReviewer.name,
    '初审想直接通过，被拒：错误未经豁免 · tries to pass over open errors, and is refused',
    pass(firstReviewer, 'first', '两条意见已说明，数据与决算一致。'),
    { status: 409, code: 'review.open-errors', rule: 'E6' },
  );
  await waiveErrors(secondReviewer, at, narrator);
  await narrator.told(
    firstReviewer.name,
    '初审通过第 2 版 · passes version 2',
    pass(firstReviewer, 'first', '两条意见已说明，数据与决算一致。'),
    { status: 201 },
  );
  await narrator.told(
    firstReviewerAgain.name,
    '换一个账号做复审，被拒 · tries the second review through another account, and is refused',
    pass(firstReviewerAgain, 'second', '情况属实，同意。'),
    { status: 403, code: 'review.needs-another-person', rule: 'E1' },
  );
  await narrator.told(
    secondReviewer.name,
    '复审通过，一事双审完成 · another person passes the second review: approved',
    pass(secondReviewer, 'second', '复核无误，同意。'),
    { status: 201 },
  );
}

async function whatHappenedMeanwhile({ preparer, secondReviewer }: Cast, narrator: Narrator) {
  await narrator.eventually(
    preparer.name,
    '收到退回与审定通知 · was notified of the return and of the decision',
    () => preparer.client.get('/api/notifications'),
    ({ body }) =>
      ['returned', 'approved'].every((kind) => body.items.some((notice: { kind: string }) => notice.kind === kind)),
  );
  await narrator.eventually(
    secondReviewer.name,
    '收到待复审通知 · was notified that a second review waits',
    () => secondReviewer.client.get('/api/notifications'),
    ({ body }) => body.items.some((notice: { kind: string }) => notice.kind === 'second-review-due'),
  );
}

async function theAuditorReads({ auditor, evaluation }: Cast, narrator: Narrator) {
  const told = [
    'TaskIssued',
    'DraftImported',
    'DraftEdited',
    'UnitChecked',
    'UnitSigned',
    'EvaluationSubmitted',
    'EvaluationReturned',
    'ItemAnswered',
    'FindingAnswered',
    'ChecksRun',
    'FindingWaived',
    'FirstReviewPassed',
    'SecondReviewPassed',
    'CommandRefused',
    'ScoreRecomputed',
  ];
  await narrator.eventually(
    auditor.name,
    '查阅全过程：每一步、每一次拒绝都在 · reads the whole trail, the refusal included',
    () => auditor.client.get(`/api/evaluations/${evaluation}/trail?limit=200`),
    ({ body }) => told.every((type) => body.items.some((entry: { type: string }) => entry.type === type)),
  );
}
