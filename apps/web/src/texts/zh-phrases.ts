/** 中文 texts of common phrases. */
export const zhPhrases = {
  phrases: {
    title: '常用语',
    hint: '在审核、退回时可从“常用语”中选用。本人的只有自己可见；共用的由绩效管理人员设置，该单位及其下级的审核人可见。',
    own: '本人',
    shared: '共用',
    usual: '通用',
    text: '内容',
    owner: '归属',
    new: '新的常用语',
    length: '须为 2 至 500 个字。',
    shareWith: '共用单位（不选则为本人）',
    empty: '还没有常用语',
    keep: '将已填写的内容存为常用语',
    kept: '已存为常用语',
  },
} as const;
