import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { createPool } from '#libs/database';
import { type CampaignPlan, campaign, type EvaluationCommand, evaluation, UPCASTERS } from '#libs/evaluation';
import { EventSchemas, Handler, type Metadata, PgEventStore } from '#libs/event-store';
import { Accounts, markDemonstration } from '#libs/identity';
import { readReport } from '#libs/intake';
import type { Actor } from '#libs/kernel';
import { type PersonCommand, personnel } from '#libs/personnel';
import { Registry } from '#libs/registry';
import { Schemes } from '#libs/schemes';
import { DIVISION, idOf, PLAYERS, type Player, SAMPLE_UNIT, UNITS } from './demonstration-cast.js';
import { passwordTable } from './password-table.js';

const YEAR = 2021;
const CAMPAIGN = `${DIVISION.code}-${YEAR}`;
const ONE_TIME_DAYS = 365;

/** Nobody in person: the system itself fills its demonstration. */
const ACTOR: Actor = {
  personId: 'system:demonstration',
  accountId: 'system:demonstration',
  role: 'system',
  memberOf: [],
};

/**
 * Fills an empty system with the demonstration bureau: units, persons, the 2021 campaign with its tasks, and the sample
 * report as a draft; notes that this is a demonstration, where nobody needs a second factor; then opens the accounts, all at
 * once, prints their one-time passwords and gives them their roles. Broken off anywhere it can be run again and completes.
 */
export async function seedDemonstration({
  url,
  log,
}: {
  readonly url: string;
  readonly log: (line: string) => void;
}): Promise<void> {
  const pool = createPool(url, { max: 4, applicationName: 'shuangshen start' });
  const registry = await Registry.open(url);
  const store = new PgEventStore(pool, new EventSchemas(UPCASTERS));
  try {
    await fillRegistry(registry);
    await enterPersons(store);
    await openCampaign(store);
    await importSample(store);
    await markDemonstration(pool);
    await new Accounts(pool).openAll(accounts(), ONE_TIME_DAYS, (passwords) => {
      for (const line of passwordTable(PLAYERS, ({ login }) => passwords.get(idOf('account', login)))) log(line);
    });
    await giveRoles(store);
  } finally {
    await store.close();
    await Promise.allSettled([registry.close(), pool.end()]);
  }
}

async function fillRegistry({ divisions, units }: Registry): Promise<void> {
  await divisions.add(DIVISION);
  for (const { code, name, kind, parent } of UNITS)
    await units.add({
      id: idOf('unit', code),
      code,
      name,
      kind,
      divisionCode: DIVISION.code,
      parentId: parent && idOf('unit', parent),
    });
}

async function enterPersons(store: PgEventStore): Promise<void> {
  const persons = new Handler(store, personnel, { prefix: 'person' });
  const by = { by: ACTOR, at: new Date().toISOString() };
  for (const [name, { home }] of new Map(PLAYERS.map((player) => [player.name, player]))) {
    const memberships = [{ unitId: idOf('unit', home), kind: 'member' as const, from: '2020-01-01', to: null }];
    const order: PersonCommand = { type: 'RegisterPerson', data: { name, memberships }, ...by };
    await persons.handle(idOf('person', name), order, { metadata: once(`person ${name}`) });
  }
}

/** In the bootstrap, which the last of them ends. */
async function giveRoles(store: PgEventStore): Promise<void> {
  const persons = new Handler(store, personnel, { prefix: 'person' });
  for (const { name, login, role, over } of PLAYERS) {
    const personId = idOf('person', name);
    const [id, accountId] = [idOf('grant', login), idOf('account', login)];
    const unitId = over === undefined ? null : idOf('unit', over);
    const data = { id, personId, accountId, role, unitId, bootstrap: true };
    const order: PersonCommand = { type: 'GrantRole', data, by: ACTOR, at: new Date().toISOString() };
    await persons.handle(personId, order, { metadata: once(`role ${login}`) });
  }
}

/** The scheme whose points the published sample follows, as far as it can be known. */
const SCHEME = { id: 'hunan-whole-unit-A', version: '1' };

async function openCampaign(store: PgEventStore): Promise<void> {
  const at = new Date().toISOString();
  const dueAt = '2022-05-31T15:59:59.000Z';
  const scheme = await new Schemes(store).find(SCHEME.id, SCHEME.version);
  const plan: CampaignPlan = {
    name: `${YEAR}年度部门整体支出绩效自评`,
    fiscalYear: YEAR,
    ownerId: idOf('unit', '001001'),
    opensAt: '2022-03-01T00:00:00.000Z',
    dueAt,
    schemes: { 'whole-unit': { ...SCHEME, hash: scheme?.hash ?? '' } },
    sections: [
      'duties',
      'overview',
      'budget',
      'execution',
      'performance',
      'benefits',
      'problems',
      'measures',
      'conclusion',
    ],
    tables: ['base-data', 'self-evaluation'],
    publishWithinDays: 20,
    rectifyWithinDays: 30,
  };
  const campaigns = new Handler(store, campaign, { prefix: 'campaign' });
  const by = { by: ACTOR, at };
  await campaigns.handle(CAMPAIGN, { type: 'CreateCampaign', data: plan, ...by }, { metadata: once('campaign') });
  await campaigns.handle(CAMPAIGN, { type: 'OpenCampaign', data: {}, ...by }, { metadata: once('opening') });
  const evaluations = new Handler(store, evaluation, { prefix: 'evaluation' });
  for (const { code, name, parent } of UNITS.filter(({ kind }) => kind === 'unit')) {
    const command: EvaluationCommand = {
      type: 'IssueTask',
      data: {
        campaignId: CAMPAIGN,
        unitId: idOf('unit', code),
        unitName: name,
        departmentId: idOf('unit', parent ?? code),
        fiscalYear: YEAR,
        kind: 'whole-unit',
        dueAt,
      },
      by: ACTOR,
      at,
    };
    await evaluations.handle(evaluationOf(code), command, { metadata: once(`task ${code}`) });
  }
}

async function importSample(store: PgEventStore): Promise<void> {
  const text = readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt'), 'utf8');
  const { document, changes } = readReport(text, { name: '会同县工伤保险服务中心2021年整体支出绩效自评报告.txt' });
  const evaluations = new Handler(store, evaluation, { prefix: 'evaluation' });
  await evaluations.handle(
    evaluationOf(SAMPLE_UNIT),
    { type: 'ImportDraft', data: { document, changes }, by: ACTOR, at: new Date().toISOString() },
    { metadata: once('import') },
  );
}

function accounts() {
  return PLAYERS.map(({ name, login }: Player) => ({
    id: idOf('account', login),
    personId: idOf('person', name),
    login,
  }));
}

const evaluationOf = (code: string): string => `${DIVISION.code}-${code}-${YEAR}-unit`;

/** The same key each time: what a broken-off start did is not done again. */
function once(what: string): Metadata {
  const requestHash = createHash('sha256').update(what).digest('hex');
  return {
    actor: ACTOR,
    commandId: randomUUID(),
    correlationId: idOf('command', 'demonstration'),
    idempotency: { key: `demonstration ${what}`, requestHash },
  };
}
