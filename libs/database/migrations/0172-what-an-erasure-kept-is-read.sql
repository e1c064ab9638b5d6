-- What the tables read of earlier facts they read as everybody does: of an erased one what its erasure kept. Who held a seat, who
-- was asked and whose task it is, is kept; a matter whose task was erased could otherwise never be published or archived.

-- The payload of a stored event, or what is left of it.
create function control.said(fact log.event) returns jsonb
  language sql stable set search_path = control, pg_temp as $$
  select convert_from(coalesce(fact.payload, (select x.kept from log.erasure x where x.event_id = fact.id)), 'UTF8')::jsonb
$$;
revoke all on function control.said from public;

create or replace function control.task_of(of_stream text) returns jsonb
  language sql stable set search_path = control, pg_temp as $$
  select control.said(e) from log.event e where e.stream = of_stream and e.version = 1
$$;

create or replace function control.last_step(of_stream text, before integer, out type text, out content_hash text, out person text)
  language sql stable set search_path = control, pg_temp as $$
  select e.type, control.said(e) ->> 'contentHash', convert_from(e.envelope, 'UTF8')::jsonb -> 'actor' ->> 'personId'
    from log.event e
   where e.stream = of_stream and e.version < before
     and e.type in ('DraftImported', 'DraftEdited', 'UnitChecked', 'UnitSigned', 'EvaluationSubmitted',
                    'SubmissionWithdrawn', 'EvaluationReturned')
   order by e.version desc limit 1
$$;

create or replace function control.holder_of(of_stream text, before integer, of_step text, of_gate text) returns text
  language sql stable set search_path = control, pg_temp as $$
  select p.payload ->> 'personId'
    from log.event e cross join lateral (select control.said(e) as payload) p
   where e.stream = of_stream and e.version < before and e.type = 'ReviewerAssigned'
     and p.payload ->> 'step' = of_step and coalesce(p.payload ->> 'gate', '') = of_gate
   order by e.version desc limit 1
$$;

create or replace function control.experts_of(of_stream text, before integer, of_version integer)
  returns table (person text, answered boolean)
  language sql stable set search_path = control, pg_temp as $$
  with told as (
    select e.type, control.said(e) as payload
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

create or replace function control.took_part(evaluation_id text, person_id text) returns boolean
  language sql stable security definer set search_path = control, pg_temp as $$
  select exists (
    select from log.event e
     cross join lateral (select convert_from(e.envelope, 'UTF8')::jsonb -> 'actor' as actor, control.said(e) as payload) said
     where e.stream = 'evaluation-' || evaluation_id
       and e.type not in ('TaskIssued', 'SampledForRecheck', 'RecheckRecorded', 'EvaluationFinalized',
                          'RectificationOrdered', 'RectificationReplied', 'RectificationRejected', 'RectificationClosed',
                          'EvaluationPublished', 'PublicationCorrected', 'EvaluationArchived')
       and not (e.type = 'EvaluationReturned' and said.payload ->> 'from' = 'recheck')
       and (said.actor ->> 'personId' = person_id or said.actor ->> 'onBehalfOf' = person_id
            or (e.type = 'ExpertAsked' and said.payload ->> 'personId' = person_id)))
$$;
