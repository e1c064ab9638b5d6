import { addDays, dayOf } from '#libs/calendar';
import { isOffice } from '#libs/evaluation';
import type { Actor } from '#libs/kernel';
import { excluding, overlap } from './excluding.js';
import { GRANTING, type Grant, type GrantingOffice, type PersonEvent } from './facts.js';
import type { Wish } from './orders.js';
import { refusal } from './refusals.js';
import type { Staff } from './staff.js';

/** How long a proposal waits for the other office. */
const PROPOSAL_DAYS = 7;
/** A grant by one alone holds on so many days, the first included. */
const GLASS_DAYS = 3;
const REASON = 10;
const DAY_MS = 86_400_000;

interface Given {
  readonly by: Actor;
  readonly at: string;
}

/** One of the two offices that give roles proposes it; nothing follows when it is held or proposed already. */
export function propose(staff: Staff, wish: Wish, { by, at }: Given): readonly PersonEvent[] {
  const as = officeOf(by);
  const grant = grantOf(wish, at);
  checkWish(staff, grant, wish.personId, by);
  const open = staff.proposals.some((one) => isAlike(one, grant) && one.expiresAt > at);
  if (open || isHeld(staff, grant)) return [];
  const expiresAt = new Date(Date.parse(at) + PROPOSAL_DAYS * DAY_MS).toISOString();
  return [{ type: 'RoleProposed', data: { ...grant, expiresAt, as, by: by.personId } }];
}

/** Somebody else in the other office confirms it, in time. */
export function confirm(
  staff: Staff,
  { id, personId }: { readonly id: string; readonly personId: string },
  { by, at }: Given,
): readonly PersonEvent[] {
  const office = officeOf(by);
  const proposal = staff.proposals.find((one) => one.id === id);
  if (!proposal) throw refusal('grant.proposal-not-found');
  if (proposal.by === by.personId) throw refusal('grant.needs-two-persons');
  if (proposal.as === office) throw refusal('grant.needs-other-office');
  if (proposal.expiresAt <= at) throw refusal('grant.proposal-expired');
  const { accountId, role, unitId, to, by: proposedBy } = proposal;
  const today = dayOf(at);
  const from = [proposal.from, today].sort().at(-1)!;
  const grant: Grant = { id, accountId, role, unitId, from, to };
  checkWish(staff, grant, personId, by);
  return [{ type: 'RoleGranted', data: { ...grant, basis: 'two-persons', proposedBy, by: by.personId } }];
}

/** Taken back by who proposed it, or declined by another; both offices may. */
export function decline(staff: Staff, id: string, reason: string, { by }: Given): readonly PersonEvent[] {
  officeOf(by);
  checkText(reason, '/reason', 2);
  if (!staff.proposals.some((one) => one.id === id)) throw refusal('grant.proposal-not-found');
  return [{ type: 'RoleDeclined', data: { id, reason, by: by.personId } }];
}

/** In the bootstrap the first administrator gives roles alone. */
export function grantAlone(staff: Staff, wish: Wish & { bootstrap: boolean }, { by, at }: Given) {
  if (!wish.bootstrap) throw refusal('grant.needs-two-persons');
  const grant = grantOf(wish, at);
  checkWish(staff, grant, wish.personId, by);
  if (isHeld(staff, grant)) return [];
  const data = { ...grant, basis: 'bootstrap' as const, proposedBy: null, by: by.personId };
  return [{ type: 'RoleGranted' as const, data }];
}

/** A role is taken back at once, by one alone: what takes power away needs no second. */
export function revoke(
  staff: Staff,
  wish: Pick<Wish, 'accountId' | 'role' | 'unitId'>,
  { by, at }: Given,
): readonly PersonEvent[] {
  officeOf(by);
  const today = dayOf(at);
  const lastDay = addDays(today, -1);
  return staff.grants
    .filter((grant) => isAlike(grant, wish) && (grant.to === null || grant.to >= today))
    .map(({ id, accountId, role, unitId }) => ({
      type: 'RoleRevoked',
      data: { id, accountId, role, unitId, lastDay, by: by.personId },
    }));
}

/** Where the other cannot be reached, one alone gives a role for three days; an auditor has to look at it afterwards. */
export function breakGlass(
  staff: Staff,
  { reason, ...wish }: Omit<Wish, 'from' | 'to'> & { readonly reason: string },
  { by, at }: Given,
): readonly PersonEvent[] {
  officeOf(by);
  checkText(reason, '/reason', REASON);
  const to = addDays(dayOf(at), GLASS_DAYS - 1);
  const grant = { ...grantOf(wish, at), to };
  checkWish(staff, grant, wish.personId, by);
  return [{ type: 'GlassBroken', data: { ...grant, reason, by: by.personId } }];
}

/** In writing, by somebody of the audit who neither gave nor got it, and once. */
export function reviewBreakGlass(
  staff: Staff,
  { id, personId, justified, opinion }: { id: string; personId: string; justified: boolean; opinion: string },
  { by }: Given,
): readonly PersonEvent[] {
  const glass = staff.glasses.find((one) => one.id === id);
  if (!glass) throw refusal('break-glass.not-found');
  if (by.role !== 'auditor' && by.role !== 'audit-administrator') throw refusal('grant.not-ones-office');
  if (glass.by === by.personId || personId === by.personId) throw refusal('break-glass.own');
  if (glass.reviewed) throw refusal('break-glass.reviewed-already');
  checkText(opinion, '/opinion', REASON);
  return [{ type: 'BreakGlassReviewed', data: { id, justified, opinion, by: by.personId } }];
}

function checkWish(staff: Staff, grant: Grant, personId: string, by: Actor): void {
  if (isOffice(grant.role) && grant.unitId !== null) throw refusal('grant.unit-not-allowed', { pointer: '/unitId' });
  if (!isOffice(grant.role) && grant.unitId === null) throw refusal('grant.unit-needed', { pointer: '/unitId' });
  if (grant.to !== null && grant.to < grant.from) throw refusal('grant.days-reversed', { pointer: '/to' });
  if (personId === by.personId) throw refusal('grant.to-oneself');
  const other = excluding(staff.grants, grant);
  if (other) throw refusal('grant.excluded-role', { pointer: '/role', excludes: other.role });
}

function grantOf({ id, accountId, role, unitId, from, to }: Wish, at: string): Grant {
  return { id, accountId, role, unitId, from: from ?? dayOf(at), to: to ?? null };
}

function officeOf({ role }: Actor): GrantingOffice {
  const office = GRANTING.find((one) => one === role);
  if (!office) throw refusal('grant.not-ones-office');
  return office;
}

const isAlike = (
  one: Pick<Wish, 'accountId' | 'role' | 'unitId'>,
  other: Pick<Wish, 'accountId' | 'role' | 'unitId'>,
) => one.accountId === other.accountId && one.role === other.role && one.unitId === other.unitId;

const isHeld = ({ grants }: Staff, wish: Grant): boolean =>
  grants.some((grant) => isAlike(grant, wish) && overlap(grant, wish));

function checkText(text: string, pointer: string, least: number): void {
  if ([...text.trim()].length < least) throw refusal('text.too-short', { pointer, least });
}
