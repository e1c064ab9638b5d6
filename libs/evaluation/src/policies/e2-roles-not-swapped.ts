import type { Command } from '#libs/kernel';
import { refusal } from '../refusals.js';
import type { Policy } from './policy.js';

/** E2: who once gave this version the first pass does not come back as its second reviewer, also after revoking it. */
export const reviewersKeepTheirRoles: Policy<Command> = ({ by }, { firstPassesBy }) =>
  firstPassesBy.includes(by.personId) ? refusal('review.roles-swapped') : null;

/** E2: nor does who waived a finding of this version, as its second reviewer, give it the first pass. */
export const waiverGiverStaysSecond: Policy<Command> = ({ by }, { waivers, version }) =>
  waivers.some((waiver) => waiver.version === version && waiver.by === by.personId)
    ? refusal('review.roles-swapped')
    : null;
