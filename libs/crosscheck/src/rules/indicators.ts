import { decimal, subtract, toWan } from '#libs/sheet';
import { given, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import { levelOf, plain, type Row, rowsOf, SIGN } from '../rows.js';
import type { Rule } from '../rule.js';

const MONEY_TOLERANCE = '0.01';

/** Per cents below which a target asks for less than units reach as a matter of course. A judgement of this product. */
const NORMS: readonly (readonly [RegExp, number])[] = [
  [/预算(?:完成|执行)率|支付进度/, 90],
  [/合格率|达标率/, 90],
  [/及时率|按时完成率|办结率/, 90],
  [/满意/, 80],
];

/** C14–C16, C18, C19: how an indicator is set. */
export const INDICATORS: readonly Rule[] = [
  {
    id: 'C14',
    severity: 'ERROR',
    runs: 'save',
    title: { zh: '成本指标不用“≥”', en: 'A cost is not better for being higher' },
    find: (material) => rowsOf(material).flatMap(costFromBelow),
  },
  {
    id: 'C15',
    severity: 'WARN',
    runs: 'save',
    title: { zh: '数量指标不是资金支付率', en: 'A quantity is not the rate of payment' },
    find: (material) => rowsOf(material).flatMap(paymentAsQuantity),
  },
  {
    id: 'C16',
    severity: 'WARN',
    runs: 'save',
    title: { zh: '产出与效益的三级指标不重复', en: 'Outputs and benefits have different indicators' },
    find: repeated,
  },
  {
    id: 'C18',
    severity: 'WARN',
    runs: 'save',
    title: { zh: '指标值不明显偏低', en: 'A target is not below the obvious norm' },
    find: (material) => rowsOf(material).flatMap(targetTooLow),
  },
  {
    id: 'C19',
    severity: 'WARN',
    runs: 'save',
    title: { zh: '成本指标完成值不是全年执行数', en: 'The actual value of a cost is not the whole expenditure' },
    find: (material) => rowsOf(material).flatMap((row) => expenditureAsCost(row, material)),
  },
];

/** 成本节约率 and the like are savings: there more is better. */
function isCost({ row: { level2, name } }: Row): boolean {
  return /成本/.test(level2 + name) && !/节约|节省|降低|下降|减少/.test(name);
}

function costFromBelow(row: Row): readonly Found[] {
  const { direction, target } = row.row;
  if (!isCost(row) || (direction !== 'GTE' && direction !== 'GT')) return [];
  const value = `${SIGN[direction]} ${target ?? '—'}`;
  const message = {
    zh: `成本指标${row.name}的指标值为 ${value}，成本越高得分越高`,
    en: `The cost ${row.name} has the target ${value}: the higher the cost, the better`,
  };
  return [{ message, at: row.at }];
}

function paymentAsQuantity({ row: { level2, name }, name: shownName, at }: Row): readonly Found[] {
  if (!level2.includes('数量') || !/(?:资金|预算|经费|支出).{0,6}率|(?:支付|拨付|执行|支出)率/.test(name)) return [];
  const message = {
    zh: `数量指标${shownName}只是重复资金支付情况`,
    en: `The quantity ${shownName} only repeats how much was paid`,
  };
  return [{ message, at }];
}

function repeated(material: Material): readonly Found[] {
  const rows = rowsOf(material);
  const bare = (text: string) => text.replace(/[\s，。、；：“”"（）()]/g, '');
  const outputs = new Map(
    rows.filter(({ row }) => levelOf(row.level1) === '产出').map((one) => [bare(one.row.name), one]),
  );
  return rows
    .filter(({ row }) => levelOf(row.level1) === '效益')
    .flatMap((benefit): Found[] => {
      const output = outputs.get(bare(benefit.row.name));
      if (!output) return [];
      const message = {
        zh: `${benefit.name}既是产出指标又是效益指标`,
        en: `${benefit.name} stands both among outputs and among benefits`,
      };
      return [{ message, at: [...output.at, ...benefit.at] }];
    });
}

function targetTooLow({ row: { direction, unitOfMeasure, name }, name: shownName, target, at }: Row): readonly Found[] {
  const upwards = direction === 'GTE' || direction === 'GT' || direction === 'EQ';
  const norm = NORMS.find(([words]) => words.test(name))?.[1];
  if (!upwards || unitOfMeasure !== '%' || norm === undefined || !target || target.gte(norm)) return [];
  const message = {
    zh: `${shownName}的指标值 ${plain(target)}% 低于通常水平 ${norm}%`,
    en: `The target of ${shownName}, ${plain(target)}%, is below the usual ${norm}%`,
  };
  return [{ message, at }];
}

function expenditureAsCost(row: Row, material: Material): readonly Found[] {
  const spent = given(material, material.task.kind === 'project' ? 'PROJECT.EXPENDITURE' : 'EXP.TOTAL');
  const unit = row.row.unitOfMeasure.trim();
  const actual = row.row.actual === null ? null : decimal(row.row.actual);
  if (!isCost(row) || !spent || !actual || (unit !== '万元' && unit !== '元')) return [];
  const amount = unit === '元' ? toWan(actual) : actual;
  if (amount.isZero() || subtract(amount, spent.value).abs().gt(MONEY_TOLERANCE)) return [];
  const message = {
    zh: `成本指标${row.name}的完成值 ${plain(actual)} ${unit}就是全年执行数（${shown(spent)} 万元），不能说明成本`,
    en: `The cost ${row.name} reached ${plain(actual)} ${unit}, which is the whole expenditure (${shown(spent)}, 10,000 yuan) and says nothing of cost`,
  };
  return [{ message, figures: read(spent), at: row.at }];
}
