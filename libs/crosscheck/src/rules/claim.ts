import { add, type Decimal, decimal, format } from '#libs/sheet';
import { executionOf } from '../execution.js';
import { read } from '../figures.js';
import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import { claimed, isExecution, plain, rowsOf } from '../rows.js';
import type { Rule } from '../rule.js';
import { total } from './weights.js';

/** A claim within this of the ceiling may still be reached by rounding. */
const TOLERANCE = '0.1';
/** Per cent of the points reached by which they may stand above the money spent. */
const OVER_SCORED = '5';
/** From so many indicators, or of so many projects more, full marks everywhere are worth a look. */
const ROWS_ENOUGH = 3;
const PROJECTS_MOST = 5;

/** C07, C10–C12: the claimed score and grade as a whole. */
export const CLAIM: readonly Rule[] = [
  {
    id: 'C07',
    severity: 'ERROR',
    runs: 'save',
    title: { zh: '评价等级与得分相符', en: 'The grade is that of the score' },
    find: wrongGrade,
  },
  {
    id: 'C10',
    severity: 'WARN',
    runs: 'save',
    title: {
      zh: '指标得分率不高于预算执行率 5% 以上',
      en: 'Points reached are no more than 5% above the execution rate',
    },
    find: overScored,
  },
  {
    id: 'C11',
    severity: 'WARN',
    runs: 'save',
    title: { zh: '并非处处满分', en: 'Not full marks everywhere' },
    find: allFull,
  },
  {
    id: 'C11',
    severity: 'WARN',
    runs: 'background',
    title: { zh: '并非项目个个满分', en: 'Not every project at 100' },
    find: allProjectsFull,
  },
  {
    id: 'C12',
    severity: 'ERROR',
    runs: 'save',
    title: { zh: '自评得分不高于方案可达的上限', en: 'The claimed score can be reached under the scheme' },
    find: beyondCeiling,
  },
];

function wrongGrade(material: Material): readonly Found[] {
  const own = claimed(material);
  const stated = material.sheet.head.selfGrade;
  const due = own && gradeOf(own, material);
  if (!stated || !due || due.grade.startsWith(stated)) return [];
  const message = {
    zh: `自评 ${plain(own)} 分应为“${due.grade}”（${due.atLeast} 分及以上），填的是“${stated}”`,
    en: `${plain(own)} is “${due.grade}” (from ${due.atLeast}), but “${stated}” is stated`,
  };
  return [{ message, at: [{ pointer: '/head/selfGrade' }, { pointer: '/head/selfScore' }] }];
}

/** A threshold belongs to the better grade: exactly 90 is the grade from 90. */
function gradeOf(points: Decimal, { score }: Material) {
  return score?.grades.find(({ atLeast }) => points.gte(atLeast));
}

function overScored(material: Material): readonly Found[] {
  const execution = executionOf(material);
  const rows = rowsOf(material).filter((row) => !isExecution(row));
  const points = add(...rows.flatMap((row) => row.points ?? []));
  if (!execution || rows.some((row) => !row.points || !row.max) || points.lte(0)) return [];
  if (total(rows).isZero()) return [];
  const rate = points.div(total(rows)).times(100);
  const gap = rate.minus(execution.rate).div(rate).times(100);
  if (gap.lte(OVER_SCORED)) return [];
  const message = {
    zh: `指标得分率 ${format(rate)}%，预算执行率 ${format(execution.rate)}%（${execution.worked}），偏高 ${format(gap)}%，超过 5%`,
    en: `Points reached ${format(rate)}%, budget executed ${format(execution.rate)}% (${execution.worked}): ${format(gap)}% over, more than 5%`,
  };
  return [{ message, figures: read(...execution.figures), at: [{ pointer: '/indicators' }] }];
}

function allFull(material: Material): readonly Found[] {
  const rows = rowsOf(material);
  const full = rows.filter(({ points, max }) => points && max && points.gte(max));
  if (rows.length >= ROWS_ENOUGH && full.length === rows.length) {
    const message = { zh: `${rows.length} 个指标全部满分`, en: `All ${rows.length} indicators have full marks` };
    return [{ message, at: [{ pointer: '/indicators' }] }];
  }
  if (!claimed(material)?.gte(100)) return [];
  const message = { zh: '自评得分 100 分，即处处满分', en: 'The claimed score is 100: full marks everywhere' };
  return [{ message, at: [{ pointer: '/head/selfScore' }] }];
}

function allProjectsFull(material: Material): readonly Found[] {
  const others = material.others.filter(({ ownUnit, kind }) => ownUnit && kind === 'project');
  const scores = others.map(({ selfScore }) => (selfScore === null ? null : decimal(selfScore)));
  if (material.task.kind === 'project') scores.push(claimed(material));
  const full = scores.length > PROJECTS_MOST && scores.every((score) => score?.gte(100));
  if (!full) return [];
  const message = {
    zh: `本单位 ${scores.length} 个项目全部自评 100 分`,
    en: `All ${scores.length} projects claim 100`,
  };
  return [{ message, at: [{ pointer: '/head/selfScore' }] }];
}

/** Another point table may have been in force, so this never says that the claim is wrong. */
function beyondCeiling({ sheet, score }: Material): readonly Found[] {
  const own = claimed({ sheet });
  const most = score?.ceiling ? decimal(score.ceiling) : null;
  if (!own || !most || own.lte(most.plus(TOLERANCE))) return [];
  const { scheme, computable, ceilingGrade } = score!;
  const by = `${scheme.id} v${scheme.version}`;
  const grade = ceilingGrade?.grade ?? '';
  const message = {
    zh: `自评 ${plain(own)} 分按方案 ${by} 不能复现：可测算的 ${computable.maxPoints} 分中得 ${computable.points} 分，其余全部得满也至多 ${plain(most)} 分${grade && `（${grade}）`}`,
    en: `The claimed ${plain(own)} is not reproducible under scheme ${by}: ${computable.points} of the ${computable.maxPoints} points that can be computed, at most ${plain(most)}${grade && ` (${grade})`} with every other point`,
  };
  return [{ message, at: [{ pointer: '/head/selfScore' }] }];
}
