import { isPlace } from '../../policies/e5-located-return.js';
import type { Order, Policy } from '../../policies/policy.js';
import { refusal } from '../../refusals.js';
import type { Issued } from '../../situation.js';
import { wording } from '../../wording.js';

type Settling = Order<'ReplyToRectification' | 'RejectRectification' | 'CloseRectification'>;

const TEXT = { least: 2, most: 2_000 };
const MOST = 100;

const known = ({ data }: Settling, { conclusion }: Issued) =>
  conclusion.findings.find(({ id }) => id === data.findingId);

/** A rectification names what is to be set right, and where it lies when it lies somewhere. */
export const findingsAreWorded: Policy<Order<'OrderRectification'>> = ({ data: { findings } }, { sheet }) => {
  if (findings.length === 0) return refusal('rectification.needs-a-finding', { pointer: '/findings' });
  if (findings.length > MOST) return refusal('rectification.too-many-findings', { pointer: '/findings', most: MOST });
  for (const [n, { path, text }] of findings.entries()) {
    if (path !== undefined && !isPlace(sheet, path))
      return refusal('rectification.finding-not-located', { pointer: `/findings/${n}/path` });
    const unfit = wording(text, `/findings/${n}/text`, TEXT);
    if (unfit) return unfit;
  }
  return null;
};

/** What was closed stays closed. */
export const findingIsOpen: Policy<Settling> = (command, state) => {
  const finding = known(command, state);
  if (finding === undefined) return refusal('rectification.unknown', { pointer: '/findingId' });
  return finding.closed === null ? null : refusal('rectification.is-closed', { findingId: finding.id });
};

/** A finding is judged by what the unit said to it. */
export const findingHasAReply: Policy<Order<'RejectRectification' | 'CloseRectification'>> = (command, state) =>
  known(command, state)?.reply ? null : refusal('rectification.not-replied', { findingId: command.data.findingId });

/** E1: nobody closes or judges what he replied to himself. */
export const closerDidNotReply: Policy<Order<'RejectRectification' | 'CloseRectification'>> = (command, state) =>
  known(command, state)?.repliers.includes(command.by.personId)
    ? refusal('rectification.needs-another-person', { findingId: command.data.findingId })
    : null;

/** What people write of it. */
export const settlementIsWorded: Policy<Order<keyof typeof WORDS>> = (command) => {
  const { pointer, least } = WORDS[command.type];
  const text = (command.data as unknown as Readonly<Record<string, string | undefined>>)[pointer.slice(1)];
  return text === undefined && least === 0 ? null : wording(text ?? '', pointer, { least, most: TEXT.most });
};
const WORDS = {
  Finalize: { pointer: '/note', least: 0 },
  OrderRectification: { pointer: '/basis', least: 2 },
  ReplyToRectification: { pointer: '/reply', least: 2 },
  RejectRectification: { pointer: '/reason', least: 10 },
  CloseRectification: { pointer: '/note', least: 2 },
  CorrectPublication: { pointer: '/reason', least: 10 },
} as const;
