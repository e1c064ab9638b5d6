-- log.append as of 0011, and it believes the caller less: whoever has the log-in of the processes may call it with any arguments.
-- The envelope is read as JSON and says of itself what the row says, so nothing is folded as another fact than the tables of
-- 0020 followed; an append brings exactly the versions it announces; events come to the triggers, and get their positions,
-- in the order of their stream; and no time is told that is not the database's, within a quarter of an hour.
create or replace function log.append(
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
  added bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'log.append needs read committed' using errcode = 'invalid_transaction_state';
  end if;

  if exists (select from unnest(times) t where abs(extract(epoch from t - clock_timestamp())) > 900) then
    raise exception 'the time of an append is more than a quarter of an hour from the database''s' using errcode = 'check_violation';
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
    -- An envelope whose own words are not those of the row, or that does not commit to the JSON beside it, gets no hash and is
    -- refused; so is an event of no version that its append announced. In the order of the stream, in which triggers see them.
    insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt, leaf_hash)
      select e.id, a.stream, e.version, e.type, e.schema, a.at,
             convert_to(e.envelope, 'UTF8'), convert_to(e.payload, 'UTF8'), decode(e.salt, 'hex'),
             case
               when e.version between a.expected + 1 and a.expected + a.count
                and e.payload::json is not null
                and e.envelope::jsonb @> jsonb_build_object(
                      'v', 1, 'id', e.id, 'stream', a.stream, 'version', e.version, 'type', e.type, 'schema', e.schema,
                      'recordedAt', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                      'payloadHash', encode(sha256(decode(e.salt, 'hex') || convert_to(e.payload, 'UTF8')), 'hex'))
               then sha256('\x00'::bytea || convert_to(e.envelope, 'UTF8'))
             end
        from unnest(string_to_array(streams, separator), times, expected, counts)
             with ordinality as a(stream, at, expected, count, ordinal)
        join unnest(owners, ids, versions, string_to_array(types, separator), schemas, string_to_array(envelopes, separator),
                    string_to_array(payloads, separator), string_to_array(salts, separator))
             as e(owner, id, version, type, schema, envelope, payload, salt)
          on e.owner = a.ordinal
       where a.ordinal = any (written)
       order by a.ordinal, e.version;
    get diagnostics added = row_count;
    if added is distinct from (select sum(counts[w]) from unnest(written) w) then
      raise exception 'an append announced more events than it brought' using errcode = 'check_violation';
    end if;
    insert into log.batch (event_ids)
      select array_agg(e.id order by e.owner, e.version)
        from unnest(owners, ids, versions) as e(owner, id, version)
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
