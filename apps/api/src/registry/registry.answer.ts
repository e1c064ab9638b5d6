import { MEMBERSHIP_KINDS, UNIT_KINDS } from '#libs/registry';
import { Has, Word } from '../http/told.js';
import { ProposalAnswer } from '../personnel/personnel.dto.js';
import { GrantAnswer } from '../session/session.answer.js';

export class DivisionAnswer {
  @Has('text', { example: '431225' }) readonly code!: string;
  @Has('text') readonly name!: string;
  @Has('moment') readonly createdAt!: Date;
}

export class UnitAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly code!: string;
  @Has('text') readonly name!: string;
  @Has('text') readonly divisionCode!: string;
  @Has('text', { nullable: true }) readonly parentId!: string | null;
  @Word('UnitKind', UNIT_KINDS) readonly kind!: string;
  @Has('moment') readonly createdAt!: Date;
}

export class MembershipAnswer {
  @Has('text') readonly unitId!: string;
  @Word('MembershipKind', MEMBERSHIP_KINDS) readonly kind!: string;
  @Has('day') readonly from!: string;
  @Has('day', { nullable: true }) readonly to!: string | null;
}

export class PersonAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly name!: string;
  @Has([MembershipAnswer]) readonly memberships!: readonly MembershipAnswer[];
}

/** A role of an account with its days, and how it came to be. */
export class DatedGrantAnswer extends GrantAnswer {
  @Has('text') readonly id!: string;
  @Has('day') readonly from!: string;
  @Has('day', { nullable: true, description: 'null: until it is taken back' }) readonly to!: string | null;
  @Word('GrantBasis', ['carried', 'bootstrap', 'two-persons', 'break-glass']) readonly basis!: string;
}

export class AccountAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly personId!: string;
  @Has('text') readonly login!: string;
  @Has([DatedGrantAnswer]) readonly grants!: readonly DatedGrantAnswer[];
  @Has('moment', { nullable: true, description: 'null: it is open' }) readonly disabledAt!: string | null;
  @Has('flag', { description: 'its password still is the one-time one' }) readonly oneTime!: boolean;
  @Word('FactorKind', ['totp', 'passkey'], { isArray: true }) readonly factors!: readonly string[];
}

export class OpenedAccountAnswer extends AccountAnswer {
  @Has('text', { nullable: true, description: 'told once and never again; null: it was told before' })
  readonly oneTimePassword!: string | null;
}

/** An account with the roles that wait for the other office. */
export class GrantedAccountAnswer extends AccountAnswer {
  @Has([ProposalAnswer]) readonly proposals!: readonly ProposalAnswer[];
}

export class NewAccountAnswer extends OpenedAccountAnswer {
  @Has([ProposalAnswer]) readonly proposals!: readonly ProposalAnswer[];
}

/** A unit in whose matters somebody declared a conflict of interest. */
export class ConflictAnswer {
  @Has('text') readonly personId!: string;
  @Has('text') readonly unitId!: string;
  @Has('text') readonly reason!: string;
  @Has('moment') readonly declaredAt!: Date;
}

export class ConflictsAnswer {
  @Has([ConflictAnswer]) readonly items!: readonly ConflictAnswer[];
}
