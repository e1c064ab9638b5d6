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

/** People at their browsers. */
export interface HttpWorld {
  readonly preparers: readonly Preparer[];
  /** The session's cookie of who manages the department's campaigns. */
  readonly manager: string;
}

/** A department with so many units; in each a preparer with three evaluations to do, and a session. */
export async function fill(url: string, count: number): Promise<HttpWorld> {
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

    /** A person with a role at a unit, an account and a session; answers its cookie. */
    const logIn = async (login: string, role: 'unit-preparer' | 'campaign-manager', unitId: string) => {
      const metadata = { actor: ACTOR, commandId: randomUUID(), correlationId: randomUUID() };
      const by = { by: ACTOR, at: new Date().toISOString() };
      const personId = `person-${login}`;
      const accountId = `account-${login}`;
      const memberships = [{ unitId, kind: 'member' as const, from: '2020-01-01', to: null }];
      const entry: PersonCommand = { type: 'RegisterPerson', data: { name: `某${login}`, memberships }, ...by };
      await persons.handle(personId, entry, { metadata });
      const { oneTimePassword } = await accounts.open({ id: accountId, personId, login });
      const given = { id: randomUUID(), personId, accountId, role, unitId };
      const grant: PersonCommand = { type: 'GrantRole', data: { ...given, bootstrap: true }, ...by };
      await persons.handle(personId, grant, { metadata: { ...metadata, commandId: randomUUID() } });
      await accounts.changePassword(accountId, oneTimePassword ?? '', `一把足够长的新口令-${login}`);
      const { token } = await sessions.open(accountId);
      return `__Host-session=${token}`;
    };

    const manager = await logIn('manager', 'campaign-manager', 'department');
    const preparers: Preparer[] = [];
    for (let n = 0; n < count; n += 1) {
      const unit = { id: `unit-${n}`, code: `${120_000 + n}`, name: `会同县第${n}单位`, parentId: 'department' };
      await registry.units.add({ ...root, ...unit, kind: 'unit' });
      const cookie = await logIn(`preparer-${n}`, 'unit-preparer', unit.id);
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
      preparers.push({ cookie, evaluationId: `431225-${unit.code}-2021-unit` });
    }
    for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
    return { preparers, manager };
  } finally {
    await store.close();
    await Promise.all([registry.close(), pool.end()]);
  }
}
