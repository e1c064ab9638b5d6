-- The gates of a review (一事过三关, E7), who stepped back from a matter (回避) and who acts for whom (代理, E9), said a second time like the two-person
-- record of 0020: a decision needs a standing signature in every seat of its review, each of another person.

-- How an evaluation is reviewed, fixed when its task is issued. No row: the usual two reviews.
create table control.review_plan (
  evaluation text primary key,
  gates text[] not null check (gates <@ array['business', 'finance', 'audit']),
  second_per_gate boolean not null,
  in_order boolean not null,
  event_id uuid not null unique references log.event (id)
);

-- Who stepped back from a matter: signs under no version of it any more.
create table control.recusal (
  evaluation text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  event_id uuid not null unique references log.event (id),
  primary key (evaluation, person)
);

-- Who may take a reviewer's seats, on which days of the bureau (both included).
create table control.delegation (
  id text primary key,
  delegator text not null check (delegator not like 'system:%' and delegator <> ''),
  delegate text not null check (delegate not like 'system:%' and delegate <> ''),
  from_day date not null,
  until_day date not null check (until_day >= from_day and until_day - from_day < 90),
  event_id uuid not null unique references log.event (id),
  check (delegator <> delegate)
);
create index on control.delegation (delegate);

-- A delegation that ended before its last day.
create table control.delegation_end (
  delegation text primary key references control.delegation,
  event_id uuid not null unique references log.event (id)
);

-- The delegations that hold today.
create view control.standing_delegation as
  select d.* from control.delegation d
   where (now() at time zone 'Asia/Shanghai')::date between d.from_day and d.until_day
     and not exists (select from control.delegation_end e where e.delegation = d.id);

-- The gate a signature is for; empty where its step has none.
alter table control.signature add gate text not null default '' check (gate in ('', 'business', 'finance', 'audit'));

create or replace view control.standing_signature as
  select s.*
    from control.signature s
   where not exists (select from control.signature_revocation r where r.signature = s.event_id);

-- The gates that a step of an evaluation's review has, in their order; one empty gate where it has none.
create function control.gates_of(evaluation_id text, of_step text) returns text[]
  language sql stable set search_path = control, pg_temp as $$
  select coalesce(
    (select p.gates from control.review_plan p
      where p.evaluation = evaluation_id and p.gates <> '{}' and (of_step = 'first' or p.second_per_gate)),
    array[''])
$$;

-- The gates of a step under which no signature stands.
create function control.open_gates(evaluation_id text, of_version integer, of_step text) returns text[]
  language sql stable set search_path = control, pg_temp as $$
  select coalesce(array_agg(g.gate order by g.place), '{}')
    from unnest(control.gates_of(evaluation_id, of_step)) with ordinality as g(gate, place)
   where not exists (select from control.standing_signature s
                      where s.evaluation = evaluation_id and s.version = of_version and s.step = of_step
                        and s.gate = g.gate)
$$;

create or replace function control.check_signature() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  submitted text;
  taken text;
  open text[];
begin
  -- Signers of one version take turns, so each sees the signatures before his own.
  select v.content_hash into submitted
    from control.submitted_version v
   where v.evaluation = new.evaluation and v.version = new.version
     for update;
  if submitted is null
     or exists (select from control.submitted_version v where v.evaluation = new.evaluation and v.version > new.version)
     or exists (select from control.ended_version v where v.evaluation = new.evaluation and v.version = new.version)
     or exists (select from control.decision d where d.evaluation = new.evaluation) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "no version is under review"}');
  end if;
  if submitted is distinct from new.content_hash then
    perform control.refuse('evaluation.content-changed', 'stale', 'E3', jsonb_build_object('current', submitted));
  end if;
  if new.person like 'system:%' then
    perform control.refuse('actor.system-excluded', 'forbidden', 'E10');
  end if;
  if exists (select from control.participant p where p.evaluation = new.evaluation and p.person = new.person) then
    perform control.refuse('review.participant-excluded', 'forbidden', 'E1');
  end if;
  if exists (select from control.recusal r where r.evaluation = new.evaluation and r.person = new.person) then
    perform control.refuse('review.recused', 'forbidden', 'E8');
  end if;

  select s.step into taken
    from control.seat s
   where s.evaluation = new.evaluation and s.version = new.version and s.person = new.person;
  if taken is null then
    insert into control.seat (evaluation, version, person, step)
      values (new.evaluation, new.version, new.person, new.step);
  elsif taken is distinct from new.step then
    if exists (select from control.standing_signature s
                where s.evaluation = new.evaluation and s.version = new.version and s.person = new.person) then
      perform control.refuse('review.needs-another-person', 'forbidden', 'E1');
    end if;
    perform control.refuse('review.roles-swapped', 'forbidden', 'E2');
  elsif exists (select from control.signature s
                 where s.evaluation = new.evaluation and s.version = new.version and s.person = new.person
                   and s.gate <> new.gate) then
    perform control.refuse('review.one-gate-for-each', 'forbidden', 'E7');
  end if;

  if not new.gate = any (control.gates_of(new.evaluation, new.step)) then
    perform control.refuse('review.gate-unknown', 'invalid', 'E7');
  end if;
  open := control.open_gates(new.evaluation, new.version, new.step);
  if not new.gate = any (open) then
    perform control.refuse('log.fact-not-allowed', 'conflict', 'E13', '{"reason": "this pass was given already"}');
  end if;
  if new.gate <> open[1]
     and exists (select from control.review_plan p where p.evaluation = new.evaluation and p.in_order) then
    perform control.refuse('review.gate-waits', 'conflict', 'E4', jsonb_build_object('gate', new.gate));
  end if;
  if new.step = 'second' and control.open_gates(new.evaluation, new.version, 'first') <> '{}' then
    perform control.refuse('review.first-pass-missing', 'conflict', 'E4');
  end if;
  return new;
