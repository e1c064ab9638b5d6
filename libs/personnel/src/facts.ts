import type { Office, Role } from '#libs/evaluation';
import type { Event } from '#libs/kernel';

/** Where a person belongs or is seconded to (借调). Days of the bureau's calendar, both included; no last day: still. */
export interface Membership {
  readonly unitId: string;
  readonly kind: 'member' | 'seconded';
  readonly from: string;
  readonly to: string | null;
}

/** A role of one of the person's accounts, over a unit or, for the three offices, over none. */
export interface Grant {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** The offices that give roles, two of them together: one proposes, the other confirms. */
export const GRANTING = ['administrator', 'security-administrator'] as const satisfies readonly Office[];
export type GrantingOffice = (typeof GRANTING)[number];

export interface RoleProposed extends Grant {
  /** Until when it can be confirmed, ISO 8601. */
  readonly expiresAt: string;
  /** The office in which it was proposed; the other one confirms. */
  readonly as: GrantingOffice;
  readonly by: string;
}

export interface RoleGranted extends Grant {
  /** `bootstrap`: by one alone, because nobody held the second office yet. */
  readonly basis: 'two-persons' | 'bootstrap';
  /** Who proposed what was confirmed; null: nobody, in the bootstrap. */
  readonly proposedBy: string | null;
  readonly by: string;
}

/** 破窗: one alone gave a role for a few days, because the other could not be reached. */
export interface GlassBroken extends Grant {
  readonly to: string;
  readonly reason: string;
  readonly by: string;
}

export interface BreakGlassReviewed {
  /** Of the grant. */
  readonly id: string;
  readonly justified: boolean;
  readonly opinion: string;
  readonly by: string;
}

export interface RoleRevoked extends Pick<Grant, 'id' | 'accountId' | 'role' | 'unitId'> {
  /** The role is over at once; this is the last day on which it was held, possibly before it began. */
  readonly lastDay: string;
  readonly by: string;
}

/** Streams `person-<id>`: who the person is, where the person belonged when, and what the person could do when, by whom. */
export type PersonEvent =
  | Event<
      'PersonRegistered',
      { readonly name: string; readonly memberships: readonly Membership[]; readonly by: string }
    >
  | Event<
      'PersonAdopted',
      {
        readonly name: string;
        readonly memberships: readonly Membership[];
        readonly grants: readonly Grant[];
        readonly by: string;
      }
    >
  | Event<'PersonRenamed', { readonly name: string; readonly before: string; readonly by: string }>
  | Event<'MembershipBegun', Membership & { readonly by: string }>
  | Event<'MembershipEnded', Pick<Membership, 'unitId' | 'from'> & { readonly to: string; readonly by: string }>
  | Event<'MembershipStruck', Pick<Membership, 'unitId' | 'from'> & { readonly by: string }>
  | Event<'RoleProposed', RoleProposed>
  | Event<'RoleDeclined', { readonly id: string; readonly reason: string; readonly by: string }>
  | Event<'RoleGranted', RoleGranted>
  | Event<'RoleRevoked', RoleRevoked>
  | Event<'GlassBroken', GlassBroken>
  | Event<'BreakGlassReviewed', BreakGlassReviewed>;
