import { add, Decimal, decimal } from '#libs/sheet';
import { type Execution, executionOf } from '../execution.js';
import { read } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material, ScoreOfScheme } from '../material.js';
import { claimed, isExecution, plain, type Row, rowsOf, SIGN } from '../rows.js';
import type { Rule } from '../rule.js';
import { total } from './weights.js';

/** Points are rounded to one or two decimals by hand: within this they agree. */
const TOLERANCE = '0.1';

/** C03–C06: the unit's points against what they are computed from. */
export const POINTS: readonly Rule[] = [
  {
    id: 'C03',
    severity: 'ERROR',
    runs: 'save',
    title: {
      zh: '执行率得分 = 执行率 × 分值，封顶为满分',
      en: 'Points for execution = rate × weight, at most the weight',
    },
    find: (material) =>
      rowsOf(material)
        .filter(isExecution)
        .flatMap((row) => wrongExecution(row, material)),
  },
  {
    id: 'C04',
    severity: 'ERROR',
    runs: 'save',
    title: { zh: '定量指标按指标性质计分', en: 'Quantitative points follow from target and actual value' },
    find: (material) => rowsOf(material).flatMap(wrongQuantity),
  },
  {
    id: 'C05',
    severity: 'ERROR',
    runs: 'save',
    title: { zh: '定性得分在所选等次的分值区间内', en: 'Qualitative points lie in the band of the chosen level' },
    find: (material) => rowsOf(material).flatMap((row) => outsideBand(row, material)),
  },
  {
    id: 'C06',
    severity: 'BLOCK',
    runs: 'save',
    title: { zh: '自评得分 = 各项得分合计', en: 'The claimed score is the sum of the points' },
    find: wrongSum,
  },
];

function wrongExecution({ name, points, max, row, actual, at }: Row, material: Material): readonly Found[] {
  const execution: Execution | null =
    executionOf(material) ??
    (actual && row.unitOfMeasure === '%'
      ? { rate: actual, worked: `${row.name} ${plain(actual)}%`, figures: [] }
      : null);
  if (!points || !max || !execution) return [];
  const due = Decimal.min(execution.rate.times(max).div(100), max).toDecimalPlaces(2);
  if (points.minus(due).abs().lte(TOLERANCE)) return [];
  const message = {
    zh: `${name}得 ${plain(points)} 分，应为 ${plain(due)} 分：${execution.worked}，× ${plain(max)}，最高 ${plain(max)}`,
    en: `${name} has ${plain(points)} points instead of ${plain(due)}: ${execution.worked}, × ${plain(max)}, at most ${plain(max)}`,
  };
  return [{ message, figures: read(...execution.figures), at }];
}

function wrongQuantity({ name, row, points, target, actual, scored, at }: Row): readonly Found[] {
  const due = row.direction === 'QUALITATIVE' || !scored?.points ? null : decimal(scored.points);
  if (!points || !due || points.minus(due).abs().lte(TOLERANCE)) return [];
  const values = `${SIGN[row.direction]} ${target ? plain(target) : '—'}`;
  const done = actual ? plain(actual) : '—';
  const message = {
    zh: `${name}得 ${plain(points)} 分，按指标值 ${values}、完成值 ${done} 应为 ${plain(due)} 分`,
    en: `${name} has ${plain(points)} points; target ${values} and actual value ${done} give ${plain(due)}`,
  };
  return [{ message, at }];
}

function outsideBand({ key, name, row, points, max, scored, at }: Row, material: Material): readonly Found[] {
  if (row.direction !== 'QUALITATIVE' || !points || !max) return [];
  const level = levelChosen(key, material);
  const band = level && bandOf(level, material.score?.levels ?? [], max);
  if (band) {
    const inside = points.gte(band.from) && (band.best ? points.lte(band.to) : points.lt(band.to));
    if (inside) return [];
    const range = `[${plain(band.from)}, ${plain(band.to)}${band.best ? ']' : ')'}`;
    const message = {
      zh: `${name}评为“${band.label}”，得 ${plain(points)} 分，不在 ${range} 内`,
      en: `${name} is judged “${band.label}” and has ${plain(points)} points, not in ${range}`,
    };
    return [{ message, at }];
  }
  const due = scored?.points ? decimal(scored.points) : null;
  if (!due || points.minus(due).abs().lte(TOLERANCE)) return [];
  const message = {
    zh: `${name}得 ${plain(points)} 分，与所评等次的 ${plain(due)} 分不一致`,
    en: `${name} has ${plain(points)} points; its level was judged with ${plain(due)}`,
  };
  return [{ message, at }];
}

/** The level people chose for a row; answers to rows are kept under `<indicator>/<row key>`. */
function levelChosen(key: string, { sheet }: Material): string | undefined {
  return Object.entries(sheet.answers).find(([id]) => id.endsWith(`/${key}`))?.[1].level;
}

function bandOf(level: string, levels: NonNullable<ScoreOfScheme['levels']>, max: Decimal) {
  const at = levels.findIndex(({ id }) => id === level);
  const here = levels[at];
  if (!here) return null;
  const share = (percent: string) => new Decimal(percent).times(max).div(100);
  return { label: here.label, from: share(here.from), to: share(levels[at - 1]?.from ?? '100'), best: at === 0 };
}

/** With rows that make 90, the points for execution come on top; where its rate is not known, anything from 0 to 10. */
function wrongSum(material: Material): readonly Found[] {
  const own = claimed(material);
  const rows = rowsOf(material);
  const weight = total(rows);
  const points = rows.flatMap((row) => row.points ?? []);
  if (!own || points.length < rows.length || !(weight.eq(100) || weight.eq(90))) return [];
  const sum = add(...points);
  const execution = weight.eq(90) ? executionOf(material) : null;
  const more = execution && Decimal.min(execution.rate.div(10), 10).toDecimalPlaces(2);
  const low = more ? sum.plus(more) : sum;
  const high = weight.eq(90) && !more ? sum.plus(10) : low;
  if (own.gte(low.minus(TOLERANCE)) && own.lte(high.plus(TOLERANCE))) return [];
  const zh = more
    ? `各项得分合计 ${plain(sum)} + 执行率得分 ${plain(more)}（${execution!.worked}）= ${plain(low)}`
    : `各项得分合计 ${plain(sum)}${high.eq(low) ? '' : `，加执行率得分至多 ${plain(high)}`}`;
  const en = more
    ? `the points ${plain(sum)} + ${plain(more)} for execution (${execution!.worked}) = ${plain(low)}`
    : `the points make ${plain(sum)}${high.eq(low) ? '' : `, with those for execution at most ${plain(high)}`}`;
  return [
    {
      message: { zh: `自评得分 ${plain(own)} ≠ ${zh}`, en: `Claimed ${plain(own)}, but ${en}` },
      figures: read(...(execution?.figures ?? [])),
      at: [{ pointer: '/head/selfScore' }],
    },
  ];
}
