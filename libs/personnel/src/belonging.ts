import { addDays } from '#libs/calendar';
import type { Membership, PersonEvent } from './facts.js';
import { refusal } from './refusals.js';
import { isSame } from './staff.js';

/** Refuses days in the wrong order, and one unit twice from the same day. */
export function checkMemberships(memberships: readonly Membership[]): void {
  for (const [n, one] of memberships.entries()) {
    const pointer = `/memberships/${n}`;
    if (one.to !== null && one.to < one.from) throw refusal('membership.days-reversed', { pointer: `${pointer}/to` });
    if (memberships.slice(0, n).some((other) => isSame(one, other))) throw refusal('membership.twice', { pointer });
  }
}

/**
 * The facts that lead from where the person belongs to what is wanted. What is past stays: a membership that is left out
 * ends yesterday, and only one that has not begun is struck.
 */
export function changesOf(
  before: readonly Membership[],
  after: readonly Membership[],
  { today, by }: { readonly today: string; readonly by: string },
): readonly PersonEvent[] {
  const begun = after.flatMap((wanted): PersonEvent[] => {
    const known = before.find((one) => isSame(one, wanted));
    if (known && known.kind === wanted.kind && known.to === wanted.to) return [];
    if (known && known.kind === wanted.kind && wanted.to !== null)
      return [{ type: 'MembershipEnded', data: { unitId: wanted.unitId, from: wanted.from, to: wanted.to, by } }];
    return [{ type: 'MembershipBegun', data: { ...wanted, by } }];
  });
  const gone = before
    .filter((known) => !after.some((wanted) => isSame(known, wanted)))
    .flatMap(({ unitId, from, to }): PersonEvent[] => {
      if (from >= today) return [{ type: 'MembershipStruck', data: { unitId, from, by } }];
      if (to !== null && to < today) return [];
      return [{ type: 'MembershipEnded', data: { unitId, from, to: addDays(today, -1), by } }];
    });
  return [...begun, ...gone];
}
