export type { PageRequest, RegistryPage } from './paging.js';
export type { Person } from './persons.js';
export { MOST_PHRASES, type Phrase } from './phrases.js';
export { REGISTRY_REFUSALS } from './refusals.js';
export { Registry } from './registry.js';
export {
  FiscalDivisionRow,
  MEMBERSHIP_KINDS,
  type MembershipKind,
  MembershipRow,
  PersonRow,
  REGISTRY_ROWS,
  UNIT_KINDS,
  type UnitKind,
  UnitRow,
} from './rows.js';
export type { UnitChange, UnitDraft } from './units.js';
