-- Who acts after an approval stands behind it as 0145 says: through an open account of his, in a role held over the unit at that moment,
-- and a rechecker is not of the unit and declared no conflict with it.
create trigger standing_of_conclusion after insert on log.event for each row
  when (new.stream like 'evaluation-%'
        and new.type in ('SampledForRecheck', 'RecheckRecorded', 'EvaluationFinalized', 'RectificationOrdered',
                         'RectificationReplied', 'RectificationRejected', 'RectificationClosed', 'EvaluationPublished',
                         'PublicationCorrected', 'EvaluationArchived'))
  execute function control.check_standing();
alter table log.event enable always trigger standing_of_conclusion;

-- As in 0146; a recheck takes no seat of the review, so a return from one is asked for none. Who may give it says 0110.
create or replace function control.check_seat() returns trigger
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
    if payload ->> 'from' like 'unit-%' or payload ->> 'from' = 'recheck' then return null; end if;
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

