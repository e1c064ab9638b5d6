import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { migrate } from '#libs/database';
import { type BenchCluster, benchCluster } from './bench-cluster.js';
import { Contestant, installPeers, PEERS } from './contestant.js';
import { median, number, spread, table } from './statistics.js';

interface Measured {
  readonly events: number;
  readonly perSecond: number;
  readonly megabytes: number;
}

const TARGETS = { copy: 0.6, emmett: 10, megabytes: 150 };

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    // Emmett sorts all it holds for each page: the rate is the same on every page, so the first ones tell it.
    'emmett-reads': { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  if (options.help) {
    console.log(
      'npm run bench:replay -- [--events 1000000] [--emmett-reads 20000] [--rounds 5] [--json]\n' +
        'Events a second read in order by our store, COPY and Emmett from one PostgreSQL, alternating, and the memory ours takes.',
    );
    return;
  }
  const say = (line: string): void => console.error(line);
  installPeers(say);
  const cluster = await benchCluster();
  try {
    const started = await contestants(cluster, say);
    const measured = new Map<string, Measured[]>();
    const rounds = Number(options.rounds);
    for (let round = 1; round <= rounds; round += 1) {
      for (const contestant of round % 2 === 0 ? [...started].reverse() : started)
        measured.set(contestant.name, [
          ...(measured.get(contestant.name) ?? []),
          await contestant.ask<Measured>(
            'replay',
            contestant.name === 'emmett' ? { most: Number(options['emmett-reads']) } : {},
          ),
        ]);
      say(`round ${round} of ${rounds}`);
    }
    await Promise.all(started.map((contestant) => contestant.end()));
    report(measured, cluster.version);
  } finally {
    await cluster.stop();
  }
}

async function contestants(cluster: BenchCluster, say: (line: string) => void): Promise<readonly Contestant[]> {
  const ours = await cluster.database('ours');
  await migrate(ours);
  await run(ours, FILL_OURS, Number(options.events));
  say(`${number(Number(options.events))} events in our log`);
  const emmettUrl = await cluster.database('emmett');
  const emmett = await Contestant.start('emmett', join(PEERS, 'emmett.mjs'), emmettUrl);
  await run(emmettUrl, FILL_EMMETT, Number(options.events));
  say('and in Emmett’s');
  return [
    await Contestant.start('ours', join(import.meta.dirname, 'ours.js'), cluster.asProcess('ours')),
    await Contestant.start('COPY', join(PEERS, 'copy.mjs'), ours),
    emmett,
  ];
}

/** As the owner and in bulk: the bench is about reading. Same bytes as log.append would have stored, twenty a stream. */
const FILL_OURS = `
  with fresh as (
    select n, gen_random_uuid() as id, 'replay-' || n / 20 as stream, n % 20 + 1 as version,
           jsonb_build_object('path', '/figures/f-07', 'before', '1180000.00', 'after', n || '.89', 'note', repeat('详', 96))::text as payload
      from generate_series(0, $1::int - 1) n
  ), sealed as (
    select *, convert_to('{"actor":{"accountId":"account-000117","personId":"person-000117","role":"unit-preparer"},"commandId":"'
           || id || '","correlationId":"' || id || '","id":"' || id || '","payloadHash":"'
           || encode(sha256(convert_to(payload, 'UTF8')), 'hex') || '","recordedAt":"2026-01-01T00:00:00.000Z","schema":1,"stream":"'
           || stream || '","type":"BenchRead","v":1,"version":' || version || '}', 'UTF8') as envelope
      from fresh
  ), stored as (
    insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt, leaf_hash)
      select id, stream, version, 'BenchRead', 1, '2026-01-01Z', envelope, convert_to(payload, 'UTF8'), '\\x', sha256('\\x00'::bytea || envelope)
        from sealed order by n
  )
  insert into log.position (position, event_id) select n, id from sealed order by n`;

const FILL_EMMETT = `
  insert into emt_messages (stream_id, stream_position, partition, message_kind, message_data, message_metadata,
                            message_schema_version, message_type, message_id, transaction_id)
    select 'replay-' || n / 20, n % 20 + 1, 'emt:default', 'E',
           jsonb_build_object('path', '/figures/f-07', 'before', '1180000.00', 'after', n || '.89', 'note', repeat('详', 96)),
           jsonb_build_object('actor', jsonb_build_object('personId', 'person-000117', 'accountId', 'account-000117', 'role', 'unit-preparer'),
                              'commandId', gen_random_uuid(), 'correlationId', gen_random_uuid(), 'recordedAt', '2026-01-01T00:00:00.000Z'),
           '1', 'BenchRead', gen_random_uuid(), pg_current_xact_id()
      from generate_series(0, $1::int - 1) n`;

async function run(url: string, statement: string, events: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement, [events]);
  await client.query('vacuum (freeze, analyze)');
  await client.end();
}

function report(measured: ReadonlyMap<string, readonly Measured[]>, version: string): void {
  const rate = (who: string): number => median((measured.get(who) ?? []).map(({ perSecond }) => perSecond));
  const megabytes = median((measured.get('ours') ?? []).map((each) => each.megabytes));
  const ratios = { copy: rate('ours') / rate('COPY'), emmett: rate('ours') / rate('emmett') };
  const reached = ratios.copy >= TARGETS.copy && ratios.emmett >= TARGETS.emmett && megabytes <= TARGETS.megabytes;
  if (options.json) {
    const rows = Object.fromEntries(measured);
    console.log(
      JSON.stringify({ bench: 'replay', postgres: version, node: process.version, rows, ratios, megabytes, reached }),
    );
    return;
  }
  console.log(`${version}, Node ${process.version}; medians of ${options.rounds} alternating rounds\n`);
  console.log(
    table([
      ['', 'events', 'events/s', 'spread', 'MB over idle'],
      ...[...measured].map(([who, all]) => [
        who,
        number(all[0]?.events ?? 0),
        number(rate(who)),
        spread(all.map(({ perSecond }) => perSecond)),
        number(median(all.map((each) => each.megabytes))),
      ]),
    ]),
  );
  console.log(
    `\nours is ${number(ratios.copy, 2)} × COPY (≥ ${TARGETS.copy}), ${number(ratios.emmett, 1)} × Emmett (≥ ${TARGETS.emmett}), ` +
      `${number(megabytes)} MB (≤ ${TARGETS.megabytes}): ${reached ? 'reached' : 'MISSED'}`,
  );
}

await main();
