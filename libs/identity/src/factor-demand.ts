import { Pool } from 'pg';
import type { Grant } from './identity.js';

/** `required`: who holds one of the roles below does nothing without a second factor. `offered`: may, and is told so. */
export type FactorDemand = 'required' | 'offered';

/** Who decides, signs, administers or audits. */
const ROLES: ReadonlySet<string> = new Set(
  'unit-head first-reviewer second-reviewer campaign-manager auditor administrator security-administrator audit-administrator'.split(
    ' ',
  ),
);

/** Whether an account with these roles has to have a second factor. */
export const needsFactor = (grants: readonly Grant[]): boolean => grants.some(({ role }) => ROLES.has(role));

/** Notes that this database holds the demonstration bureau; once more changes nothing. */
export async function markDemonstration(pool: Pool): Promise<void> {
  await pool.query('insert into identity.demonstration default values on conflict do nothing');
}

/** What holds where nobody has decided: the demonstration bureau can be tried without a phone, any other demands it. */
export async function demandOf(pool: Pool): Promise<FactorDemand> {
  const { rowCount } = await pool.query('select from identity.demonstration');
  return rowCount ? 'offered' : 'required';
}
