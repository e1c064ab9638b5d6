-- The event log. Everything the system knows is here; everything else can be rebuilt from it.
create schema log;

-- One row per append: who asked what under which idempotency key, and which versions came of it. Its two unique keys decide
-- every race at once: one effect per (account, key), and one append after each version of a stream. An append without an
-- idempotency key has its command's id as key, so its outcome can be asked for as well.
create table log.command (
  id uuid not null,
  account_id text not null,
  key text not null,
  request_hash text not null,
  stream text not null,
  first_version integer not null,
  last_version integer not null,
  recorded_at timestamptz not null,
  primary key (account_id, key),
  unique (stream, first_version)
);

-- The facts, as exact bytes. envelope: canonical JSON (RFC 8785); payload: canonical JSON of the data, to which the
-- envelope commits by payloadHash = SHA-256(salt || payload), so that a payload can be erased by order without breaking
-- a proof. The other columns repeat what the envelope says, for indexes.
create table log.event (
  id uuid primary key,
  stream text not null,
  version integer not null,
  type text not null,
  schema integer not null,
  recorded_at timestamptz not null,
  envelope bytea not null,
  payload bytea,
  salt bytea,
  leaf_hash bytea not null constraint leaf_hash_of_envelope check (leaf_hash = sha256('\x00'::bytea || envelope)),
  unique (stream, version)
);

-- The order of the whole log: contiguous from 0, given at commit, in commit order. Also the index in the Merkle tree.
-- Without a foreign key to log.event: only give_positions writes here and no event can be deleted (docs/decisions/0002).
create table log.position (
  position bigint primary key,
  event_id uuid not null unique
);

-- One row per transaction: its events, in their order. Its deferred trigger gives them their positions at commit.
create table log.batch (
  id bigint generated always as identity primary key,
  event_ids uuid[] not null
);

-- Whose turn it is to take positions: locked only from the end of a transaction to the end of its commit. A table that the
-- processes have no right to, because an advisory lock can be taken by any role. It is empty; it is only locked.
create table log.turn ();

-- Runs when a transaction commits. The lock is released after the commit is visible, and max() is read by a statement begun
-- after the lock was taken, so the holder of n + 1 begins after n can be seen: no reader that asks for position > n ever
-- misses an event. A rollback leaves no hole. The client is told the first position in the same round trip; it believes
-- it only when the commit is acknowledged.
create function log.give_positions() returns trigger
  language plpgsql security definer set search_path = log, pg_temp as $$
declare
  next_position bigint;
begin
  lock table log.turn in exclusive mode;
  select coalesce(max(position), -1) + 1 into next_position from log.position;
  insert into log.position (position, event_id)
    select next_position + n - 1, id from unnest(new.event_ids) with ordinality as e(id, n);
  raise info 'log.position' using detail = next_position;
  return null;
end $$;

create constraint trigger give_positions after insert on log.batch
  deferrable initially deferred for each row execute function log.give_positions();

-- Appends of one process, many in one call: one statement, one transaction, one flush of the disk for all of them.
-- Texts come joined by U+001E, which canonical JSON cannot contain; this costs a fraction of array literals. An event names
-- its append by the append's ordinal: its owner.
-- Of several appends to one stream the first whose expected version is the stream's is written. An append with count 0 only
-- asks what would become of it. Answers null when all were,
-- and otherwise an array with {ordinal, is, …} for each that was not:
--   replayed  the same account and key had its effect before: version, position and command are what it answered then
--   mismatch  the key was used for another request
--   conflict  version is the stream's version now
--   clock     the time given lies before newest, the stream's last: ask again with that
--   again     another append was in the way and its own answer decides: ask again
create function log.append(
  commands uuid[], streams text, expected integer[], counts integer[], times timestamptz[],
  accounts text, keys text, hashes text,
  owners integer[], ids uuid[], versions integer[], types text, schemas integer[],
  envelopes text, payloads text, salts text
) returns json
  language plpgsql security definer
  set search_path = log, pg_temp
  set plan_cache_mode = force_generic_plan -- the arrays differ in length, the plan does not
  as $$
