-- The event log. Everything the system knows is here; everything else can be rebuilt from it.
create schema log;

-- One row per append: who asked what under which idempotency key, and which versions came of it. Its three unique keys
-- decide every race at once: one effect per command, one per (account, key), and one append after each version of a stream.
create table log.command (
  id uuid primary key,
  account_id text not null,
  key text,
  request_hash text not null,
  stream text not null check (stream ~ '^[a-z]+-[A-Za-z0-9._-]+$' and length(stream) <= 128),
  first_version integer not null,
  last_version integer not null,
  recorded_at timestamptz not null,
  check (first_version between 1 and last_version),
  unique (account_id, key),
  unique (stream, first_version)
);

-- The facts, as exact bytes. envelope: canonical JSON (RFC 8785); payload: canonical JSON of the data, to which the
-- envelope commits by payloadHash = SHA-256(salt || payload), so that a payload can be erased by order without breaking
-- a proof. The columns repeat what the envelope says, for indexes; the last two checks hold them to it.
create table log.event (
  id uuid primary key,
  stream text not null,
  version integer not null,
  type text not null,
  schema integer not null check (schema > 0),
  recorded_at timestamptz not null,
  envelope bytea not null,
  payload bytea,
  salt bytea,
  leaf_hash bytea not null generated always as (sha256('\x00'::bytea || envelope)) stored,
  unique (stream, version),
  constraint envelope_names_its_place check (
    position(convert_to('"stream":"' || stream || '","type":"' || type || '","v":1,"version":' || version || '}', 'UTF8') in envelope) > 0),
  constraint envelope_commits_to_payload check (
    payload is null
    or position(convert_to('"payloadHash":"' || encode(sha256(salt || payload), 'hex') || '"', 'UTF8') in envelope) > 0)
);

-- The order of the whole log: contiguous from 0, given at commit, in commit order. Also the index in the Merkle tree.
-- Without a foreign key to log.event: only give_positions writes here and no event can be deleted (docs/decisions/0002).
create table log.position (
  position bigint primary key check (position >= 0),
  event_id uuid not null unique
);

-- One row per transaction: its events, in their order. Its deferred trigger gives them their positions at commit.
create table log.batch (
  id bigint generated always as identity primary key,
  event_ids uuid[] not null
);

-- Whose turn it is to take positions: one row, locked only from the end of a transaction to its commit. A row in a table
-- that the processes cannot touch, because any role can take an advisory lock.
create table log.turn (one boolean primary key default true check (one));
insert into log.turn default values;

-- Runs when a transaction commits. The row lock is released after the commit is visible, and max() is read by a statement
-- begun after the lock was taken, so the holder of n + 1 begins after n can be seen: no reader that asks for
-- position > n ever misses an event. A rollback leaves no hole. The client is told the first position in the same round
-- trip; it believes it only when the commit is acknowledged.
create function log.give_positions() returns trigger
  language plpgsql security definer set search_path = log, pg_temp as $$
declare
  next_position bigint;
begin
  perform from log.turn for update;
  if not found then raise exception 'log.turn has lost its row'; end if;
  select coalesce(max(position), -1) + 1 into next_position from log.position;
  insert into log.position (position, event_id)
    select next_position + n - 1, id from unnest(new.event_ids) with ordinality as e(id, n);
  raise info 'log.position' using detail = next_position;
  return null;
end $$;

create constraint trigger give_positions after insert on log.batch
  deferrable initially deferred for each row execute function log.give_positions();

-- Appends of one process, many in one call: one statement, one transaction, one flush of the disk for all of them.
-- Texts come joined by U+001E, which canonical JSON cannot contain; this costs a fraction of array literals.
-- Of several appends to one stream the first whose expected version is the stream's is written. One row is answered for
-- each append that was not written (none: all were):
--   replayed  the same command, or the same account and key, had its effect before: what it answered then
--   mismatch  the key was used for another request
--   conflict  version is the stream's version now
--   clock     the time given lies before newest, the stream's last: ask again with that
--   again     another append was in the way and its own answer decides: ask again
create function log.append(
  commands uuid[], streams text, expected integer[], counts integer[], times timestamptz[],
  accounts text, keys text, hashes text,
  owners integer[], ids uuid[], versions integer[], types text, schemas integer[],
  envelopes text, payloads text, salts text
) returns table (ordinal integer, outcome text, version integer, "position" bigint, command uuid, newest timestamptz)
  language plpgsql security definer
  set search_path = log, pg_temp
  set plan_cache_mode = force_generic_plan -- the arrays differ in length, the plan does not
  as $$
