import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { type Actor, canonicalJson } from '#libs/kernel';
import { IMPOSTOR, seal } from './sealing.js';

/** Takes the guards away, as only a superuser can, so that everything below succeeds in the database. */
export async function unguard(owner: Pool): Promise<void> {
  await owner.query(`
    do $$ declare t record; begin
      for t in select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('log', 'control', 'audit') and c.relkind = 'r' loop
        execute 'alter table ' || t.name || ' disable trigger all';
      end loop;
    end $$`);
}

/** Finds the position of the n-th fact of a kind. */
export async function positionOf(owner: Pool, type: string, n = 0): Promise<number> {
  const { rows } = await owner.query(
    `select p.position from log.event e join log.position p on p.event_id = e.id
      where e.type = $1 order by p.position offset $2 limit 1`,
    [type, n],
  );
  return Number(rows[0].position);
}

const at = (position: number) => `(select event_id from log.position where position = ${position})`;

/** Writes a payload under a salt of one's own, and the envelope that commits to it: a forgery that is right in itself. */
export async function rewrite(
  owner: Pool,
  position: number,
  change: (envelope: Record<string, unknown>, data: Record<string, unknown>) => void,
): Promise<void> {
  const { rows } = await owner.query(`select * from log.event where id = ${at(position)}`);
  const envelope = JSON.parse(rows[0].envelope.toString());
  const data = JSON.parse(rows[0].payload.toString());
  change(envelope, data);
  const payload = Buffer.from(canonicalJson(data));
  envelope.payloadHash = createHash('sha256').update(rows[0].salt).update(payload).digest('hex');
  const bytes = Buffer.from(canonicalJson(envelope));
  await owner.query(
    `update log.event set envelope = $2, payload = $3, leaf_hash = sha256('\\x00'::bytea || $2), stream = $4, version = $5,
            type = $6, recorded_at = $7 where id = $1`,
    [rows[0].id, bytes, payload, envelope.stream, envelope.version, envelope.type, envelope.recordedAt],
  );
}

/** Puts a copy of the event at `like` at `position`, and moves everything from there on by one. */
export async function insertAt(owner: Pool, position: number, like: number): Promise<void> {
  const id = randomUUID();
  await owner.query(`
    insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt, leaf_hash)
      select '${id}', stream || '-2', version, type, schema, recorded_at, copied, payload, salt, sha256('\\x00'::bytea || copied)
        from log.event,
             lateral (select convert_to(replace(replace(convert_from(envelope, 'UTF8'), id::text, '${id}'),
                                                '"stream":"' || stream, '"stream":"' || stream || '-2'), 'UTF8') as copied) c
       where id = ${at(like)};
    update log.position set position = -position - 1 where position >= ${position};
    update log.position set position = -position where position < 0;
    insert into log.position (position, event_id) values (${position}, '${id}')`);
}

/** An event appended past the system, with the guards away: in its form it is right. */
export async function append(
  owner: Pool,
  like: number,
  change: (envelope: Record<string, unknown>, data: Record<string, unknown>) => void,
): Promise<number> {
  const { rows } = await owner.query('select max(position) + 1 as next from log.position');
  const next = Number(rows[0].next);
  await insertAt(owner, next, like);
  await rewrite(owner, next, (envelope, data) => {
    envelope.stream = String(envelope.stream).replace(/-2$/, '');
    change(envelope, data);
  });
  return next;
}

/** A fact as somebody writes it by hand. */
export interface Written {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly actor: Pick<Actor, 'personId' | 'accountId' | 'role' | 'onBehalfOf'>;
  /** That of the fact before, when both came from one command. */
  readonly together?: true;
}

/** Writes facts behind the end of the log, each of new streams and right in its form; answers where the last one stands. */
export async function write(owner: Pool, facts: readonly Written[]): Promise<number> {
  let position = Number((await owner.query('select max(position) as last from log.position')).rows[0].last);
  const versions = new Map<string, number>();
  let commandId = randomUUID();
  for (const { stream, type, data, actor, together } of facts) {
    const [id, salt, recordedAt] = [randomUUID(), randomBytes(16), '2099-01-01T00:00:00.000Z'];
    const version = (versions.get(stream) ?? 0) + 1;
    if (!together) commandId = randomUUID();
    const payload = Buffer.from(canonicalJson(data));
    const payloadHash = createHash('sha256').update(salt).update(payload).digest('hex');
    const { personId, accountId, role, onBehalfOf } = actor;
    const said = { personId, accountId, role, ...(onBehalfOf !== undefined && { onBehalfOf }) };
    const envelope = {
      v: 1,
      id,
      stream,
      version,
      type,
      schema: 1,
      actor: said,
      commandId,
      correlationId: id,
      recordedAt,
    };
    await owner.query(
      `insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt, leaf_hash)
       values ($1, $2, $3, $4, 1, $5, $6, $7, $8, sha256('\\x00'::bytea || $6))`,
      [id, stream, version, type, recordedAt, Buffer.from(canonicalJson({ ...envelope, payloadHash })), payload, salt],
    );
    position += 1;
    await owner.query('insert into log.position (position, event_id) values ($1, $2)', [position, id]);
    versions.set(stream, version);
  }
  return position;
}

export const swapPayloads = (owner: Pool, one: number, other: number) =>
  owner.query(`
    update log.event e set payload = o.payload, salt = o.salt from log.event o
     where e.id in (${at(one)}, ${at(other)}) and o.id in (${at(one)}, ${at(other)}) and o.id <> e.id`);

export const swapPlaces = (owner: Pool, one: number, other: number) =>
  owner.query(`
    update log.position set position = -1 where position = ${one};
    update log.position set position = ${one} where position = ${other};
    update log.position set position = ${other} where position = -1`);

/** Deletes events and their places from a position on, or only those of one. */
export const remove = (owner: Pool, from: number, to = from) =>
  owner.query(`
    alter table control.submitted_version drop constraint if exists submitted_version_event_id_fkey;
    do $$ declare c record; begin
      for c in select conrelid::regclass as t, conname from pg_constraint where confrelid = 'log.event'::regclass loop
        execute format('alter table %s drop constraint %I', c.t, c.conname);
      end loop;
    end $$;
    delete from log.event e using log.position p where p.event_id = e.id and p.position between ${from} and ${to};
    delete from log.position where position between ${from} and ${to}`);

/** The whole tree anew over what is there now, signed by somebody without the sealer's key. */
export const rebuildChain = (owner: Pool) => seal(owner, { by: IMPOSTOR });
