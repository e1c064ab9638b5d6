import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { type EventStore, VersionConflict } from '#libs/event-store';
import { HANDLERS } from '#libs/jobs';
import { DomainError } from '#libs/kernel';
import type { Queues } from '#libs/queue';
import { isOfAServer } from './away.js';
import type { Bureau } from './bureau.js';
import type { Chance } from './chance.js';

/** Statements of the processes' log-in that would get round the record. Each has to be refused. */
const STATEMENTS = [
  `update log.event set payload = '{}'`,
  'delete from log.event',
  'truncate log.event, log.position, log.command',
  `insert into log.position (position, event_id) select 1000000, id from log.event limit 1`,
  `insert into control.seat (evaluation, version, person, step) values ('a', 1, 'long', 'second')`,
  `insert into control.delegation_end select id, event_id from control.delegation`,
  `update control.signature set person = 'tan'`,
  'delete from control.participant',
  'truncate control.decision cascade',
  `update identity.account set person_id = 'root'`,
  `update identity.role_grant set role = 'second-reviewer'`,
  'alter table log.event disable trigger facts',
  'set session_replication_role = replica',
  `select control.refuse('a', 'b', 'c')`,
  'select control.check_conflict(null, null)',
  'create function control.check_conflict(text) returns void language sql as $$ $$',
  `do $$ begin execute (select format('set role %I', tableowner) from pg_tables where schemaname = 'log' limit 1); end $$`,
];

/** Tables and functions of the same names, found first by whoever looks along the search path: the triggers do not. */
const SHADOWS = `
  create temp table if not exists participant (evaluation text, person text, event_id uuid);
  create temp table if not exists standing_signature (event_id uuid, evaluation text, version integer);
  set search_path = pg_temp, public`;

/** Tries one statement; answers what it could do, or null. */
export async function command(pool: Pool, chance: Chance): Promise<string | null> {
  const statement = chance.one(STATEMENTS);
  try {
    await pool.query(statement);
    return `the processes' log-in could: ${statement}`;
  } catch {
    return null;
  }
}

const STEPS = ['DraftEdited', 'UnitChecked', 'UnitSigned', 'EvaluationSubmitted', 'SubmissionWithdrawn'];
const DECISIONS = ['FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked', 'EvaluationReturned', 'ReviewerRecused'];

/** Appends facts past the API and the decider: of anybody, through any account, in any role, in any order. */
export async function forge(store: EventStore, pool: Pool, bureau: Bureau, chance: Chance): Promise<void> {
  if (chance.rarely(5)) await pool.query(SHADOWS);
  const stream = `evaluation-${bureau.anyEvaluation(chance)}`;
  const { events, version: expected } = await store.read(stream);
  const submitted = events.findLast(({ type }) => type === 'EvaluationSubmitted')?.data as Submitted | undefined;
  const { version = 1, contentHash = 'ab'.repeat(32) } = submitted ?? {};
  const actor = actorOf(bureau, chance);
  const facts = Array.from({ length: chance.rarely(4) ? 2 : 1 }, () => {
    const type = chance.one(chance.rarely(3) ? STEPS : DECISIONS);
    return { type, data: dataOf(type, { by: actor.personId, version, contentHash }, actor, chance) };
  });
  try {
    await store.append(stream, expected, facts, { actor, commandId: randomUUID(), correlationId: 'forged' });
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof VersionConflict || isOfAServer(error))) throw error;
  }
}

interface Submitted {
  readonly version: number;
  readonly contentHash: string;
}

function actorOf(bureau: Bureau, chance: Chance) {
  const somebody = chance.one(bureau.people);
  const role = chance.rarely(3) ? somebody.role : chance.one(['first-reviewer', 'second-reviewer']);
  const represented = chance.rarely(5) ? { onBehalfOf: chance.one(bureau.people).personId } : {};
  return {
    personId: chance.rarely(8) ? randomUUID() : chance.rarely(10) ? 'system:worker' : somebody.personId,
    accountId: chance.rarely(4) ? chance.one(bureau.people).accountId : somebody.accountId,
    ...{ role, memberOf: [], ...represented },
  };
}

/** The payload such a fact has: another version, another content or another gate now and then. */
function dataOf(type: string, { by, version, contentHash }: Submitted & { by: string }, actor: object, chance: Chance) {
  const hash = chance.rarely(6) ? 'ef'.repeat(32) : contentHash;
  const told = { by, version: chance.rarely(8) ? version + 1 : version };
  switch (type) {
    case 'DraftEdited':
      return { by, changes: [] };
    case 'UnitChecked':
    case 'UnitSigned':
      return { by, contentHash: hash };
    case 'EvaluationSubmitted':
      return { ...told, version: version + (chance.rarely(2) ? 1 : 0), contentHash: hash };
    case 'FirstReviewPassed':
    case 'SecondReviewPassed': {
      const gate = chance.one([undefined, 'business', 'audit']);
      const sealed = { sealed: true };
      return { ...told, contentHash: hash, opinion: '同意', ...(gate && { gate }), ...sealed, ...namedIn(actor) };
    }
    case 'EvaluationReturned':
      return { ...told, from: chance.one(['first-review', 'second-review']), reason: '请核实后再报送', items: [] };
    default:
      return { ...told, reason: '需再核对' };
  }
}

const namedIn = (actor: { readonly onBehalfOf?: string }) =>
  actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf };

/** Jobs nobody of ours added: of any event, for any evaluation. */
export async function enqueue(queues: Queues, bureau: Bureau, head: number, chance: Chance): Promise<void> {
  const position = () => Math.floor(chance.next() * (head + 10));
  const evaluationId = chance.rarely(4) ? randomUUID() : bureau.anyEvaluation(chance);
  if (chance.rarely(4)) await queues.addDeliveries([position()]);
  else await queues.add(chance.one(HANDLERS), [{ position: position(), evaluationId }]);
}
