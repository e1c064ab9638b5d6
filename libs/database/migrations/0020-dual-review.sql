-- Two persons, said a second time. These tables are written in the transaction that appends the fact, by a trigger on the
-- log, and know nothing of the code that decides. A fact that would approve without two persons, or in the name of one who
-- took part, does not get into the log, whoever writes it. Every column is NOT NULL: a NULL would slip past a check and
-- past a foreign key of several columns. A person is who stands in the event's envelope, never who the payload names.
create schema control;

-- What was submitted: the content that signatures are given for (E3).
create table control.submitted_version (
  evaluation text not null,
  version integer not null check (version > 0),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  event_id uuid not null unique references log.event (id),
  primary key (evaluation, version),
  unique (evaluation, version, content_hash)
);

-- A version that was returned or withdrawn: nothing is signed under it any more.
create table control.ended_version (
  evaluation text not null,
  version integer not null,
  event_id uuid not null unique references log.event (id),
  primary key (evaluation, version),
  foreign key (evaluation, version) references control.submitted_version (evaluation, version)
);

-- Who ever acted for the unit, in any version (E1). A reviewer of an earlier version may become one, and signs no more.
create table control.participant (
  evaluation text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  event_id uuid not null references log.event (id),
  primary key (evaluation, person)
);

-- The one step a person takes under one version: nobody is first and second reviewer of it, also after revoking (E1, E2).
create table control.seat (
  evaluation text not null,
  version integer not null,
  person text not null,
  step text not null check (step in ('first', 'second')),
  primary key (evaluation, version, person),
  unique (evaluation, version, person, step)
);

-- One person's pass on one content (初审通过, 复审通过).
create table control.signature (
  event_id uuid primary key references log.event (id),
  evaluation text not null,
  version integer not null,
  content_hash text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  step text not null,
  unique (event_id, person),
  unique (event_id, evaluation, version, content_hash, person, step),
  foreign key (evaluation, version, content_hash)
    references control.submitted_version (evaluation, version, content_hash),
  foreign key (evaluation, version, person, step) references control.seat (evaluation, version, person, step)
);
create index on control.signature (evaluation, version);

-- A pass taken back by the person who gave it (取消审核, E11).
create table control.signature_revocation (
  signature uuid primary key,
  person text not null,
  event_id uuid not null unique references log.event (id),
  foreign key (signature, person) references control.signature (event_id, person)
);

-- The approval: two signatures of two persons on one content.
create table control.decision (
  evaluation text primary key,
  version integer not null,
  content_hash text not null,
  first_signature uuid not null,
  first_person text not null,
  first_step text not null default 'first' check (first_step = 'first'),
  second_signature uuid not null,
  second_person text not null,
  second_step text not null default 'second' check (second_step = 'second'),
  event_id uuid not null unique references log.event (id),
  check (first_person <> second_person),
  foreign key (first_signature, evaluation, version, content_hash, first_person, first_step)
    references control.signature (event_id, evaluation, version, content_hash, person, step),
  foreign key (second_signature, evaluation, version, content_hash, second_person, second_step)
    references control.signature (event_id, evaluation, version, content_hash, person, step)
);

-- A refusal that the store hands on as it is: MESSAGE is the code, DETAIL what fills its text.
create function control.refuse(code text, kind text, rule text, details jsonb default '{}') returns void
  language plpgsql as $$
begin
  raise exception using errcode = 'SS001', message = code,
    detail = (jsonb_strip_nulls(jsonb_build_object('kind', kind, 'rule', rule)) || details)::text;
end $$;

-- What keys cannot say of a signature. Asked of rows written by hand too.
create function control.check_signature() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  submitted text;
  taken text;
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
  end if;

  if exists (select from control.standing_signature s
              where s.evaluation = new.evaluation and s.version = new.version and s.step = new.step) then
    perform control.refuse('log.fact-not-allowed', 'conflict', 'E13', '{"reason": "this pass was given already"}');
  end if;
  if new.step = 'second'
     and not exists (select from control.standing_signature s
                      where s.evaluation = new.evaluation and s.version = new.version and s.step = 'first') then
    perform control.refuse('review.first-pass-missing', 'conflict', 'E4');
  end if;
  return new;
end $$;

-- What keys cannot say of a decision: both signatures still stand.
create function control.check_decision() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  perform from control.submitted_version v
    where v.evaluation = new.evaluation and v.version = new.version for update;
  if exists (select from control.ended_version v where v.evaluation = new.evaluation and v.version = new.version) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "no version is under review"}');
  end if;
  if not exists (select from control.standing_signature s where s.event_id = new.first_signature) then
    perform control.refuse('review.first-pass-missing', 'conflict', 'E4');
  end if;
  return new;
