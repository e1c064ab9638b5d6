-- What follows on an approval (抽查复核, 审定, 整改, 公开, 归档), said a second time like the two-person record of 0020: the content that is
-- rechecked, fixed and published is the content that two persons approved; nobody rechecks a matter he had a part in; nobody
-- closes a finding he replied to; and what is archived stays as it is.

-- Every approval there ever was. A recheck can send the matter back; the version that follows has an approval of its own.
alter table control.decision rename to approval;
alter table control.approval drop constraint decision_pkey;
alter table control.approval add primary key (evaluation, version);
alter table control.approval add unique (evaluation, version, content_hash);

-- An approval that ended with a return from a recheck.
create table control.lapsed_approval (
  evaluation text not null,
  version integer not null,
  person text not null check (person not like 'system:%' and person <> ''),
  event_id uuid not null unique references log.event (id),
  primary key (evaluation, version),
  foreign key (evaluation, version) references control.approval (evaluation, version)
);

-- The approvals that stand: what the functions of 0020 to 0022 ask for.
create view control.decision as
  select a.* from control.approval a
   where not exists (select from control.lapsed_approval l where l.evaluation = a.evaluation and l.version = a.version);

-- The draw that fell on an evaluation, for all its versions.
create table control.sample (
  evaluation text primary key,
  sample_id text not null,
  event_id uuid not null unique references log.event (id)
);

create table control.recheck (
  evaluation text not null,
  version integer not null,
  content_hash text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  event_id uuid not null unique references log.event (id),
  primary key (evaluation, version),
  foreign key (evaluation) references control.sample (evaluation),
  foreign key (evaluation, version, content_hash) references control.approval (evaluation, version, content_hash)
);

create table control.final_result (
  evaluation text primary key,
  version integer not null,
  content_hash text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  event_id uuid not null unique references log.event (id),
  unique (evaluation, version, content_hash),
  foreign key (evaluation, version, content_hash) references control.approval (evaluation, version, content_hash)
);

-- A publication or its correction: of the final content and no other (W03).
create table control.publication (
  event_id uuid primary key references log.event (id),
  evaluation text not null,
  version integer not null,
  content_hash text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  foreign key (evaluation, version, content_hash) references control.final_result (evaluation, version, content_hash)
);

create table control.rectification_finding (
  evaluation text not null references control.final_result (evaluation),
  finding text not null,
  event_id uuid not null references log.event (id),
  primary key (evaluation, finding)
);

create table control.rectification_reply (
  event_id uuid primary key references log.event (id),
  evaluation text not null,
  finding text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  foreign key (evaluation, finding) references control.rectification_finding (evaluation, finding)
);
create index on control.rectification_reply (evaluation, finding);

-- A reply that was not enough stands no longer.
create table control.rectification_rejection (
  reply uuid primary key references control.rectification_reply (event_id),
  person text not null check (person not like 'system:%' and person <> ''),
  event_id uuid not null references log.event (id)
);

create table control.rectification_closure (
  evaluation text not null,
  finding text not null,
  person text not null check (person not like 'system:%' and person <> ''),
  event_id uuid not null unique references log.event (id),
  primary key (evaluation, finding),
  foreign key (evaluation, finding) references control.rectification_finding (evaluation, finding)
);

create table control.archive (
  evaluation text primary key references control.final_result (evaluation),
  event_id uuid not null unique references log.event (id)
);

-- Whether a person did anything in the matter before its approval, in whatever version and role, or somebody did it for him,
-- or his advice was asked. Read from the log itself.
create function control.took_part(evaluation_id text, person_id text) returns boolean
  language sql stable security definer set search_path = control, pg_temp as $$
  select exists (
    select from log.event e
     cross join lateral (select convert_from(e.envelope, 'UTF8')::jsonb -> 'actor' as actor,
                                convert_from(e.payload, 'UTF8')::jsonb as payload) said
     where e.stream = 'evaluation-' || evaluation_id
       and e.type not in ('TaskIssued', 'SampledForRecheck', 'RecheckRecorded', 'EvaluationFinalized',
                          'RectificationOrdered', 'RectificationReplied', 'RectificationRejected', 'RectificationClosed',
                          'EvaluationPublished', 'PublicationCorrected', 'EvaluationArchived')
       and not (e.type = 'EvaluationReturned' and said.payload ->> 'from' = 'recheck')
       and (said.actor ->> 'personId' = person_id or said.actor ->> 'onBehalfOf' = person_id
            or (e.type = 'ExpertAsked' and said.payload ->> 'personId' = person_id)))
$$;

-- What keys cannot say of a recheck, and of a return from one. Asked of rows written by hand too.
create function control.check_recheck() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if control.took_part(new.evaluation, new.person) then
    perform control.refuse('recheck.took-part', 'forbidden', 'E1');
  end if;
  if not exists (select from control.decision d where d.evaluation = new.evaluation and d.version = new.version)
     or not exists (select from control.sample s where s.evaluation = new.evaluation)
     or exists (select from control.final_result f where f.evaluation = new.evaluation)
     or exists (select from control.recheck r where r.evaluation = new.evaluation and r.version = new.version) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "no recheck is due"}');
  end if;
  return new;
