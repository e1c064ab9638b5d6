import type { Grant, Membership, PersonEvent, RoleProposed } from './facts.js';

/** One person as the stream tells it. */
export interface Staff {
  /** False: nothing is recorded yet; who was entered before records were kept is adopted first. */
  readonly known: boolean;
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** What is held, was held, or will be, and was not taken back before it began. */
  readonly grants: readonly Grant[];
  /** What was neither confirmed nor declined, also when it is too late to. */
  readonly proposals: readonly RoleProposed[];
  /** Grants by one alone, and whether an auditor has looked at them. */
  readonly glasses: readonly { readonly id: string; readonly by: string; readonly reviewed: boolean }[];
}

export const NOBODY: Staff = { known: false, name: '', memberships: [], grants: [], proposals: [], glasses: [] };

/** What a fact changes. */
export function evolve(staff: Staff, event: PersonEvent): Staff {
  switch (event.type) {
    case 'PersonRegistered':
      return { ...staff, known: true, name: event.data.name, memberships: event.data.memberships };
    case 'PersonAdopted': {
      const { name, memberships, grants } = event.data;
      return { ...staff, known: true, name, memberships, grants };
    }
    case 'PersonRenamed':
      return { ...staff, name: event.data.name };
    case 'MembershipBegun': {
      const { by: _, ...begun } = event.data;
      return { ...staff, memberships: [...without(staff.memberships, begun), begun] };
    }
    case 'MembershipEnded': {
      const { to } = event.data;
      const ended = staff.memberships.map((one) => (isSame(one, event.data) ? { ...one, to } : one));
      return { ...staff, memberships: ended };
    }
    case 'MembershipStruck':
      return { ...staff, memberships: without(staff.memberships, event.data) };
    case 'RoleProposed':
      return { ...staff, proposals: [...staff.proposals, event.data] };
    case 'RoleDeclined':
      return { ...staff, proposals: staff.proposals.filter(({ id }) => id !== event.data.id) };
    case 'RoleGranted': {
      const proposals = staff.proposals.filter(({ id }) => id !== event.data.id);
      return { ...staff, grants: [...staff.grants, grantOf(event.data)], proposals };
    }
    case 'RoleRevoked':
      return { ...staff, grants: staff.grants.flatMap((grant) => revoked(grant, event.data)) };
    case 'GlassBroken': {
      const { id, by } = event.data;
      const glasses = [...staff.glasses, { id, by, reviewed: false }];
      return { ...staff, grants: [...staff.grants, grantOf(event.data)], glasses };
    }
    case 'BreakGlassReviewed': {
      const { id } = event.data;
      return { ...staff, glasses: staff.glasses.map((one) => (one.id === id ? { ...one, reviewed: true } : one)) };
    }
    default:
      return staff;
  }
}

/** Whether both speak of one membership: a person comes to a unit once on a day. */
export const isSame = (one: Pick<Membership, 'unitId' | 'from'>, other: Pick<Membership, 'unitId' | 'from'>): boolean =>
  one.unitId === other.unitId && one.from === other.from;

const without = (memberships: readonly Membership[], gone: Pick<Membership, 'unitId' | 'from'>) =>
  memberships.filter((one) => !isSame(one, gone));

function revoked(grant: Grant, { id, lastDay }: { readonly id: string; readonly lastDay: string }): readonly Grant[] {
  if (grant.id !== id) return [grant];
  return lastDay < grant.from ? [] : [{ ...grant, to: lastDay }];
}

function grantOf({ id, accountId, role, unitId, from, to }: Grant): Grant {
  return { id, accountId, role, unitId, from, to };
}