end $$;

-- What keys cannot say of a decision: a signature stands in every seat, and no two are one person's.
create or replace function control.check_decision() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  perform from control.submitted_version v
    where v.evaluation = new.evaluation and v.version = new.version for update;
  if exists (select from control.ended_version v where v.evaluation = new.evaluation and v.version = new.version) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "no version is under review"}');
  end if;
  if not exists (select from control.standing_signature s where s.event_id = new.first_signature)
     or control.open_gates(new.evaluation, new.version, 'first') <> '{}'
     or control.open_gates(new.evaluation, new.version, 'second') <> '{}' then
    perform control.refuse('review.first-pass-missing', 'conflict', 'E4');
  end if;
  if (select count(*) <> count(distinct s.person) from control.standing_signature s
       where s.evaluation = new.evaluation and s.version = new.version) then
    perform control.refuse('review.needs-another-person', 'forbidden', 'E1');
  end if;
  return new;
end $$;

-- Who acts for a reviewer does so by a delegation that holds today, and inherits what excludes him (E9). The reviewer's seat is
-- taken with it: he signs no other of the version.
create function control.check_represented(
  evaluation_id text, of_version integer, person_id text, represented text, of_step text, for_unit boolean
) returns void
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  taken text;
begin
  if for_unit or of_version is null
     or not exists (select from control.standing_delegation d
                     where d.delegator = represented and d.delegate = person_id) then
    perform control.refuse('delegation.not-granted', 'forbidden', 'E9');
  end if;
  if exists (select from control.participant p where p.evaluation = evaluation_id and p.person = represented) then
    perform control.refuse('review.participant-excluded', 'forbidden', 'E1');
  end if;
  if exists (select from control.recusal r where r.evaluation = evaluation_id and r.person = represented) then
    perform control.refuse('review.recused', 'forbidden', 'E8');
  end if;
  if exists (select from control.standing_signature s
              where s.evaluation = evaluation_id and s.version = of_version and s.person = represented) then
    perform control.refuse('review.needs-another-person', 'forbidden', 'E1');
  end if;
  if of_step is null then return; end if;
  perform from control.submitted_version v
    where v.evaluation = evaluation_id and v.version = of_version for update;
  select s.step into taken from control.seat s
   where s.evaluation = evaluation_id and s.version = of_version and s.person = represented;
  if taken is null then
    insert into control.seat (evaluation, version, person, step) values (evaluation_id, of_version, represented, of_step);
  elsif taken <> of_step then
    perform control.refuse('review.roles-swapped', 'forbidden', 'E2');
  end if;
end $$;

-- Keeps who delegated to whom.
create function control.follow_delegation() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  payload jsonb := convert_from(new.payload, 'UTF8')::jsonb;
begin
  if (convert_from(new.envelope, 'UTF8')::jsonb -> 'actor' ->> 'personId') is distinct from payload ->> 'by' then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;
  if new.type = 'DelegationGranted' then
    if new.stream is distinct from 'delegation-' || (payload ->> 'delegator') then
      perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "the stream is another person''s"}');
    end if;
    insert into control.delegation (id, delegator, delegate, from_day, until_day, event_id)
      values (payload ->> 'id', payload ->> 'delegator', payload ->> 'delegate', (payload ->> 'from')::date,
              (payload ->> 'until')::date, new.id);
  else
    insert into control.delegation_end (delegation, event_id) values (payload ->> 'id', new.id);
  end if;
  return null;
