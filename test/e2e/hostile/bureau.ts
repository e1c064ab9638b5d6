import type { Visitor } from '../browser.js';
import type { HostileHand } from './texts.js';

interface Named {
  readonly id: string;
  readonly code: string;
}
interface Account {
  readonly id: string;
  readonly login: string;
  readonly oneTimePassword: string;
}

/** How people get to their browsers: those of the demonstration into a session that has just begun, and newcomers. */
export interface Doors {
  readonly the: (login: string) => Promise<Visitor>;
  readonly enter: (login: string, oneTimePassword: string) => Promise<Visitor>;
}

/** Who takes part, and the evaluation they write. */
export interface Cast {
  readonly preparer: Visitor;
  readonly checker: Visitor;
  readonly head: Visitor;
  readonly first: Visitor;
  readonly second: Visitor;
  readonly expert: Visitor;
  readonly manager: Visitor;
  readonly unitName: string;
  readonly expertId: string;
  readonly campaign: string;
  readonly evaluation: string;
}

/**
 * A unit, a preparer, an expert and a campaign with hostile names, with hostile words wherever the registry, the offices and
 * the manager write some: a refused role, a role that one gave alone and what the audit says of it, phrases, a conflict of
 * interest, a delegation, a webhook, a corrected day.
 */
export async function hostileBureau(
  hand: HostileHand,
  { the, enter }: Doors,
  { code, fiscalYear }: { readonly code: string; readonly fiscalYear: number },
): Promise<Cast> {
  const [admin, security, manager, first, second] = await each(the, [
    'admin',
    'anquan',
    'shi',
    'long',
    'liang',
  ] as const);
  const { items: units } = await admin.ask<{ items: Named[] }>('GET', '/api/units?limit=200');
  const [department, finance] = ['117001', '001001'].map((one) => units.find((unit) => unit.code === one)!.id);
  const parent = { divisionCode: '431225', parentId: department, kind: 'unit' };
  const unit = await admin.ask<Named & { name: string }>('POST', '/api/units', {
    ...parent,
    code,
    name: hand.text('unit'),
  });
  const newcomer = async (place: string, unitId: string | undefined): Promise<Named> =>
    admin.ask('POST', '/api/persons', { name: hand.text(place), memberships: [{ unitId, kind: 'member' }] });
  const account = async (personId: string, login: string, grants: object[]): Promise<Account> =>
    admin.ask('POST', '/api/accounts', { personId, login, grants });

  const writer = await newcomer('preparer', unit.id);
  const writing = await account(writer.id, `writer-${code}`, [{ role: 'unit-preparer', unitId: unit.id }]);
  const { items: accounts } = await admin.ask<{ items: Account[] }>('GET', '/api/accounts?limit=200');
  const grantTo = (login: string, role: string) =>
    admin.ask('POST', `/api/accounts/${accounts.find((one) => one.login === login)?.id}/grants`, {
      role,
      unitId: unit.id,
    });
  await grantTo('lin', 'unit-checker');
  await grantTo('su', 'unit-head');
  const proposals = async () => (await security.ask<{ items: Named[] }>('GET', '/api/grant-proposals')).items;
  for (const { id } of await proposals()) await security.ask('POST', `/api/grant-proposals/${id}/confirmation`);
  const adviser = await newcomer('expert', department);
  const advising = await account(adviser.id, `adviser-${code}`, [{ role: 'auditor', unitId: department }]);
  for (const { id } of await proposals())
    await security.ask('POST', `/api/grant-proposals/${id}/refusal`, { reason: hand.text('refused grant') });
  const alone = { accountId: advising.id, role: 'second-reviewer', unitId: department };
  const broken = { ...alone, reason: hand.text('broken glass') };
  const glasses = await admin.ask<{ items: Account[] }>('POST', '/api/break-glass', broken);
  const glass = glasses.items.find(({ login }) => login === `adviser-${code}`)!;
  const judged = { justified: true, opinion: hand.long('opinion on the broken glass') };
  // A role that is given ends the sessions of who had none like it.
  const [checker, head, audit] = await each(the, ['lin', 'su', 'shenji'] as const);
  const preparer = await enter(`writer-${code}`, writing.oneTimePassword);
  const expert = await enter(`adviser-${code}`, advising.oneTimePassword);
  await audit.ask('POST', `/api/break-glass/${glass.id}/review`, judged);

  for (const [who, place, at] of [
    [first, 'phrase', {}],
    [manager, 'shared phrase', { unitId: finance }],
  ] as const)
    await who.ask('POST', '/api/phrases', { text: hand.text(place), ...at });
  const kept = units.find((one) => one.code === '117002')!.id;
  await first.ask('POST', '/api/conflicts', { unitId: kept, reason: hand.text('conflict') });
  const { items: delegates } = await second.ask<{ items: { personId: string }[] }>(
    'GET',
    '/api/delegations/candidates',
  );
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
  const away = { delegate: delegates[0]!.personId, from: tomorrow, until: tomorrow };
  await second.ask('POST', '/api/delegations', { ...away, reason: hand.text('delegation') });
  const told = { divisionCode: '431225', format: 'wecom', url: 'https://hooks.example.com/', kinds: ['approved'] };
  await admin.ask('POST', '/api/webhooks', { ...told, language: 'zh-CN', name: hand.text('webhook') });
  const day = { divisionCode: '431225', day: '2026-09-22', kind: 'holiday', reason: hand.text('day') };
  await manager.ask('POST', '/api/calendar/days', day);
  const { id: campaign } = await manager.ask<Named>('POST', '/api/campaigns', {
    ...{ name: hand.text('campaign'), divisionCode: '431225', fiscalYear, ownerId: finance },
    ...{ opensAt: '2022-03-01T00:00:00.000Z', dueAt: '2022-05-31T16:00:00.000Z' },
    ...{ wholeUnitScheme: 'hunan-whole-unit-A@1', sections: ['problems'], tables: [] },
  });
  await manager.ask('POST', `/api/campaigns/${campaign}/opening`, {});
  const longer = { dueAt: '2022-06-30T16:00:00.000Z', reason: hand.long('extension') };
  await manager.ask('POST', `/api/campaigns/${campaign}/extensions`, longer);
  const issued = await manager.ask<{ tasks: { evaluationId: string }[] }>('POST', `/api/campaigns/${campaign}/tasks`, {
    unitIds: [unit.id],
  });
  return {
    ...{ preparer, checker, head, first, second, expert, manager, campaign },
    ...{ unitName: unit.name, expertId: adviser.id, evaluation: issued.tasks[0]!.evaluationId },
  };
}

/** One after the other: so many at once would only wait for each other. */
async function each<const L extends readonly string[]>(
  the: Doors['the'],
  logins: L,
): Promise<{ readonly [N in keyof L]: Visitor }> {
  const visitors: Visitor[] = [];
  for (const login of logins) visitors.push(await the(login));
  return visitors as never;
}
