import { randomUUID } from 'node:crypto';
import { createPool } from '#libs/database';
import { type EvaluationCommand, evaluation } from '#libs/evaluation';
import { Handler, PgEventStore } from '#libs/event-store';
import { Accounts, Sessions } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { type PersonCommand, personnel } from '#libs/personnel';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { Registry } from '#libs/registry';

const ACTOR: Actor = { personId: 'system:bench', accountId: 'system:bench', role: 'system', memberOf: [] };
const YEARS = [2019, 2020, 2021];

/** A preparer at a browser: the session's cookie, the evaluation the preparer edits. */
export interface Preparer {
  readonly cookie: string;
  readonly evaluationId: string;
}

/** A department with so many units; in each a preparer with three evaluations to do, and a session. */
export async function fill(url: string, count: number): Promise<Preparer[]> {
  const pool = createPool(url, { max: 8 });
  const registry = await Registry.open(url);
  const store = new PgEventStore(pool);
  const accounts = new Accounts(pool);
  const sessions = new Sessions(pool, { idleMinutes: 60, maxHours: 12 });
  const evaluations = new Handler(store, evaluation, { prefix: 'evaluation' });
  const persons = new Handler(store, personnel, { prefix: 'person' });
  try {
    await registry.divisions.add({ code: '431225', name: '会同县' });
    const root = { divisionCode: '431225', kind: 'department' as const };
    await registry.units.add({ ...root, id: 'department', code: '117001', name: '会同县人力资源和社会保障局' });

    const preparers: Preparer[] = [];
    for (let n = 0; n < count; n += 1) {
      const unit = { id: `unit-${n}`, code: `${120_000 + n}`, name: `会同县第${n}单位`, parentId: 'department' };
      await registry.units.add({ ...root, ...unit, kind: 'unit' });
      const personId = `person-${n}`;
      const metadata = { actor: ACTOR, commandId: randomUUID(), correlationId: randomUUID() };
      const by = { by: ACTOR, at: new Date().toISOString() };
      const memberships = [{ unitId: unit.id, kind: 'member' as const, from: '2020-01-01', to: null }];
      const entry: PersonCommand = { type: 'RegisterPerson', data: { name: `某经办${n}`, memberships }, ...by };
      await persons.handle(personId, entry, { metadata });
      const accountId = `account-${n}`;
      const { oneTimePassword } = await accounts.open({ id: accountId, personId, login: `preparer-${n}` });
      const role = { id: randomUUID(), personId, accountId, role: 'unit-preparer' as const, unitId: unit.id };
      const grant: PersonCommand = { type: 'GrantRole', data: { ...role, bootstrap: true }, ...by };
      await persons.handle(personId, grant, { metadata: { ...metadata, commandId: randomUUID() } });
      await accounts.changePassword(`account-${n}`, oneTimePassword ?? '', `一把足够长的新口令-${1_000 + n}`);
      const { token } = await sessions.open(`account-${n}`);
      for (const year of YEARS) {
        const command: EvaluationCommand = {
          type: 'IssueTask',
          data: {
            campaignId: `431225-${year}`,
            unitId: unit.id,
            unitName: unit.name,
            departmentId: 'department',
            fiscalYear: year,
            kind: 'whole-unit',
            dueAt: '2030-01-01T00:00:00.000Z',
          },
          by: ACTOR,
          at: new Date().toISOString(),
        };
        await evaluations.handle(`431225-${unit.code}-${year}-unit`, command, {
          metadata: { actor: ACTOR, commandId: randomUUID(), correlationId: randomUUID() },
        });
      }
      preparers.push({ cookie: `__Host-session=${token}`, evaluationId: `431225-${unit.code}-2021-unit` });
    }
    for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
    return preparers;
  } finally {
    await store.close();
    await Promise.all([registry.close(), pool.end()]);
  }
}
