import type { ClientBase, Pool } from 'pg';
import { UPCASTERS } from '#libs/evaluation';
import type { Entry, Evidence, SchemeText, Statement } from './evidence.js';
import { FORMAT, type Manifest, type Scope } from './manifest.js';
import { differing, type Row } from './row.js';
import { sealedLog } from './sealed-log.js';

/** What the database does not hold: who signs, and the schemes that come with the product. */
export interface Beside {
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly scope: Scope;
  readonly keys: readonly string[];
  readonly witnesses: Manifest['witnesses'];
  readonly schemes: readonly SchemeText[];
}

/** Where an event stands, and the erasure that speaks of it. */
interface Placed {
  readonly position: string;
  readonly erased_by: string | null;
  readonly kept: Buffer | null;
}

const PAGE = 1_000;
const SCHEMAS = Object.fromEntries(Object.entries(UPCASTERS).map(([type, steps]) => [type, steps.length + 1]));

/**
 * Gives the work the evidence that lies in a database, in one snapshot that nothing appended meanwhile can change. The
 * role needs what every process has: to read the log, the two-person record and the derived rows.
 */
export async function withDatabase<T>(
  pool: Pool,
  beside: Beside,
  work: (evidence: Evidence) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    // A whole log is read through this connection; the bound of the house is for what people wait for.
    await client.query('set local statement_timeout = 0');
    return await work(await evidenceIn(client, beside));
  } finally {
    await client.query('rollback').catch((error: Error) => {
      broken = error;
    });
    client.release(broken);
  }
}

async function evidenceIn(client: ClientBase, { madeAt, scope, schemes, keys, witnesses }: Beside): Promise<Evidence> {
  const sealed = await sealedLog(client);
  const streams = await streamsOf(client, scope);
  const manifest: Manifest = {
    ...{ format: FORMAT, madeAt, scope, origin: sealed.origin, size: sealed.size, head: await headOf(client) },
    ...{
      keys: keys.length > 0 ? keys : sealed.keys,
      witnesses: keys.length > 0 ? witnesses : sealed.witnesses,
      schemas: SCHEMAS,
      statementsTo: await statementsTo(client),
      unplaced: scope.of === 'log' ? await unplaced(client) : { count: 0, ids: [] },
    },
  };
  return {
    manifest,
    entries: () => entries(client, streams),
    heads: () => sealed.heads(),
    tile: (tile) => sealed.tile(tile),
    statements: () => statements(client, streams),
    schemes: async function* () {
      yield* schemes;
    },
  };
}

/** The streams of the scope; null for the whole log. */
async function streamsOf(client: ClientBase, scope: Scope): Promise<readonly string[] | null> {
  if (scope.of === 'log') return null;
  const { rows } = await client.query(
    `select e.stream from log.event e
      where e.type = 'TaskIssued' and e.version = 1 and e.payload is not null
        and case $1 when 'evaluation' then e.stream = 'evaluation-' || $2
                    else convert_from(e.payload, 'UTF8')::json ->> 'campaignId' = $2 end
      union select distinct e.stream from log.event e where e.type in ('SchemePublished', 'DelegationGranted')`,
    [scope.of, scope.id],
  );
  const streams = [...rows.map(({ stream }) => stream), ...(scope.of === 'campaign' ? [`campaign-${scope.id}`] : [])];
  // The orders by which something of them was erased.
  const erasures = await client.query<{ stream: string }>(
    `select distinct c.stream from log.erasure x join log.event e on e.id = x.event_id join log.event c on c.id = x.confirmation
      where e.stream = any($1)`,
    [streams],
  );
  return [...streams, ...erasures.rows.map(({ stream }) => stream)];
}

async function headOf(client: ClientBase): Promise<number> {
  const { rows } = await client.query('select coalesce(max(position), -1) + 1 as head from log.position');
  return Number(rows[0].head);
}

async function statementsTo(client: ClientBase): Promise<number> {
  const { rows } = await client.query(`select position from read.checkpoint where name = 'evaluations'`);
  return Number(rows[0]?.position ?? -1);
}

async function unplaced(client: ClientBase): Promise<Manifest['unplaced']> {
  const { rows } = await client.query(
    `select count(*) as count, (array_agg(e.id::text))[1:20] as ids from log.event e
      where not exists (select from log.position p where p.event_id = e.id)`,
  );
  return { count: Number(rows[0].count), ids: rows[0].ids ?? [] };
}

async function* entries(client: ClientBase, streams: readonly string[] | null): AsyncGenerator<Entry> {
  for (let after = -1; ; ) {
    const { rows } = await client.query<Row & Placed>({
      name: streams === null ? 'export.entries' : 'export.entries.of',
      text: `select p.position, e.id, e.stream, e.version, e.type, e.schema, e.leaf_hash, e.envelope, e.payload, e.salt,
                    c.position as erased_by, x.kept,
                    to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at
               from log.position p left join log.event e on e.id = p.event_id
               left join log.erasure x on x.event_id = e.id
               left join log.position c on c.event_id = x.confirmation
              where p.position > $1 ${streams === null ? '' : 'and e.stream = any($3)'}
              order by p.position limit $2`,
      values: streams === null ? [after, PAGE] : [after, PAGE, streams],
    });
    for (const row of rows) {
      const { envelope, payload, salt, erased_by, kept } = row;
      const differs = differing(row);
      yield {
        ...{ position: Number(row.position), envelope, payload, salt },
        ...(erased_by !== null && { erased: { by: Number(erased_by), kept } }),
        ...(differs.length > 0 && { differs }),
      };
    }
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1)!.position);
  }
}

async function* statements(client: ClientBase, streams: readonly string[] | null): AsyncGenerator<Statement> {
  for (let after = ''; ; ) {
    const { rows } = await client.query(
      `select e.id as evaluation, e.stage, e.version, v.content_hash as "contentHash",
              e.first_reviewer as "firstReviewer", e.second_reviewer as "secondReviewer", e.self_score as "selfScore",
              e.system_score as "systemScore",
              case when d.evaluation is not null then array[d.first_person, d.second_person] end as "decidedBy"
         from read.evaluation e
         left join control.submitted_version v on v.evaluation = e.id and v.version = e.version
         left join control.decision d on d.evaluation = e.id
        where e.id > $1 and ($2::text[] is null or 'evaluation-' || e.id = any($2))
        order by e.id limit $3`,
      [after, streams, PAGE],
    );
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1).evaluation;
  }
}
