import type { SectionId } from '#libs/sheet';

/**
 * What words of such reports mean to the reader. Data: a wording that is missing is added here or as an alias in the
 * catalogue of figures, not in the rules.
 */

/** Words in a heading that tell the section, tried from the first line down. */
export const SECTION_WORDS: readonly (readonly [SectionId, RegExp])[] = [
  ['conclusion', /自评结论|评价结论|自评结果|评价结果$|综合评价|自评得分|综合得分|总体结论|评价等级/],
  ['disclosure', /公开|结果(?:拟)?应用|应用情况/],
  ['problems', /问题|不足|困难/],
  ['measures', /措施|建议|下一步|改进|打算/],
  ['execution', /预算(?:编制|安排|批复)?(?:与|和|及|、).{0,6}(?:执行|决算|支出)/],
  ['budget', /年初预算|预算安排|预算批复|部门预算(?:情况|$)|预算编制/],
  [
    'execution',
    /预算执行|收支|决算|支出(?:管理|使用|情况|及使用|完成|构成)|资金使用|三公|政府采购|收入情况|结转结余|资金(?:情况|到位)|支出$/,
  ],
  ['benefits', /效益|效果|成效|满意度/],
  ['performance', /履职|目标完成|完成情况|绩效情况|工作开展|重点工作|绩效目标(?:实现|完成)|工作完成|产出/],
  ['duties', /职责|职能|工作任务|绩效目标|主要任务/],
  ['overview', /基本情况|概况|基本概况|机构|人员|编制/],
];

/** Words before a label that do not make it another thing. With an area, they also tell which one is meant. */
export const NEUTRAL: ReadonlyMap<string, string | null> = tagged([
  [
    null,
    '全年 本年 本年度 当年 年度 今年 本 的 总 实 和 及 与 以及 县本级 市本级 区本级 省本级 本级 县级 市级 财政 县财政 市财政 区财政',
  ],
  [null, '部门 单位 我单位 我局 我中心 我校 我办 我委 我所 我站 我院 我会 本单位 本部门 我部门 全局 全中心 县 市 区'],
  [
    null,
    '共 共有 总共 共计 合计 累计 有 现有 实有 设 核定 全部 整体 其 通过 用于 主要 发生 列支 开支 支付 截至 截止 年末 年底 即 现 拨付',
  ],
  [null, '到位 取得 收到 截至年末 截止年末 我馆 我园 我队 我处 我部门 全馆 全站 全校'],
  ['BUD', '年初 年初预算 预算 预算安排 年初安排 年初预算安排 安排 批复 下达 部门预算'],
  ['EXP', '实际 决算 执行 实际完成 完成 实际支出 全年实际 支出 累计完成'],
  ['FULL', '全年预算 调整后'],
  [
    'FUND',
    '工伤保险 失业保险 养老保险 基本养老保险 医疗保险 基本医疗保险 生育保险 城乡居民 城镇职工 社会保险 全县 全市 全区 我县 我市 我区',
  ],
]);

/** Words after a label that only say which column is meant. */
export const QUALIFIERS: ReadonlyMap<string, string | null> = tagged([
  [null, '总额 金额 数 合计 情况 总计 费用 资金 方面 控制 使用 管理 总数 人数 人员 概况'],
  ['BUD', '预算 年初预算 预算数 年初预算数 预算安排 安排 预算收入 预算金额'],
  ['EXP', '支出 实际支出 决算 决算数 执行数 支出数 支出决算 支出决算数 全年执行数 实际 完成 支出金额 支出总额'],
  ['FULL', '全年预算 全年预算数 调整预算数 调整后预算数'],
]);

function tagged(rows: readonly (readonly [string | null, string])[]): ReadonlyMap<string, string | null> {
  return new Map(rows.flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const)));
}

/** Labels that only name a column of the figure that is being talked about, and the column's area. */
export const COLUMNS: ReadonlyMap<string, string | null> = tagged([
  ['BUD', '预算 年初预算 预算数 年初预算数 预算安排 安排预算 年初预算安排 预算为'],
  [
    'EXP',
    '支出 实际支出 实际 决算 决算数 执行数 实际执行 全年执行数 实际支出数 支出决算 支出决算数 全年支出 全年实际支出 实际完成',
  ],
  ['FULL', '全年预算 全年预算数 调整预算数 调整后预算数'],
]);

/** Sections that tell of work and effects: short words such as `收入` or `补贴` are not the unit's own there. */
export const TELLS_OF_WORK: ReadonlySet<SectionId> = new Set([
  'performance',
  'benefits',
  'problems',
  'measures',
  'disclosure',
]);

/** Between a label and its number. */
export const COPULA = /(?:分别为|分别是|为|是|达到|达|共计|总计|合计|共|计|约|有|：|人民币|仅|即|仍为|等)$/;

/** Before a label: counting marks and words that open a list. */
export const LEAD =
  /^(?:[、，；。：\-.]|其中|包括|包含|主要包括|主要是|主要为|主要用于|具体为|具体是|具体|分别为|分别是|含|即|[一二三四五六七八九十]是|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:、|\.(?!\d))|（[一二三四五六七八九十\d]{1,2}）|[\u2460-\u2473]|第[一二三四五六七八九十][，、]|原因(?:为|是)?|主要原因(?:为|是)?)/;

/** What makes the figures that follow parts of the one before. */
export const OPENS_LIST = /其中|包括|包含|含|用于|分为|：|分别|具体|由/;

/** After a `。`: what follows still tells of the same figure. */
export const CONTINUES = /^(?:主要|其中|包括|包含|用于|具体)/;

/** What makes the amounts that follow the reasons of an adjustment. */
export const OPENS_REASONS = /原因|由于|因为|系|主要是|主要为|用于|一是/;

/** Statements that there is nothing. */
export const NOTHING = /没有发生|没有|未发生|未安排|未产生|未列支|未使用|无/;

/** An amount that compares, or belongs to another year. */
export const COMPARES = /(?:比|较|与)(?:上年|去年|年初|预算|\d{4}年|同期)|同比|增长|增加了?$|减少|下降|节约|节省|压缩/;
export const PRIOR_YEAR = /上年度?|上一年度?|去年/;

/** Last characters of a unit's name. */
export const UNIT_ENDING =
  /(?:局|委|办|中心|所|站|校|院|队|会|处|部|社|厅|馆|团|室|府|园|台|学|分局|支队|公司|乡|镇|街道|协会|联合会|办公室|场|库|段|基地|联社|银行|农场|法院|中学|小学|幼儿园)$/;