end $$;

create trigger delegations after insert on log.event for each row
  when (new.stream like 'delegation-%' and new.type in ('DelegationGranted', 'DelegationEnded'))
  execute function control.follow_delegation();
alter table log.event enable always trigger delegations;

-- Carries one fact of an evaluation into these tables, in the append's own transaction.
create or replace function control.follow_fact() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  actor jsonb := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor';
  payload json := convert_from(new.payload, 'UTF8');
  person_id text := actor ->> 'personId';
  evaluation_id text := substr(new.stream, length('evaluation-') + 1);
  step text := case new.type when 'FirstReviewPassed' then 'first' when 'SecondReviewPassed' then 'second' end;
  for_unit boolean := case new.type
    when 'FirstReviewPassed' then false when 'SecondReviewPassed' then false when 'PassRevoked' then false
    when 'ReviewerRecused' then false
    when 'EvaluationReturned' then coalesce(payload ->> 'from', 'unit') like 'unit%'
    else true end;
  newest integer;
  under_review integer;
  standing control.standing_signature;
begin
  if coalesce(person_id, '') = '' or person_id is distinct from payload ->> 'by' then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;
  if person_id like 'system:%' and new.type <> 'DraftImported' then
    perform control.refuse('actor.system-excluded', 'forbidden', 'E10');
  end if;
  if actor ->> 'role' = 'administrator' then
    perform control.refuse('actor.administrator-excluded', 'forbidden', 'E10');
  end if;

  select v.version, case when e.version is null then v.version end into newest, under_review
    from control.submitted_version v
    left join control.ended_version e on e.evaluation = v.evaluation and e.version = v.version
   where v.evaluation = evaluation_id
   order by v.version desc
   limit 1;
  if under_review is not null and exists (select from control.decision d where d.evaluation = evaluation_id) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "a decision is final"}');
  end if;
  -- While a version is under review the unit can only take it back; before, nobody reviews.
  if (under_review is null) is distinct from (for_unit and new.type <> 'SubmissionWithdrawn') then
    perform control.refuse('log.fact-not-allowed', 'conflict', null,
      jsonb_build_object('reason', case when under_review is null then 'no version is under review'
                                        else 'a version is under review' end));
  end if;
  if under_review is not null and (payload ->> 'version')::integer is distinct from under_review then
    perform control.refuse('evaluation.content-changed', 'stale', 'E3', jsonb_build_object('version', under_review));
  end if;

  if step is not null and payload ->> 'onBehalfOf' is distinct from actor ->> 'onBehalfOf' then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;
  if actor ? 'onBehalfOf' then
    perform control.check_represented(evaluation_id, under_review, person_id, actor ->> 'onBehalfOf', step, for_unit);
  end if;

  if for_unit and person_id not like 'system:%'
     and not exists (select from control.participant p where p.evaluation = evaluation_id and p.person = person_id) then
    insert into control.participant (evaluation, person, event_id) values (evaluation_id, person_id, new.id);
  end if;

  case new.type
    when 'EvaluationSubmitted' then
      if (payload ->> 'version')::integer is distinct from coalesce(newest, 0) + 1 then
        perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "versions follow on each other"}');
      end if;
      insert into control.submitted_version (evaluation, version, content_hash, event_id)
        values (evaluation_id, coalesce(newest, 0) + 1, payload ->> 'contentHash', new.id);

    when 'SubmissionWithdrawn' then
      if exists (select from control.signature s where s.evaluation = evaluation_id and s.version = under_review) then
        perform control.refuse('withdrawal.reviewer-acted', 'conflict', 'E11');
      end if;
      insert into control.ended_version (evaluation, version, event_id) values (evaluation_id, under_review, new.id);

    when 'FirstReviewPassed', 'SecondReviewPassed' then
      if actor ->> 'role' is distinct from step || '-reviewer' then
        perform control.refuse('role.not-allowed', 'forbidden', null, jsonb_build_object('role', actor ->> 'role'));
      end if;
      insert into control.signature (event_id, evaluation, version, content_hash, person, step, gate)
        values (new.id, evaluation_id, under_review, payload ->> 'contentHash', person_id, step,
                coalesce(payload ->> 'gate', ''));
      -- The last second pass decides; the first pass it names is the one that was given first.
      if step = 'second' and control.open_gates(evaluation_id, under_review, 'second') = '{}' then
        insert into control.decision (evaluation, version, content_hash, first_signature, first_person,
                                      second_signature, second_person, event_id)
          select s.evaluation, s.version, s.content_hash, s.event_id, s.person, new.id, person_id, new.id
            from control.standing_signature s
            join log.event e on e.id = s.event_id
           where s.evaluation = evaluation_id and s.version = under_review and s.step = 'first'
           order by e.version
           limit 1;
      end if;

    when 'PassRevoked' then
      select s.* into standing from control.standing_signature s
       where s.evaluation = evaluation_id and s.version = under_review and s.person = person_id;
      if standing.event_id is null then
        perform control.refuse('revocation.not-own-pass', 'forbidden', 'E11');
      end if;
      if standing.step = 'first'
         and exists (select from control.standing_signature s
                      where s.evaluation = evaluation_id and s.version = under_review and s.step = 'second') then
        perform control.refuse('revocation.next-acted', 'conflict', 'E11');
      end if;
      insert into control.signature_revocation (signature, person, event_id) values (standing.event_id, person_id, new.id);

    when 'ReviewerRecused' then
      if exists (select from control.standing_signature s
                  where s.evaluation = evaluation_id and s.version = under_review and s.person = person_id) then
        perform control.refuse('recusal.pass-stands', 'conflict', null);
      end if;
      insert into control.recusal (evaluation, person, event_id) values (evaluation_id, person_id, new.id)
        on conflict (evaluation, person) do nothing;

    when 'EvaluationReturned' then
      if not for_unit then
        if exists (select from control.participant p where p.evaluation = evaluation_id and p.person = person_id) then
          perform control.refuse('review.participant-excluded', 'forbidden', 'E1');
        end if;
        if exists (select from control.recusal r where r.evaluation = evaluation_id and r.person = person_id) then
          perform control.refuse('review.recused', 'forbidden', 'E8');
        end if;
        if exists (select from control.standing_signature s
                    where s.evaluation = evaluation_id and s.version = under_review and s.person = person_id) then
          perform control.refuse('review.needs-another-person', 'forbidden', 'E1');
        end if;
        insert into control.ended_version (evaluation, version, event_id) values (evaluation_id, under_review, new.id);
      end if;

    else
      null;
  end case;
  return null;