#variable_conflict use_column
declare
  written integer[];
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'log.append needs read committed' using errcode = 'invalid_transaction_state';
  end if;

  with asked as materialized (
    select a.*
      from unnest(commands, string_to_array(streams, chr(30)), expected, counts, times,
                  string_to_array(accounts, chr(30)), string_to_array(keys, chr(30), ''), string_to_array(hashes, chr(30)))
           with ordinality as a(command, stream, expected, count, at, account, key, hash, ordinal)
  ), candidate as materialized (
    select distinct on (a.stream) a.*
      from asked a
      left join lateral (
        select c.last_version, c.recorded_at from log.command c
         where c.stream = a.stream order by c.first_version desc limit 1
      ) newest on true
     where a.expected = coalesce(newest.last_version, 0) and a.at >= coalesce(newest.recorded_at, a.at)
     order by a.stream, a.ordinal
  ), taken as (
    -- In order of stream, so that two processes never wait for each other in a circle.
    insert into log.command (id, account_id, key, request_hash, stream, first_version, last_version, recorded_at)
      select c.command, c.account, c.key, c.hash, c.stream, c.expected + 1, c.expected + c.count, c.at
        from candidate c
       order by c.stream
      on conflict do nothing
      returning id
  ), winner as materialized (
    select c.* from candidate c join taken t on t.id = c.command
  ), stored as (
    insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt)
      select e.id, w.stream, e.version, e.type, e.schema, w.at,
             convert_to(e.envelope, 'UTF8'), convert_to(e.payload, 'UTF8'), decode(e.salt, 'hex')
        from unnest(owners, ids, versions, string_to_array(types, chr(30)), schemas, string_to_array(envelopes, chr(30)),
                    string_to_array(payloads, chr(30)), string_to_array(salts, chr(30)))
             as e(owner, id, version, type, schema, envelope, payload, salt)
        join winner w on w.ordinal = e.owner
  ), batched as (
    insert into log.batch (event_ids)
      select array_agg(e.id order by e.n)
        from unnest(owners, ids) with ordinality as e(owner, id, n)
        join winner w on w.ordinal = e.owner
      having count(*) > 0
  )
  select array_agg(w.ordinal) into written from winner w;

  if cardinality(written) = cardinality(commands) then return; end if;

  -- A new statement, so it sees what whoever was quicker has committed, and what this call wrote.
  return query
  with asked as materialized (
    select a.*
      from unnest(commands, string_to_array(streams, chr(30)), expected, times,
                  string_to_array(accounts, chr(30)), string_to_array(keys, chr(30), ''), string_to_array(hashes, chr(30)))
           with ordinality as a(command, stream, expected, at, account, key, hash, ordinal)
  )
  select a.ordinal::integer,
         case
           when earlier.id = any (select commands[w] from unnest(written) w) then 'again'
           when earlier.request_hash = a.hash then 'replayed'
           when earlier.id is not null then 'mismatch'
           when a.expected <> coalesce(newest.last_version, 0) then 'conflict'
           when a.at < newest.recorded_at then 'clock'
           else 'again'
         end,
         coalesce(earlier.last_version, newest.last_version, 0),
         (select p.position from log.event e join log.position p on p.event_id = e.id
           where e.stream = earlier.stream and e.version = earlier.last_version),
         earlier.id,
         newest.recorded_at
    from asked a
    left join lateral (
      select c.* from log.command c where c.id = a.command
      union all
      select c.* from log.command c where c.account_id = a.account and c.key = a.key
      limit 1
    ) earlier on true
    left join lateral (
      select c.last_version, c.recorded_at from log.command c
       where c.stream = a.stream order by c.first_version desc limit 1
    ) newest on true
   where a.ordinal <> all (coalesce(written, '{}'));
end $$;

-- What is in the log stays as it is, for the owner too and in every session_replication_role.
create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['command', 'event', 'position', 'batch', 'turn'] loop
    execute format('create trigger append_only before update or delete or truncate on log.%I
                    for each statement execute function log.refuse_change()', kept);
    execute format('alter table log.%I enable always trigger append_only', kept);
  end loop;
end $$;

-- Processes read the log and ask for appends; they cannot write a row of it.
revoke all on function log.append, log.give_positions, log.refuse_change from public;
grant usage on schema log to shuangshen_app;
grant select on log.command, log.event, log.position to shuangshen_app;
grant execute on function log.append to shuangshen_app;
