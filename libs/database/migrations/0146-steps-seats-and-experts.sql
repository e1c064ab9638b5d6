-- What else carries the two persons, said in the tables as well: three persons inside the unit on one content, in their order (E1,
-- E3); a seat that was assigned is its holder's (E4); an expert who was asked answers first and signs nothing (E1); a return
-- is by whose turn it is. Read from the log itself: what stands there before a fact is all there is to know.

-- The fact that says where an evaluation stands in the unit's hands, before a version of its stream; null in an untouched draft.
create function control.last_step(of_stream text, before integer, out type text, out content_hash text, out person text)
  language sql stable set search_path = control, pg_temp as $$
  select e.type, convert_from(e.payload, 'UTF8')::jsonb ->> 'contentHash',
         convert_from(e.envelope, 'UTF8')::jsonb -> 'actor' ->> 'personId'
    from log.event e
   where e.stream = of_stream and e.version < before
     and e.type in ('DraftImported', 'DraftEdited', 'UnitChecked', 'UnitSigned', 'EvaluationSubmitted',
                    'SubmissionWithdrawn', 'EvaluationReturned')
   order by e.version desc limit 1
$$;

create function control.check_unit_step() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  payload jsonb := convert_from(new.payload, 'UTF8')::jsonb;
  person_id text := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor' ->> 'personId';
  last record;
begin
  select s.type, s.content_hash, s.person into last from control.last_step(new.stream, new.version) s;
  if (case new.type
        when 'UnitChecked' then coalesce(last.type, '') not in ('UnitChecked', 'UnitSigned', 'EvaluationSubmitted')
        when 'UnitSigned' then last.type = 'UnitChecked'
        else last.type = 'UnitSigned' end) is not true then
    perform control.refuse('log.fact-not-allowed', 'conflict', 'E1', '{"reason": "a step inside the unit is missing"}');
  end if;
  if new.type <> 'UnitChecked' and payload ->> 'contentHash' is distinct from last.content_hash then
    perform control.refuse('evaluation.content-changed', 'stale', 'E3', jsonb_build_object('current', last.content_hash));
  end if;
  if new.type = 'EvaluationSubmitted' then return null; end if;
  if new.type = 'UnitSigned' and last.person = person_id then
    perform control.refuse('unit.needs-another-person', 'forbidden', 'E1', '{"conflict": "checker"}');
  end if;
  if exists (select from log.event e
              where e.stream = new.stream and e.version < new.version
                and e.type in ('DraftImported', 'DraftEdited', 'ItemAnswered', 'FindingAnswered')
                and convert_from(e.envelope, 'UTF8')::jsonb -> 'actor' ->> 'personId' = person_id) then
    perform control.refuse('unit.needs-another-person', 'forbidden', 'E1', '{"conflict": "writer"}');
  end if;
  return null;
end $$;

create trigger steps_in_unit after insert on log.event for each row
  when (new.stream like 'evaluation-%' and new.type in ('UnitChecked', 'UnitSigned', 'EvaluationSubmitted'))
  execute function control.check_unit_step();
alter table log.event enable always trigger steps_in_unit;

-- To whom a seat was given last; null: to nobody.
create function control.holder_of(of_stream text, before integer, of_step text, of_gate text) returns text
  language sql stable set search_path = control, pg_temp as $$
  select p.payload ->> 'personId'
    from log.event e cross join lateral (select convert_from(e.payload, 'UTF8')::jsonb as payload) p
   where e.stream = of_stream and e.version < before and e.type = 'ReviewerAssigned'
     and p.payload ->> 'step' = of_step and coalesce(p.payload ->> 'gate', '') = of_gate
   order by e.version desc limit 1
$$;

-- Who was asked about a version, and whether nothing has to be waited for: he answered, or stepped back.
create function control.experts_of(of_stream text, before integer, of_version integer)
  returns table (person text, answered boolean)
  language sql stable set search_path = control, pg_temp as $$
  with told as (
    select e.type, convert_from(e.payload, 'UTF8')::jsonb as payload
      from log.event e
     where e.stream = of_stream and e.version < before and e.type in ('ExpertAsked', 'ExpertAnswered')
  )
  select distinct t.payload ->> 'personId',
         exists (select from told a where a.type = 'ExpertAnswered' and a.payload ->> 'by' = t.payload ->> 'personId'
                                      and a.payload -> 'version' = t.payload -> 'version')
           or exists (select from control.recusal r
                       where r.evaluation = substr(of_stream, length('evaluation-') + 1) and r.person = t.payload ->> 'personId')
    from told t
   where t.type = 'ExpertAsked' and (t.payload ->> 'version')::integer = of_version
$$;

create function control.check_seat() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  actor jsonb := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor';
  payload jsonb := convert_from(new.payload, 'UTF8')::jsonb;
  evaluation_id text := substr(new.stream, length('evaluation-') + 1);
  under_review integer := (payload ->> 'version')::integer;
  persons text[] := array_remove(array[actor ->> 'personId', actor ->> 'onBehalfOf'], null);
  of_step text := case
    when new.type = 'FirstReviewPassed' or payload ->> 'from' = 'first-review' then 'first' else 'second' end;
  holders text[];
begin
  if new.type = 'EvaluationReturned' then
    if payload ->> 'from' like 'unit-%' then return null; end if;
    if actor ->> 'role' is distinct from of_step || '-reviewer' then
      perform control.refuse('role.not-allowed', 'forbidden', null, jsonb_build_object('role', actor ->> 'role'));
    end if;
    if (of_step = 'first') is distinct from (control.open_gates(evaluation_id, under_review, 'first') <> '{}') then
      perform control.refuse('log.fact-not-allowed', 'conflict', 'E4', '{"reason": "it is another step''s turn"}');
    end if;
  end if;

  if control.task_of(new.stream) -> 'review' ->> 'assignment' = 'assigned' then
    holders := array(select control.holder_of(new.stream, new.version, of_step, g.gate)
                       from unnest(control.gates_of(evaluation_id, of_step)) as g(gate)
                      where new.type in ('FindingWaived', 'EvaluationReturned') or g.gate = coalesce(payload ->> 'gate', ''));
    if coalesce(actor ->> 'onBehalfOf', actor ->> 'personId') = any (holders) is not true then
      perform control.refuse('review.not-assigned', 'forbidden', 'E4', jsonb_build_object('step', of_step));
    end if;
  end if;

  if exists (select from control.experts_of(new.stream, new.version, under_review) e where e.person = any (persons)) then
    perform control.refuse('expert.takes-no-seat', 'forbidden', 'E1');
  end if;
  if new.type in ('FirstReviewPassed', 'SecondReviewPassed')
     and exists (select from control.experts_of(new.stream, new.version, under_review) e where not e.answered) then
    perform control.refuse('expert.has-not-answered', 'conflict', null);
  end if;
  return null;
end $$;

create trigger seats after insert on log.event for each row
  when (new.stream like 'evaluation-%'
        and new.type in ('FirstReviewPassed', 'SecondReviewPassed', 'FindingWaived', 'EvaluationReturned'))
  execute function control.check_seat();
alter table log.event enable always trigger seats;

revoke all on function control.last_step, control.check_unit_step, control.holder_of, control.experts_of, control.check_seat
  from public;