end $$;
create trigger checked before insert on control.recheck for each row execute function control.check_recheck();
create trigger checked before insert on control.lapsed_approval for each row execute function control.check_recheck();

-- What keys cannot say of a final result: the approval stands, and what was drawn was rechecked.
create function control.check_final() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if exists (select from control.participant p where p.evaluation = new.evaluation and p.person = new.person) then
    perform control.refuse('review.participant-excluded', 'forbidden', 'E1');
  end if;
  if not exists (select from control.decision d where d.evaluation = new.evaluation and d.version = new.version)
     or (exists (select from control.sample s where s.evaluation = new.evaluation)
         and not exists (select from control.recheck r where r.evaluation = new.evaluation and r.version = new.version)) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "no result can be fixed"}');
  end if;
  return new;
end $$;
create trigger checked before insert on control.final_result for each row execute function control.check_final();

-- The replies to a finding that nobody rejected.
create function control.standing_reply(of_evaluation text, of_finding text) returns setof control.rectification_reply
  language sql stable set search_path = control, pg_temp as $$
  select r.* from control.rectification_reply r
   where r.evaluation = of_evaluation and r.finding = of_finding
     and not exists (select from control.rectification_rejection x where x.reply = r.event_id)
$$;

-- What keys cannot say of a closure: it has a reply, of other persons, and none who took part for the unit closes it.
create function control.check_closure() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if exists (select from control.rectification_reply r
              where r.evaluation = new.evaluation and r.finding = new.finding and r.person = new.person) then
    perform control.refuse('rectification.needs-another-person', 'forbidden', 'E1');
  end if;
  if exists (select from control.participant p where p.evaluation = new.evaluation and p.person = new.person) then
    perform control.refuse('review.participant-excluded', 'forbidden', 'E1');
  end if;
  if not exists (select from control.standing_reply(new.evaluation, new.finding)) then
    perform control.refuse('rectification.not-replied', 'conflict', null);
  end if;
  return new;
end $$;
create trigger checked before insert on control.rectification_closure
  for each row execute function control.check_closure();

-- Nothing is filed away while a finding is open.
create function control.check_archive() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if exists (select from control.rectification_finding f
              where f.evaluation = new.evaluation
                and not exists (select from control.rectification_closure c
                                 where c.evaluation = f.evaluation and c.finding = f.finding)) then
    perform control.refuse('archive.rectification-open', 'conflict', null);
  end if;
  return new;
end $$;
create trigger checked before insert on control.archive for each row execute function control.check_archive();

-- Carries one fact that follows on an approval into these tables, in the append's own transaction. Of a return from a recheck
-- it comes before the trigger of 0020, by its name: the approval has to lapse first.
create function control.follow_conclusion() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  actor jsonb := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor';
  payload jsonb := convert_from(new.payload, 'UTF8')::jsonb;
  person_id text := actor ->> 'personId';
  evaluation_id text := substr(new.stream, length('evaluation-') + 1);
  roles text[] := case new.type
    when 'RecheckRecorded' then array['second-reviewer'] when 'EvaluationReturned' then array['second-reviewer']
    when 'RectificationReplied' then array['unit-preparer', 'unit-head']
    when 'RectificationRejected' then array['second-reviewer', 'campaign-manager']
    when 'RectificationClosed' then array['second-reviewer', 'campaign-manager']
    when 'EvaluationPublished' then array['unit-head', 'campaign-manager']
    when 'PublicationCorrected' then array['unit-head', 'campaign-manager']
    else array['campaign-manager'] end;
  decided control.decision;
