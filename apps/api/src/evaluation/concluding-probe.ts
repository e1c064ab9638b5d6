import type { Issued } from '#libs/evaluation';
import type { Wish } from './evaluations.js';

const WORDS = '某某某某某某某某某某';
const DAY = '2022-03-01';

/** The least that can be said with each command that concludes: only persons, roles and stages are left to object to. */
export function concludingProbe(type: Wish['type'], state: Issued): Wish {
  const reading = { version: state.version, contentHash: state.submittedHash ?? '' };
  const { findings } = state.conclusion;
  const findingId = (among: (finding: (typeof findings)[number]) => boolean) =>
    (findings.find((one) => one.closed === null && among(one)) ?? findings.at(-1))?.id ?? '';
  switch (type) {
    case 'RecordRecheck':
      return { type, data: { ...reading, opinion: WORDS, recheckScore: '80' } };
    case 'Finalize':
      return { type, data: reading };
    case 'OrderRectification':
      return { type, data: { basis: WORDS, dueOn: DAY, findings: [{ text: WORDS }] } };
    case 'ReplyToRectification':
      return { type, data: { findingId: findingId(({ reply }) => reply === null), reply: WORDS } };
    case 'RejectRectification':
      return { type, data: { findingId: findingId(({ reply }) => reply !== null), reason: WORDS } };
    case 'CloseRectification':
      return { type, data: { findingId: findingId(({ reply }) => reply !== null), note: WORDS } };
    case 'Publish':
      return { type, data: { ...reading, place: WORDS, publishedOn: DAY, personalData: [] } };
    case 'CorrectPublication':
      return { type, data: { ...reading, place: WORDS, publishedOn: DAY, reason: WORDS } };
    case 'Archive':
      return { type, data: { ...reading, ...(state.stage === 'FINAL' && { unpublishedReason: WORDS }) } };
    default:
      throw new Error(`${type} is not for people`);
  }
}
