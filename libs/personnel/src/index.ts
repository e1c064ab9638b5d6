export { excludes, excluding, overlap } from './excluding.js';
export {
  type BreakGlassReviewed,
  type GlassBroken,
  GRANTING,
  type Grant,
  type GrantingOffice,
  type Membership,
  type PersonEvent,
  type RoleGranted,
  type RoleProposed,
  type RoleRevoked,
} from './facts.js';
export type { PersonCommand, Wish } from './orders.js';
export { personnel } from './personnel.js';
export { PERSONNEL_REFUSALS } from './refusals.js';
export type { Staff } from './staff.js';