end $$;

-- As before, and a finding may be waived for the reviewer whose seat it is.
create or replace function control.follow_finding() returns trigger
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
  if actor ? 'onBehalfOf' and new.type <> 'FindingWaived' then
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
  if actor ? 'onBehalfOf' then
    perform control.check_represented(evaluation_id, under_review, person_id, actor ->> 'onBehalfOf', 'second', false);
  end if;
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

drop trigger dual_review on log.event;
create trigger dual_review after insert on log.event for each row
  when (new.stream like 'evaluation-%'
        and new.type in ('DraftImported', 'DraftEdited', 'ItemAnswered', 'UnitChecked', 'UnitSigned',
                         'EvaluationSubmitted', 'SubmissionWithdrawn', 'FirstReviewPassed', 'SecondReviewPassed',
                         'PassRevoked', 'ReviewerRecused', 'EvaluationReturned'))
  execute function control.follow_fact();
alter table log.event enable always trigger dual_review;

-- Keeps how an evaluation is reviewed, where its task says so.
create function control.follow_task() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  plan jsonb := convert_from(new.payload, 'UTF8')::jsonb -> 'review';
begin
  -- How it is reviewed is fixed before anything else happens.
  if new.version <> 1 then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "a task is issued once"}');
  end if;
  if plan is not null then
    insert into control.review_plan (evaluation, gates, second_per_gate, in_order, event_id)
      values (substr(new.stream, length('evaluation-') + 1),
              array(select jsonb_array_elements_text(plan -> 'gates')),
              plan ->> 'second' = 'per-gate', plan ->> 'gateOrder' = 'in-order', new.id);
  end if;
  return null;
end $$;

create trigger review_plan after insert on log.event for each row
  when (new.stream like 'evaluation-%' and new.type = 'TaskIssued')
  execute function control.follow_task();
alter table log.event enable always trigger review_plan;

do $$
declare
  kept text;
begin
  foreach kept in array array['review_plan', 'recusal', 'delegation', 'delegation_end'] loop
    execute format('create trigger append_only before update or delete or truncate on control.%I
                    for each statement execute function control.refuse_change()', kept);
    execute format('alter table control.%I enable always trigger append_only', kept);
  end loop;
end $$;

revoke all on function control.gates_of, control.open_gates, control.follow_task, control.check_represented,
  control.follow_delegation from public;
grant select on control.review_plan, control.recusal, control.delegation, control.delegation_end,
  control.standing_delegation to shuangshen_app;
