/** 中文 texts of evaluations side by side. */
export const zhCompare = {
  compare: {
    title: '并列比较',
    pick: '选择并列比较: {{unit}}',
    open: '并列比较（{{count}}）',
    keyPick: '选择或取消选择，用于并列比较',
    choose: '请选择两份或三份自评',
    chooseHint: '在待办或自评列表中勾选两到三行，再点“并列比较”。',
    onlyDifferences: '只看不同',
    differs: '不同',
    differing: '{{of}} 项中 {{count}} 项不同',
    possible: '我可办理',
    decide: '打开并办理',
    scores: '得分',
    score: '项目',
    findings: '{{all}} 条，未处理 {{open}} 条',
    selfPoints: '指标自评得分',
    systemPoints: '指标测算得分',
    section: '部分',
    unfold: '展开全文',
    fold: '收起',
  },
} as const;
