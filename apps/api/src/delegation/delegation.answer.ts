import { Has, MapOf } from '../http/told.js';

/** A reviewer’s seats in another’s hands for some days. */
export class DelegationAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly delegator!: string;
  @Has('text') readonly delegate!: string;
  @Has('day') readonly from!: string;
  @Has('day') readonly until!: string;
  @Has('text') readonly reason!: string;
  @Has('text') readonly by!: string;
  @Has('flag') readonly ended!: boolean;
}

export class DelegationsAnswer {
  @Has([DelegationAnswer]) readonly given!: readonly DelegationAnswer[];
  @Has(['text'], { description: 'persons whose seats I take today' }) readonly actingFor!: readonly string[];
  @MapOf('text', { description: 'name of each person' }) readonly names!: Readonly<Record<string, string>>;
}

/** A delegation as the department knows it. */
export class DepartmentDelegationAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly delegator!: string;
  @Has('text') readonly delegatorName!: string;
  @Has('text') readonly delegate!: string;
  @Has('text') readonly delegateName!: string;
  @Has('day') readonly from!: string;
  @Has('day') readonly until!: string;
}

export class DelegateAnswer {
  @Has('text') readonly personId!: string;
  @Has('text') readonly name!: string;
}
