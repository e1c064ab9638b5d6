import { refusal } from '../refusals.js';
import { type Issued, raised } from '../situation.js';
import type { Order, Policy } from './policy.js';

/** E6: nothing that a BLOCK finding stands against is submitted. */
export const noOpenBlocks: Policy<Order<'Submit'>> = ({ data }) => {
  const open = data.findings.filter(({ severity }) => severity === 'BLOCK').map(({ id }) => id);
  return open.length > 0 ? refusal('submission.open-blocks', { findings: open }) : null;
};

/** Every WARN finding has the unit's answer, given for this version. */
export const warningsAreAnswered: Policy<Order<'Submit'>> = ({ data }, { version, findingAnswers }) => {
  const answered = (id: string) => findingAnswers.some((one) => one.finding.id === id && one.version === version);
  const open = data.findings.filter(({ id, severity }) => severity === 'WARN' && !answered(id)).map(({ id }) => id);
  return open.length > 0 ? refusal('submission.unanswered-warnings', { findings: open }) : null;
};

/** E6: nothing is passed while an ERROR finding is open that no second reviewer lets stand. */
export const errorsAreWaived: Policy<Order<'PassFirstReview'>> = (_, state) =>
  openErrors(state, ({ version }) => version === state.version);

/** E6: who passes the second review answers for the waivers: they are in that person's own writing. */
export const errorsAreWaivedByTheReviewer: Policy<Order<'PassSecondReview'>> = ({ by }, state) =>
  openErrors(state, (waiver) => waiver.version === state.version && waiver.by === by.personId);

/** A waiver is for an ERROR that stands against this version. */
export const findingCanBeWaived: Policy<Order<'WaiveFinding'>> = ({ data: { findingId } }, state) => {
  const finding = raised(state).find(({ id }) => id === findingId);
  if (!finding) return refusal('finding.unknown', { pointer: '/findingId' });
  return finding.severity === 'ERROR' ? null : refusal('finding.not-waivable', { severity: finding.severity });
};

function openErrors(state: Issued, counts: (waiver: Issued['waivers'][number]) => boolean) {
  const waived = new Set(state.waivers.filter(counts).map(({ findingId }) => findingId));
  const open = raised(state).filter(({ id, severity }) => severity === 'ERROR' && !waived.has(id));
  return open.length > 0 ? refusal('review.open-errors', { findings: open.map(({ id }) => id) }) : null;
}
