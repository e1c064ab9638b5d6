/** What a column of a table holds. Money stands in an area of the catalogue, of this year or the one before. */
export type ColumnKind =
  | 'BUD'
  | 'FULL'
  | 'EXP'
  | 'PRIOR.BUD'
  | 'PRIOR.EXP'
  | 'rate'
  | 'maxPoints'
  | 'points'
  | 'level1'
  | 'level2'
  | 'name'
  | 'target'
  | 'adjusted'
  | 'actual'
  | 'unit'
  | 'direction'
  | 'core'
  | 'why'
  | 'label'
  | 'amount'
  | 'other';

/** How columns are headed, tried from the first line down. Data: a wording that is missing is added here. */
const WORDS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['level1', /^一级(?:指标)?$|^指标类型$/],
  ['level2', /^二级(?:指标)?$/],
  ['name', /^三级(?:指标)?$|^指标名称$|^(?:绩效|具体)指标(?:名称|内容)?$|^指标(?:内容)?$|^评价指标$|^四级指标$/],
  ['adjusted', /^调整后?(?:的)?(?:指标|目标)值$|^(?:年中)?调整值$/],
  [
    'target',
    /^(?:年度|全年|年初|计划|预期|绩效|设定|本年)*(?:指标|目标)值?$|^(?:计划|目标|预期)(?:完成)?值$|^年初设定值$/,
  ],
  [
    'actual',
    /^(?:全年|年度|实际|指标|目标|自评)*(?:完成|实现)(?:指标)?(?:值|情况|结果|程度)$|^(?:全年|年度)?实际(?:值|完成)$|^完成(?:指标)?值$/,
  ],
  ['unit', /^计量单位$|^度量单位$|^单位$/],
  ['direction', /^指标(?:性质|方向|符号)$|^(?:运算|比较)?符号$/],
  ['core', /^是否(?:为)?核心(?:指标)?$|^核心指标$/],
  [
    'why',
    /^(?:未完成|偏差|扣分|存在问题|差异|偏离|失分)?(?:的)?(?:原因|情况|说明).{0,14}$|^偏差.{0,16}$|^扣分.{0,10}$|^改进措施$/,
  ],
  [
    'other',
    /系数|^(?:评分|评价|计分|扣分|考核)(?:标准|细则|方法|办法|依据)$|^指标(?:解释|说明|内涵|定义)$|^备注$|^序号$|^编号$|^说明$|^佐证材料$|^数据来源$/,
  ],
  ['maxPoints', /^(?:标准|指标|权重|设定)?(?:分值|分数|满分)$|^标准分$|^(?:指标)?权重(?:分|分值)?$/],
  ['points', /^(?:单位|部门|自评|实际|评价|最终|指标|考核)*(?:得分|评分|打分|自评分)$/],
  [
    'rate',
    /^(?:.{0,10})?(?:执行|控制|完成|变动|支付|使用|到位|利用|调整|支出)率$|^(?:预算)?(?:执行|支出|支付)?进度$|^(?:占比|比例|比重|百分比)$/,
  ],
  ['PRIOR.EXP', /^上年(?:度|末)?(?:实际)?(?:决算|执行|支出|完成|实际)(?:支出|完成)?(?:数|金额|情况|额)?$/],
  ['PRIOR.BUD', /^上年(?:度)?(?:年初)?预算(?:安排|批复)?(?:数|金额|额)?$/],
  [
    'FULL',
    /^(?:全年|年度)(?:调整)?预算(?:数|金额|安排数|资金|总额|额)?$|^(?:本年)?(?:预算)?调整后?(?:预算)?(?:数|金额|额)$|^调整(?:后)?预算(?:数|金额|额)?$|^调整后$|^预算调整后$/,
  ],
  [
    'BUD',
    /^(?:本年|当年)?(?:度)?(?:年初)?(?:部门)?预算(?:批复|安排|批准|下达|申请)?(?:数|金额|资金|总额|额)?$|^年初(?:批复|安排|下达)?(?:数|预算数|金额)?$/,
  ],
  [
    'EXP',
    /^(?:本年|全年|当年|年度|本年度)?(?:累计)?(?:实际)?(?:预算)?(?:执行|决算|支出|使用|支付)(?:完成|支出|执行)?(?:数|金额|情况|总额|额)?$|^(?:全年|本年)?(?:实际|完成)数$/,
  ],
  ['amount', /^(?:金额|数额|数值|数量|人数|合计|小计|数据|内容|数)$/],
  [
    'label',
    /^(?:项目|名称|项目名称|资金来源|资金(?:类型|性质|构成)?|科目|科目名称|支出项目|经费项目|(?:经济|功能)(?:分类)?科目(?:名称)?|类别|支出类别|指标项|内容|事项|分类|收支项目|经费类别|项目类别)$/,
  ],
];

/** The kind of column these words head, in a report on `year`; nothing when they head none. */
export function columnKind(plain: string, year: string | undefined): ColumnKind | undefined {
  const words = headWords(plain, year);
  return words.length > 24 ? undefined : WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Without unit, marks and `(B/A)`; a year becomes this year or the last one. */
export function headWords(plain: string, year: string | undefined): string {
  return plain
    .replace(/（[^（）]{0,20}）|\[[^\]]{0,12}\]/g, '')
    .replace(/[A-Z①-⑳=÷×/:：*%、，]|(?:单位)?：?(?:万元|元|人)$/g, '')
    .replace(/(20\d\d)年?度?/g, (all, found: string) => {
      if (year === undefined) return all;
      return found === year ? '本年' : Number(found) === Number(year) - 1 ? '上年' : all;
    })
    .replace(/^(?:上一年度?|去年|上年度)/, '上年')
    .replace(/^(?:本|当)年度/, '本年');
}
