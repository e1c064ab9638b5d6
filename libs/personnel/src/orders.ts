import type { Role } from '#libs/evaluation';
import type { Command } from '#libs/kernel';
import type { Grant, Membership } from './facts.js';

/** A role somebody shall have. No `from`: from today on; no `to`: until it is taken back. */
export interface Wish {
  /** Of the grant that may come of it; given by the caller, so that a repeated order makes the same. */
  readonly id: string;
  /** Whose stream it is. */
  readonly personId: string;
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type PersonCommand =
  | Command<'RegisterPerson', { readonly name: string; readonly memberships: readonly Membership[] }>
  | Command<
      'AdoptPerson',
      { readonly name: string; readonly memberships: readonly Membership[]; readonly grants: readonly Grant[] }
    >
  | Command<'RenamePerson', { readonly name: string }>
  | Command<'SetMemberships', { readonly memberships: readonly Membership[] }>
  | Command<'ProposeRole', Wish>
  | Command<'ConfirmRole', { readonly id: string; readonly personId: string }>
  | Command<'DeclineRole', { readonly id: string; readonly reason: string }>
  /** `bootstrap`: whether nobody has held the second office yet. */
  | Command<'GrantRole', Wish & { readonly bootstrap: boolean }>
  | Command<'RevokeRole', Pick<Wish, 'accountId' | 'role' | 'unitId'>>
  | Command<'BreakGlass', Omit<Wish, 'from' | 'to'> & { readonly reason: string }>
  | Command<
      'ReviewBreakGlass',
      { readonly id: string; readonly personId: string; readonly justified: boolean; readonly opinion: string }
    >;
