import type { Sheet } from '#libs/sheet';
import { type Exact, exact, sure } from './exact.js';
import type { Scheme } from './scheme.js';
import type { Claim, Score } from './score.js';
import type { Text } from './text.js';

type Computed = Pick<Score, 'computable' | 'total' | 'ceiling' | 'ceilingGrade'>;

/** Compares the unit's own score with what the scheme gives; `floor` is what the computable part alone comes to. */
export function compareClaim(sheet: Sheet, scheme: Scheme, computed: Computed, floor: Exact): Claim | null {
  const claimed = sheet.head.selfScore?.trim();
  if (!claimed) return null;
  const value = exact(claimed);
  if (!value) return { claimed, verdict: 'unreadable', text: UNREADABLE };
  const tolerance = sure(scheme.file.claimTolerance ?? '0');
  const { total, ceiling } = computed;
  if (ceiling === null) return { claimed, verdict: 'possible', text: NOTHING_APPLIES };
  const within = value.gte(floor.minus(tolerance)) && value.lte(sure(ceiling).plus(tolerance));
  if (!within) return { claimed, verdict: 'not-reproducible', text: notReproducible(claimed, scheme, computed) };
  return total === null
    ? { claimed, verdict: 'possible', text: possible(claimed, scheme, computed) }
    : { claimed, verdict: 'reproduced', text: reproduced(claimed, scheme, total) };
}

function notReproducible(claimed: string, scheme: Scheme, computed: Computed): Text {
  const { zh, en } = reason(computed);
  return {
    zh: `自评 ${claimed} 分按方案 ${nameOf(scheme)} 不能复现：${zh}`,
    en: `The claimed ${claimed} is not reproducible under scheme ${nameOf(scheme)}: ${en}`,
  };
}

function possible(claimed: string, scheme: Scheme, computed: Computed): Text {
  const { zh, en } = reason(computed);
  return {
    zh: `自评 ${claimed} 分按方案 ${nameOf(scheme)} 尚不能核实：${zh}`,
    en: `The claimed ${claimed} can be neither confirmed nor excluded under scheme ${nameOf(scheme)}: ${en}`,
  };
}

function reproduced(claimed: string, scheme: Scheme, total: string): Text {
  return {
    zh: `自评 ${claimed} 分与方案 ${nameOf(scheme)} 测算的 ${total} 分相符`,
    en: `The claimed ${claimed} agrees with ${total} computed under scheme ${nameOf(scheme)}`,
  };
}

function reason({ computable: { points, maxPoints }, total, ceiling, ceilingGrade }: Computed): Text {
  if (total !== null) return { zh: `测算得 ${total} 分`, en: `it gives ${total}` };
  const grade = ceilingGrade?.grade ?? '';
  return {
    zh: `可测算的 ${maxPoints} 分中得 ${points} 分，其余全部得满也至多 ${ceiling} 分（${grade}）`,
    en: `${points} of the ${maxPoints} points that can be computed, at most ${ceiling} (${grade}) with every other point`,
  };
}

function nameOf({ file }: Scheme): string {
  return `${file.id} v${file.version}`;
}

const UNREADABLE: Text = { zh: '自评得分不是可读的数字', en: 'The claimed score is not a readable number' };
const NOTHING_APPLIES: Text = { zh: '没有适用的指标', en: 'No indicator applies' };
