-- E6 said a second time: nothing is passed that was not checked, and nothing while an ERROR stands that no second reviewer let stand in writing. Written in
-- the transaction that appends the fact, like the two-person record of 0020, and as little to be got round.

-- One run of the cross-checks on one version; a later one of the same occasion replaces it.
create table control.check_run (
  event_id uuid primary key references log.event (id),
  evaluation text not null,
  version integer not null check (version > 0),
  content_hash text not null,
  occasion text not null check (occasion in ('submission', 'background')),
  -- In the order in which they came.
  number bigint generated always as identity
);
create index on control.check_run (evaluation, version);

-- An ERROR that a run found.
create table control.error_finding (
  run uuid not null references control.check_run (event_id),
  finding text not null check (finding <> ''),
  primary key (run, finding)
);

-- A finding that a second reviewer lets stand, for one version.
create table control.waiver (
  event_id uuid primary key references log.event (id),
  evaluation text not null,
  version integer not null,
  finding text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  -- Who waives is the version's second reviewer, and cannot be its first.
  step text not null default 'second' check (step = 'second'),
  foreign key (evaluation, version, person, step) references control.seat (evaluation, version, person, step)
);
create index on control.waiver (evaluation, version);

-- The errors that stand: of the newest run of each occasion.
create view control.standing_error as
  select r.evaluation, r.version, f.finding
    from control.error_finding f join control.check_run r on r.event_id = f.run
   where not exists (select from control.check_run later
                      where later.evaluation = r.evaluation and later.version = r.version
                        and later.occasion = r.occasion and later.number > r.number);

create function control.refuse_open_errors() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  open jsonb;
begin
  -- Without a run of the checks on exactly this content nobody knows what stands open.
  if not exists (select from control.check_run r
                  where r.evaluation = new.evaluation and r.version = new.version
                    and r.content_hash = new.content_hash and r.occasion = 'submission') then
    perform control.refuse('review.checks-missing', 'conflict', 'E6');
  end if;
  select jsonb_agg(e.finding) into open
    from control.standing_error e
   where e.evaluation = new.evaluation and e.version = new.version
     and not exists (select from control.waiver w
                      where w.evaluation = e.evaluation and w.version = e.version and w.finding = e.finding
                        and (new.step = 'first' or w.person = new.person));
  if open is not null then
    perform control.refuse('review.open-errors', 'conflict', 'E6', jsonb_build_object('findings', open));
  end if;
  return new;
end $$;

create trigger errors_are_waived before insert on control.signature
  for each row execute function control.refuse_open_errors();
alter table control.signature enable always trigger errors_are_waived;

-- Carries one fact about findings into these tables.
create function control.follow_finding() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  actor jsonb := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor';
  payload jsonb := convert_from(new.payload, 'UTF8');
  person_id text := actor ->> 'personId';
  evaluation_id text := substr(new.stream, length('evaluation-') + 1);
  under_review integer;
  taken text;
begin
  if coalesce(person_id, '') = '' or person_id is distinct from payload ->> 'by' then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;
  if actor ? 'onBehalfOf' then
    perform control.refuse('delegation.not-granted', 'forbidden', 'E9');
  end if;
  if actor ->> 'role' = 'administrator' then
    perform control.refuse('actor.administrator-excluded', 'forbidden', 'E10');
  end if;
  if person_id like 'system:%' and new.type <> 'ChecksRun' then
    perform control.refuse('actor.system-excluded', 'forbidden', 'E10');
  end if;

  if new.type = 'ChecksRun' then
    -- No order is promised between the rows of one append: whether the version is submitted is not asked here.
    insert into control.check_run (event_id, evaluation, version, content_hash, occasion)
      values (new.id, evaluation_id, (payload ->> 'version')::integer, payload ->> 'contentHash', payload ->> 'occasion');
    insert into control.error_finding (run, finding)
      select distinct new.id, f ->> 'id' from jsonb_array_elements(payload -> 'findings') f
       where f ->> 'severity' = 'ERROR';
    return null;
  end if;

  select v.version into under_review
    from control.submitted_version v
   where v.evaluation = evaluation_id
     and not exists (select from control.ended_version e
                      where e.evaluation = v.evaluation and e.version = v.version)
   order by v.version desc limit 1;

  if new.type = 'FindingAnswered' then
    if under_review is not null then
      perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "a version is under review"}');
    end if;
    insert into control.participant (evaluation, person, event_id)
      select evaluation_id, person_id, new.id
       where not exists (select from control.participant p where p.evaluation = evaluation_id and p.person = person_id);
    return null;
  end if;

  -- FindingWaived
  if under_review is distinct from (payload ->> 'version')::integer
     or exists (select from control.decision d where d.evaluation = evaluation_id) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "no version is under review"}');
  end if;
  if actor ->> 'role' is distinct from 'second-reviewer' then
    perform control.refuse('role.not-allowed', 'forbidden', null, jsonb_build_object('role', actor ->> 'role'));
  end if;
  -- Signers and waivers of one version take turns.
  perform from control.submitted_version v
    where v.evaluation = evaluation_id and v.version = under_review for update;
  if exists (select from control.participant p where p.evaluation = evaluation_id and p.person = person_id) then
    perform control.refuse('review.participant-excluded', 'forbidden', 'E1');
  end if;
  select s.step into taken
    from control.seat s
   where s.evaluation = evaluation_id and s.version = under_review and s.person = person_id;
  if taken = 'first' then
    perform control.refuse('review.roles-swapped', 'forbidden', 'E2');
  elsif taken is null then
    insert into control.seat (evaluation, version, person, step) values (evaluation_id, under_review, person_id, 'second');
  end if;
  insert into control.waiver (event_id, evaluation, version, finding, person)
    values (new.id, evaluation_id, under_review, payload ->> 'findingId', person_id);
  return null;
end $$;

create trigger findings after insert on log.event for each row
  when (new.stream like 'evaluation-%' and new.type in ('FindingAnswered', 'ChecksRun', 'FindingWaived'))
  execute function control.follow_finding();
alter table log.event enable always trigger findings;

do $$
declare
  kept text;
begin
  foreach kept in array array['check_run', 'error_finding', 'waiver'] loop
    execute format('create trigger append_only before update or delete or truncate on control.%I
                    for each statement execute function control.refuse_change()', kept);
    execute format('alter table control.%I enable always trigger append_only', kept);
  end loop;
end $$;

revoke all on function control.refuse_open_errors, control.follow_finding from public;
grant select on control.check_run, control.error_finding, control.waiver, control.standing_error to shuangshen_app;
