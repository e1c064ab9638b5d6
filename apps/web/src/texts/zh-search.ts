/** 中文 texts of the search. */
export const zhSearch = {
  search: {
    label: '查找单位、自评、通知',
    hint: '名称、编码、年度（按 / 查找）',
    key: '查找',
    nothing: '没有找到',
    failed: '未能查找，请稍后重试',
    kind: { evaluation: '自评', unit: '单位', campaign: '自评通知', person: '人员' },
  },
} as const;
