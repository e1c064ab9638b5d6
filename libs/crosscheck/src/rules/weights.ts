import { add, type Decimal } from '#libs/sheet';
import type { Found } from '../finding.js';
import type { Material, ScoreOfScheme } from '../material.js';
import { claimed, isExecution, levelOf, plain, type Row, rowsOf, tableOf } from '../rows.js';
import type { Rule } from '../rule.js';

/** C01, C02: what the points of the table may be. */
export const WEIGHTS: readonly Rule[] = [
  {
    id: 'C01',
    severity: 'BLOCK',
    runs: 'save',
    title: { zh: '分值合计 100（执行率 10、其余 90），各级相等', en: 'The weights make 100 (10 + 90), level by level' },
    find: weights,
  },
  {
    id: 'C02',
    severity: 'BLOCK',
    runs: 'save',
    title: { zh: '得分在 0 与分值之间', en: 'Points lie between 0 and the weight' },
    find: outOfRange,
  },
];

/** Where the scheme says what a first-level indicator weighs, that is compared; else the sum of all. */
function weights({ sheet, score }: Material): readonly Found[] {
  const rows = tableOf({ sheet, score });
  const empty = rows.filter(({ max }) => !max);
  if (empty.length > 0) {
    const names = `${empty
      .slice(0, 5)
      .map(({ name }) => name)
      .join('、')}${empty.length > 5 ? '等' : ''}`;
    const message = {
      zh: `${empty.length} 个指标未填分值：${names}`,
      en: `${empty.length} without a weight: ${names}`,
    };
    return [{ message, at: empty.flatMap(({ at }) => at) }];
  }
  const levels = wrongLevels(rows, score);
  return levels.length > 0 ? levels : wrongTotal(rows);
}

function wrongLevels(rows: readonly Row[], score: ScoreOfScheme | null): readonly Found[] {
  const wanted = score?.indicators.filter(({ id, points }) => points === null && !id.includes('/')) ?? [];
  return wanted.flatMap(({ name, maxPoints }) => {
    const own = rows.filter(({ row }) => levelOf(row.level1) === levelOf(name));
    const sum = total(own);
    if (own.length === 0 || sum.eq(maxPoints)) return [];
    const message = {
      zh: `${name}的三级指标分值合计 ${plain(sum)}，方案规定 ${maxPoints}`,
      en: `The weights under ${name} make ${plain(sum)}; the scheme gives it ${maxPoints}`,
    };
    return [{ message, at: own.flatMap(({ at }) => at) }];
  });
}

function wrongTotal(rows: readonly Row[]): readonly Found[] {
  if (rows.length === 0) return [];
  const sum = total(rows);
  const complete = sum.eq(100) || (sum.eq(90) && !rows.some(isExecution));
  if (complete) return [];
  const message = {
    zh: `指标分值合计 ${plain(sum)}，应为 100（不含预算执行率 10 分时为 90）`,
    en: `The weights make ${plain(sum)} instead of 100 (90 without the 10 of the execution rate)`,
  };
  return [{ message, at: [{ pointer: '/indicators' }] }];
}

function outOfRange(material: Material): readonly Found[] {
  const rows = rowsOf(material).flatMap(({ name, points, max, at }): Found[] => {
    if (!points || !max || (points.gte(0) && points.lte(max))) return [];
    const message = {
      zh: `${name}得 ${plain(points)} 分，不在 0 与分值 ${plain(max)} 之间`,
      en: `${name} has ${plain(points)} points, not between 0 and its weight ${plain(max)}`,
    };
    return [{ message, at }];
  });
  const own = claimed(material);
  if (!own || (own.gte(0) && own.lte(100))) return rows;
  const message = {
    zh: `自评得分 ${plain(own)} 不在 0 与 100 之间`,
    en: `The claimed score ${plain(own)} is not between 0 and 100`,
  };
  return [...rows, { message, at: [{ pointer: '/head/selfScore' }] }];
}

/** The weights together; an empty one counts for nothing. */
export function total(rows: readonly Row[]): Decimal {
  return add(...rows.flatMap(({ max }) => max ?? []));
}