declare
  separator constant text := chr(30);
  written integer[];
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'log.append needs read committed' using errcode = 'invalid_transaction_state';
  end if;

  if cardinality(commands) = 1 then
    -- What the statement below does for many. A lone append is what a person waits for, and that one costs it 50 µs more.
    insert into log.command (id, account_id, key, request_hash, stream, first_version, last_version, recorded_at)
      select commands[1], accounts, keys, hashes, streams, expected[1] + 1, expected[1] + counts[1], times[1]
       where expected[1] = 0 and not exists (select from log.command c where c.stream = streams)
          or exists (
            select from (
              select c.last_version, c.recorded_at from log.command c
               where c.stream = streams order by c.first_version desc limit 1
            ) newest
            where newest.last_version = expected[1] and newest.recorded_at <= times[1]
          )
      on conflict do nothing;
    if found then written := '{1}'; end if;
  else
    with candidate as materialized (
      select distinct on (a.stream) a.*
        from unnest(commands, string_to_array(streams, separator), expected, counts, times,
                    string_to_array(accounts, separator), string_to_array(keys, separator), string_to_array(hashes, separator))
             with ordinality as a(command, stream, expected, count, at, account, key, hash, ordinal)
        left join lateral (
          select c.last_version, c.recorded_at from log.command c
           where c.stream = a.stream order by c.first_version desc limit 1
        ) newest on true
       where a.count > 0 and a.expected = coalesce(newest.last_version, 0) and a.at >= coalesce(newest.recorded_at, a.at)
       order by a.stream, a.ordinal
    ), taken as (
      -- In order of stream, so that two processes never wait for each other in a circle.
      insert into log.command (id, account_id, key, request_hash, stream, first_version, last_version, recorded_at)
        select c.command, c.account, c.key, c.hash, c.stream, c.expected + 1, c.expected + c.count, c.at
          from candidate c
         order by c.stream
        on conflict do nothing
        returning stream
    )
    select array_agg(c.ordinal) into written from candidate c join taken t on t.stream = c.stream;
  end if;

  if written is not null then
    -- An envelope that does not name its place, or does not commit to the payload beside it, gets no hash and is refused.
    insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt, leaf_hash)
      select e.id, a.stream, e.version, e.type, e.schema, a.at,
             convert_to(e.envelope, 'UTF8'), convert_to(e.payload, 'UTF8'), decode(e.salt, 'hex'),
             case
               when position('"stream":"' || a.stream || '","type":"' || e.type || '","v":1,"version":' || e.version || '}'
                             in e.envelope) > 0
                and position('"payloadHash":"' || encode(sha256(decode(e.salt, 'hex') || convert_to(e.payload, 'UTF8')), 'hex')
                             || '"' in e.envelope) > 0
               then sha256('\x00'::bytea || convert_to(e.envelope, 'UTF8'))
             end
        from unnest(string_to_array(streams, separator), times) with ordinality as a(stream, at, ordinal)
        join unnest(owners, ids, versions, string_to_array(types, separator), schemas, string_to_array(envelopes, separator),
                    string_to_array(payloads, separator), string_to_array(salts, separator))
             as e(owner, id, version, type, schema, envelope, payload, salt)
          on e.owner = a.ordinal
       where a.ordinal = any (written);
    insert into log.batch (event_ids)
      select array_agg(e.id order by e.n)
        from unnest(owners, ids) with ordinality as e(owner, id, n)
       where e.owner = any (written);
    if cardinality(written) = cardinality(commands) then return null; end if;
  end if;

  -- A new statement, so it sees what whoever was quicker has committed, and what this call wrote.
  return (
  select json_agg(json_build_object(
         'ordinal', a.ordinal,
         'is', case
           when earlier.id = any (select commands[w] from unnest(written) w) then 'again'
           when earlier.request_hash = a.hash then 'replayed'
           when earlier.id is not null then 'mismatch'
           when a.expected <> coalesce(newest.last_version, 0) then 'conflict'
           when a.at < newest.recorded_at then 'clock'
           else 'again'
         end,
         'version', coalesce(earlier.last_version, newest.last_version, 0),
         'position', (select p.position from log.event e join log.position p on p.event_id = e.id
                       where e.stream = earlier.stream and e.version = earlier.last_version),
         'command', earlier.id,
         'newest', newest.recorded_at at time zone 'UTC'))
    from unnest(string_to_array(streams, separator), expected, times,
                string_to_array(accounts, separator), string_to_array(keys, separator), string_to_array(hashes, separator))
         with ordinality as a(stream, expected, at, account, key, hash, ordinal)
    left join log.command earlier on earlier.account_id = a.account and earlier.key = a.key
    left join lateral (
      select c.last_version, c.recorded_at from log.command c
       where c.stream = a.stream order by c.first_version desc limit 1
    ) newest on true
   where a.ordinal <> all (coalesce(written, '{}')));
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
  foreach kept in array array['command', 'event', 'position', 'batch'] loop
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
