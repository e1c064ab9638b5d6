-- An erasure asks of the tables who gave it. So far two names sufficed, and whoever had the log-in of the processes could invent two;
-- now both stand behind it as who signs a review does (0145): their accounts are theirs and open, and hold the office, the order's
-- giver's also when it is confirmed. And what goes is what the order meant: the event at its position, or what the person did and
-- what the registry and the accounts tell of him.

create function log.check_office(actor jsonb, offices text[]) returns void
  language plpgsql security definer set search_path = log, pg_temp as $$
begin
  perform control.check_account(actor, true);
  if not (actor ->> 'role') = any (offices)
     or not exists (select from identity.role_grant g
                     where g.account_id = actor ->> 'accountId' and g.role = actor ->> 'role') then
    perform control.refuse('role.not-allowed', 'forbidden', null, jsonb_build_object('role', actor ->> 'role'));
  end if;
end $$;

-- `meant` as orders have it: {"position": n} or {"personId": "…"}.
create function log.is_meant(target log.event, meant json) returns boolean
  language sql stable security definer set search_path = log, pg_temp as $$
  select case
    when meant ->> 'position' is not null then
      exists (select from log.position p where p.position = (meant ->> 'position')::bigint and p.event_id = target.id)
    else
      convert_from(target.envelope, 'UTF8')::json -> 'actor' ->> 'personId' = meant ->> 'personId'
      or target.type = 'RecordChanged'
         and (convert_from(target.payload, 'UTF8')::json ->> 'id' = meant ->> 'personId'
              or exists (select from identity.account a
                          where a.person_id = meant ->> 'personId'
                            and a.id = convert_from(target.payload, 'UTF8')::json ->> 'id'))
  end
$$;
revoke all on function log.check_office, log.is_meant from public;

create or replace function log.check_erasure() returns trigger
  language plpgsql security definer set search_path = log, pg_temp as $$
declare
  target log.event;
  confirmed log.event;
  ordered log.event;
  author text;
  orderer jsonb;
  confirmer jsonb;
  ordered_by text;
  confirmed_by text;
  meant json;
  listed json;
begin
  select * into target from log.event e where e.id = new.event_id;
  select * into confirmed from log.event e
   where e.id = new.confirmation and e.type = 'ErasureConfirmed' and e.stream like 'erasure-%';
  author := convert_from(target.envelope, 'UTF8')::json -> 'actor' ->> 'personId';
  select * into ordered from log.event o where o.stream = confirmed.stream and o.version = 1 and o.type = 'ErasureOrdered';
  orderer := convert_from(ordered.envelope, 'UTF8')::jsonb -> 'actor';
  confirmer := convert_from(confirmed.envelope, 'UTF8')::jsonb -> 'actor';
  ordered_by := orderer ->> 'personId';
  confirmed_by := confirmer ->> 'personId';
  meant := convert_from(ordered.payload, 'UTF8')::json -> 'target';
  if confirmed.payload is not null then
    select one into listed from json_array_elements(convert_from(confirmed.payload, 'UTF8')::json -> 'erased') one
     where one ->> 'eventId' = new.event_id::text;
  end if;

  if ordered_by is null or confirmed_by is null or listed is null
     or ordered_by like 'system:%' or confirmed_by like 'system:%' then
    perform control.refuse('erasure.not-ordered', 'forbidden', null);
  end if;
  if ordered_by = confirmed_by then
    perform control.refuse('erasure.needs-another-person', 'forbidden', null);
  end if;
  if author in (ordered_by, confirmed_by) then
    perform control.refuse('erasure.own-acts', 'forbidden', null);
  end if;
  perform log.check_office(orderer, array['administrator']);
  perform log.check_office(confirmer, array['administrator', 'auditor']);
  if not log.is_meant(target, meant) then
    perform control.refuse('erasure.not-ordered', 'forbidden', null);
  end if;
  if target.payload is null or target.stream !~ '^(evaluation|delegation|session|refusal|account|registry)-' then
    perform control.refuse('erasure.not-erasable', 'conflict', null, jsonb_build_object('type', target.type));
  end if;
  if target.stream like 'evaluation-%' and not exists (
       select from control.decision d where d.evaluation = substr(target.stream, length('evaluation-') + 1)) then
    perform control.refuse('erasure.matter-open', 'conflict', null);
  end if;
  -- What decisions rest on is kept; of log-ins, refusals and accounts nothing is.
  if (new.kept is null) is distinct from (target.stream !~ '^(evaluation|delegation)-')
     or new.kept is distinct from convert_to(nullif((listed -> 'kept')::text, 'null'), 'UTF8')
     or (new.kept is not null
         and not log.only_blanked(convert_from(target.payload, 'UTF8')::jsonb, convert_from(new.kept, 'UTF8')::jsonb)) then
    perform control.refuse('erasure.kept-differs', 'invalid', null);
  end if;
  return new;
end $$;