end $$;

-- A decision is final: its signatures stay, and no version follows.
create function control.refuse_when_decided() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  decided text := case tg_table_name
    when 'signature_revocation' then (select s.evaluation from control.signature s
                                       where s.event_id = (to_jsonb(new) ->> 'signature')::uuid)
    else to_jsonb(new) ->> 'evaluation' end;
begin
  if exists (select from control.decision d where d.evaluation = decided) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "a decision is final"}');
  end if;
  return new;
end $$;

-- The signatures that nobody took back.
create view control.standing_signature as
  select s.*
    from control.signature s
   where not exists (select from control.signature_revocation r where r.signature = s.event_id);

create trigger checked before insert on control.signature for each row execute function control.check_signature();
create trigger checked before insert on control.decision for each row execute function control.check_decision();
create trigger checked before insert on control.submitted_version
  for each row execute function control.refuse_when_decided();
create trigger checked before insert on control.ended_version
  for each row execute function control.refuse_when_decided();
create trigger checked before insert on control.signature_revocation
  for each row execute function control.refuse_when_decided();

do $$
declare
  watched text;
begin
  foreach watched in array array['signature', 'decision', 'submitted_version', 'ended_version', 'signature_revocation'] loop
    execute format('alter table control.%I enable always trigger checked', watched);
  end loop;
end $$;

-- Carries one fact of an evaluation into these tables, in the append's own transaction.
create function control.follow_fact() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  actor jsonb := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor';
  payload json := convert_from(new.payload, 'UTF8');
  person_id text := actor ->> 'personId';
  evaluation_id text := substr(new.stream, length('evaluation-') + 1);
  step text := case new.type when 'FirstReviewPassed' then 'first' when 'SecondReviewPassed' then 'second' end;
  for_unit boolean := case new.type
    when 'FirstReviewPassed' then false when 'SecondReviewPassed' then false when 'PassRevoked' then false
    when 'EvaluationReturned' then coalesce(payload ->> 'from', 'unit') like 'unit%'
    else true end;
  newest integer;
  under_review integer;
  standing control.standing_signature;
begin
  if coalesce(person_id, '') = '' or person_id is distinct from payload ->> 'by' then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;
  if actor ? 'onBehalfOf' then
    perform control.refuse('delegation.not-granted', 'forbidden', 'E9');
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
      insert into control.signature (event_id, evaluation, version, content_hash, person, step)
        values (new.id, evaluation_id, under_review, payload ->> 'contentHash', person_id, step);
      if new.type = 'SecondReviewPassed' then
        insert into control.decision (evaluation, version, content_hash, first_signature, first_person,
                                      second_signature, second_person, event_id)
          select s.evaluation, s.version, s.content_hash, s.event_id, s.person, new.id, person_id, new.id
            from control.standing_signature s
           where s.evaluation = evaluation_id and s.version = under_review and s.step = 'first';
      end if;

    when 'PassRevoked' then
      select s.* into standing from control.standing_signature s
       where s.evaluation = evaluation_id and s.version = under_review and s.person = person_id;
      if standing.event_id is null then
        perform control.refuse('revocation.not-own-pass', 'forbidden', 'E11');
      end if;
      insert into control.signature_revocation (signature, person, event_id) values (standing.event_id, person_id, new.id);

    when 'EvaluationReturned' then
      if not for_unit then
        if exists (select from control.participant p where p.evaluation = evaluation_id and p.person = person_id) then
          perform control.refuse('review.participant-excluded', 'forbidden', 'E1');
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

create trigger dual_review after insert on log.event for each row
  when (new.stream like 'evaluation-%'
        and new.type in ('DraftImported', 'DraftEdited', 'ItemAnswered', 'UnitChecked', 'UnitSigned',
                         'EvaluationSubmitted', 'SubmissionWithdrawn', 'FirstReviewPassed', 'SecondReviewPassed',
                         'PassRevoked', 'EvaluationReturned'))
  execute function control.follow_fact();
alter table log.event enable always trigger dual_review;

-- What stands here stays, for the owner too and in every session_replication_role.
create function control.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the two-person record is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['submitted_version', 'ended_version', 'participant', 'seat', 'signature',
                              'signature_revocation', 'decision'] loop
    execute format('create trigger append_only before update or delete or truncate on control.%I
                    for each statement execute function control.refuse_change()', kept);
    execute format('alter table control.%I enable always trigger append_only', kept);
  end loop;
end $$;

revoke all on function control.refuse, control.check_signature, control.check_decision,
  control.refuse_when_decided, control.follow_fact, control.refuse_change from public;
grant usage on schema control to shuangshen_app;
grant select on all tables in schema control to shuangshen_app;