begin
  if exists (select from control.archive a where a.evaluation = evaluation_id) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "it is archived"}');
  end if;
  if new.type in ('ScoreRecomputed', 'ReviewerAssigned', 'ReviewerMissing', 'ExpertAsked', 'ExpertAnswered') then
    return null;
  end if;
  if coalesce(person_id, '') = '' or person_id is distinct from payload ->> 'by' then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;
  if actor ? 'onBehalfOf' then
    perform control.refuse('delegation.not-granted', 'forbidden', 'E9');
  end if;
  if new.type <> 'SampledForRecheck' then
    if person_id like 'system:%' then
      perform control.refuse('actor.system-excluded', 'forbidden', 'E10');
    end if;
    if not actor ->> 'role' = any (roles) then
      perform control.refuse('role.not-allowed', 'forbidden', null, jsonb_build_object('role', actor ->> 'role'));
    end if;
  end if;
  -- Those who conclude one evaluation take turns.
  perform from control.submitted_version v
    where v.evaluation = evaluation_id order by v.version desc limit 1 for update;
  select d.* into decided from control.decision d where d.evaluation = evaluation_id;
  if decided.evaluation is null then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "no version is approved"}');
  end if;
  if payload ? 'version' and (payload ->> 'version')::integer is distinct from decided.version then
    perform control.refuse('evaluation.content-changed', 'stale', 'E3', jsonb_build_object('version', decided.version));
  end if;
  if payload ? 'contentHash' and payload ->> 'contentHash' is distinct from decided.content_hash then
    perform control.refuse('evaluation.content-changed', 'stale', 'E3', jsonb_build_object('current', decided.content_hash));
  end if;
  if new.type not in ('SampledForRecheck', 'RecheckRecorded', 'EvaluationReturned', 'EvaluationFinalized')
     and not exists (select from control.final_result f where f.evaluation = evaluation_id) then
    perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "the result is not fixed"}');
  end if;

  case new.type
    when 'SampledForRecheck' then
      if exists (select from control.final_result f where f.evaluation = evaluation_id) then
        perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "the result is fixed"}');
      end if;
      insert into control.sample (evaluation, sample_id, event_id) values (evaluation_id, payload ->> 'sampleId', new.id);
    when 'RecheckRecorded' then
      insert into control.recheck (evaluation, version, content_hash, person, event_id)
        values (evaluation_id, decided.version, payload ->> 'contentHash', person_id, new.id);
    when 'EvaluationReturned' then
      insert into control.lapsed_approval (evaluation, version, person, event_id)
        values (evaluation_id, decided.version, person_id, new.id);
    when 'EvaluationFinalized' then
      insert into control.final_result (evaluation, version, content_hash, person, event_id)
        values (evaluation_id, decided.version, payload ->> 'contentHash', person_id, new.id);
    when 'RectificationOrdered' then
      insert into control.rectification_finding (evaluation, finding, event_id)
        select evaluation_id, f ->> 'id', new.id from jsonb_array_elements(payload -> 'findings') f;
    when 'RectificationReplied' then
      if exists (select from control.rectification_closure c
                  where c.evaluation = evaluation_id and c.finding = payload ->> 'findingId') then
        perform control.refuse('rectification.is-closed', 'conflict', null);
      end if;
      insert into control.rectification_reply (event_id, evaluation, finding, person)
        values (new.id, evaluation_id, payload ->> 'findingId', person_id);
    when 'RectificationRejected' then
      if exists (select from control.standing_reply(evaluation_id, payload ->> 'findingId') r where r.person = person_id) then
        perform control.refuse('rectification.needs-another-person', 'forbidden', 'E1');
      end if;
      insert into control.rectification_rejection (reply, person, event_id)
        select r.event_id, person_id, new.id from control.standing_reply(evaluation_id, payload ->> 'findingId') r;
      if not found then
        perform control.refuse('rectification.not-replied', 'conflict', null);
      end if;
    when 'RectificationClosed' then
      insert into control.rectification_closure (evaluation, finding, person, event_id)
        values (evaluation_id, payload ->> 'findingId', person_id, new.id);
    when 'EvaluationPublished', 'PublicationCorrected' then
      if (new.type = 'EvaluationPublished') = exists (select from control.publication p where p.evaluation = evaluation_id) then
        perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "published once, then corrected"}');
      end if;
      insert into control.publication (event_id, evaluation, version, content_hash, person)
        values (new.id, evaluation_id, decided.version, payload ->> 'contentHash', person_id);
    when 'EvaluationArchived' then
      insert into control.archive (evaluation, event_id) values (evaluation_id, new.id);
    else
      null;
  end case;
  return null;
end $$;

create trigger conclusion after insert on log.event for each row
  when (new.stream like 'evaluation-%'
        and (new.type in ('SampledForRecheck', 'RecheckRecorded', 'EvaluationFinalized', 'RectificationOrdered',
                          'RectificationReplied', 'RectificationRejected', 'RectificationClosed', 'EvaluationPublished',
                          'PublicationCorrected', 'EvaluationArchived',
                          'ScoreRecomputed', 'ReviewerAssigned', 'ReviewerMissing', 'ExpertAsked', 'ExpertAnswered')
             or (new.type = 'EvaluationReturned' and convert_from(new.payload, 'UTF8')::jsonb ->> 'from' = 'recheck')))
  execute function control.follow_conclusion();
alter table log.event enable always trigger conclusion;

do $$
declare
  kept text;
begin
  foreach kept in array array['lapsed_approval', 'sample', 'recheck', 'final_result', 'publication',
                              'rectification_finding', 'rectification_reply', 'rectification_rejection',
                              'rectification_closure', 'archive'] loop
    execute format('create trigger append_only before update or delete or truncate on control.%I
                    for each statement execute function control.refuse_change()', kept);
    execute format('alter table control.%I enable always trigger append_only', kept);
  end loop;
  foreach kept in array array['lapsed_approval', 'recheck', 'final_result', 'rectification_closure', 'archive'] loop
    execute format('alter table control.%I enable always trigger checked', kept);
  end loop;
end $$;

revoke all on function control.took_part, control.standing_reply, control.check_recheck, control.check_final, control.check_closure,
  control.check_archive, control.follow_conclusion from public;
grant select on control.decision, control.lapsed_approval, control.sample, control.recheck, control.final_result,
  control.publication, control.rectification_finding, control.rectification_reply, control.rectification_rejection,
  control.rectification_closure, control.archive to shuangshen_app;

-- A run marks what was drawn.
alter table job.run drop constraint run_kind_check;
alter table job.run add check (kind in ('issue-tasks', 'recompute-scores', 'select-for-recheck'));
