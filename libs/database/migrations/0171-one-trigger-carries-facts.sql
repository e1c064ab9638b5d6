-- What follows in the tables from a fact was said by thirteen triggers on log.event, each with a condition of its own. Every
-- statement reads all conditions anew, 27 kB of them, before it looks at a row: more than a third of what a lone append costs the
-- server. Now one trigger looks at the fact and says where it goes. The functions stay word for word what they were; they are
-- called with the fact instead of being fired by it, in the same order.
do $$
declare
  follower record;
begin
  for follower in
    select distinct p.oid, n.nspname as schema, p.proname as name, p.prosrc as body, p.proconfig as config
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_namespace n on n.oid = p.pronamespace
     where t.tgrelid = 'log.event'::regclass and not t.tgisinternal and t.tgname not in ('append_only', 'erased_only')
  loop
    execute format(
      'create function %I.%I(new log.event) returns void language plpgsql security definer set %s as %L',
      follower.schema, follower.name, replace(follower.config[1], '=', ' to '),
      regexp_replace(follower.body, '\mreturn null;', 'return;', 'g'));
    execute format('revoke all on function %I.%I(log.event) from public', follower.schema, follower.name);
    execute format('drop function %I.%I() cascade', follower.schema, follower.name); -- and the triggers that fired it
  end loop;
end $$;

-- Which fact goes where. What is in no list here changes nothing in the tables of the two-person rule.
create function control.carry_fact() returns trigger language plpgsql as $$
begin
  if new.stream like 'evaluation-%' then
    if new.type in ('SampledForRecheck', 'RecheckRecorded', 'EvaluationFinalized', 'RectificationOrdered',
                    'RectificationReplied', 'RectificationRejected', 'RectificationClosed', 'EvaluationPublished',
                    'PublicationCorrected', 'EvaluationArchived',
                    'ScoreRecomputed', 'ReviewerAssigned', 'ReviewerMissing', 'ExpertAsked', 'ExpertAnswered')
       or (new.type = 'EvaluationReturned' and convert_from(new.payload, 'UTF8')::jsonb ->> 'from' = 'recheck') then
      perform control.follow_conclusion(new);
    end if;
    if new.type in ('DraftImported', 'DraftEdited', 'ItemAnswered', 'UnitChecked', 'UnitSigned', 'EvaluationSubmitted',
                    'SubmissionWithdrawn', 'FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked', 'ReviewerRecused',
                    'EvaluationReturned') then
      perform control.follow_fact(new);
    end if;
    if new.type in ('FindingAnswered', 'ChecksRun', 'FindingWaived') then
      perform control.follow_finding(new);
    end if;
    perform control.keep_offices_out(new);
    if new.type = 'TaskIssued' then
      perform control.follow_task(new);
    end if;
    if new.type in ('FirstReviewPassed', 'SecondReviewPassed', 'FindingWaived', 'EvaluationReturned') then
      perform control.check_seat(new);
    end if;
    if new.type in ('DraftImported', 'DraftEdited', 'ItemAnswered', 'FindingAnswered', 'UnitChecked', 'UnitSigned',
                    'EvaluationSubmitted', 'SubmissionWithdrawn', 'FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked',
                    'FindingWaived', 'ReviewerAssigned', 'ReviewerRecused', 'ExpertAsked', 'ExpertAnswered',
                    'EvaluationReturned',
                    'SampledForRecheck', 'RecheckRecorded', 'EvaluationFinalized', 'RectificationOrdered',
                    'RectificationReplied', 'RectificationRejected', 'RectificationClosed', 'EvaluationPublished',
                    'PublicationCorrected', 'EvaluationArchived') then
      perform control.check_standing(new);
    end if;
    if new.type in ('UnitChecked', 'UnitSigned', 'EvaluationSubmitted') then
      perform control.check_unit_step(new);
    end if;
  elsif new.stream like 'person-%' then
    perform control.follow_person(new);
  elsif new.stream like 'delegation-%' and new.type in ('DelegationGranted', 'DelegationEnded') then
    perform control.follow_delegation(new);
    perform control.check_delegator(new);
  elsif new.stream like 'erasure-%' and new.type = 'ErasureConfirmed' then
    perform log.carry_out_erasure(new);
  end if;
  return null;
end $$;
revoke all on function control.carry_fact from public;

create trigger facts after insert on log.event for each row execute function control.carry_fact();
alter table log.event enable always trigger facts;

-- log.append as of 0147, and a lone event goes straight in: what a person waits for needs no arrays taken apart and no join.
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
  alone boolean := false;
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
    alone := found and counts = '{1}' and owners = '{1}' and cardinality(ids) = 1 and strpos(streams || types, separator) = 0;
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

  if alone then
    -- What the statement below does for many.
    insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt, leaf_hash)
      values (ids[1], streams, versions[1], types, schemas[1], times[1],
              convert_to(envelopes, 'UTF8'), convert_to(payloads, 'UTF8'), decode(salts, 'hex'),
              case
                when versions[1] = expected[1] + 1
                 and payloads::json is not null
                 and envelopes::jsonb @> jsonb_build_object(
                       'v', 1, 'id', ids[1], 'stream', streams, 'version', versions[1], 'type', types, 'schema', schemas[1],
                       'recordedAt', to_char(times[1] at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                       'payloadHash', encode(sha256(decode(salts, 'hex') || convert_to(payloads, 'UTF8')), 'hex'))
                then sha256('\x00'::bytea || convert_to(envelopes, 'UTF8'))
              end);
    insert into log.batch (event_ids) values (ids);
    return null;
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
