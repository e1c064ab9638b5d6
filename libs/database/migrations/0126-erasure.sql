-- Erasure by order: of an event the payload and the salt are destroyed, and nothing else of it. The envelope, its place, its
-- hash and so every proof stay. Nobody can call this: it happens in the append of an `ErasureConfirmed`, whose order was given
-- by one person and confirmed by another, and the rows below are asked for the same when the owner writes them by hand.

-- What was erased, by which confirmation, and what is kept in its place: the same data with people's words blanked out, so
-- that what the process rests on (who, when, which version, which figures) can be read and replayed without them.
create table log.erasure (
  event_id uuid primary key references log.event (id),
  confirmation uuid not null references log.event (id),
  kept bytea
);
create index on log.erasure (confirmation);

-- Whether `kept` is `said` with some of its texts blanked: nothing added, nothing moved, nothing else changed.
create function log.only_blanked(said jsonb, kept jsonb) returns boolean language plpgsql immutable as $$
begin
  if said = kept then return true; end if;
  case jsonb_typeof(said)
    when 'string' then return kept = '"〔依令删除〕"';
    when 'array' then
      return jsonb_typeof(kept) = 'array' and jsonb_array_length(said) = jsonb_array_length(kept)
        and not exists (select from generate_series(0, jsonb_array_length(said) - 1) n
                         where not log.only_blanked(said -> n, kept -> n));
    when 'object' then
      return jsonb_typeof(kept) = 'object'
        and not exists (select from jsonb_object_keys(said) k where not kept ? k)
        and not exists (select from jsonb_object_keys(kept) k
                         where not said ? k or not log.only_blanked(said -> k, kept -> k));
    else return false;
  end case;
end $$;

create function log.check_erasure() returns trigger
  language plpgsql security definer set search_path = log, pg_temp as $$
declare
  target log.event;
  confirmed log.event;
  author text;
  ordered_by text;
  confirmed_by text;
  listed json;
begin
  select * into target from log.event e where e.id = new.event_id;
  select * into confirmed from log.event e
   where e.id = new.confirmation and e.type = 'ErasureConfirmed' and e.stream like 'erasure-%';
  author := convert_from(target.envelope, 'UTF8')::json -> 'actor' ->> 'personId';
  confirmed_by := convert_from(confirmed.envelope, 'UTF8')::json -> 'actor' ->> 'personId';
  select convert_from(o.envelope, 'UTF8')::json -> 'actor' ->> 'personId' into ordered_by
    from log.event o where o.stream = confirmed.stream and o.version = 1 and o.type = 'ErasureOrdered';
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
create trigger checked before insert on log.erasure for each row execute function log.check_erasure();
alter table log.erasure enable always trigger checked;
create trigger append_only before update or delete or truncate on log.erasure
  for each statement execute function log.refuse_change();
alter table log.erasure enable always trigger append_only;

-- The one change that a stored event allows, and only once its erasure was written.
create function log.refuse_other_change() returns trigger
  language plpgsql security definer set search_path = log, pg_temp as $$
begin
  if new.payload is null and new.salt is null
     and exists (select from log.erasure x where x.event_id = old.id)
     and (new.id, new.stream, new.version, new.type, new.schema, new.recorded_at, new.envelope, new.leaf_hash)
         is not distinct from
         (old.id, old.stream, old.version, old.type, old.schema, old.recorded_at, old.envelope, old.leaf_hash) then
    return new;
  end if;
  raise exception 'the log is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
drop trigger append_only on log.event;
create trigger append_only before delete or truncate on log.event
  for each statement execute function log.refuse_change();
create trigger erased_only before update on log.event for each row execute function log.refuse_other_change();
alter table log.event enable always trigger append_only, enable always trigger erased_only;

-- A confirmation is carried out where it is recorded, or neither happens. What was derived from the words goes as well.
create function log.carry_out_erasure() returns trigger
  language plpgsql security definer set search_path = log, pg_temp as $$
declare
  confirmed json := convert_from(new.payload, 'UTF8');
  person text;
begin
  insert into log.erasure (event_id, confirmation, kept)
    select (one ->> 'eventId')::uuid, new.id, convert_to(nullif((one -> 'kept')::text, 'null'), 'UTF8')
      from json_array_elements(confirmed -> 'erased') one;
  update log.event e set payload = null, salt = null
    from log.erasure x where x.event_id = e.id and x.confirmation = new.id;
  delete from job.report r using log.erasure x join log.event e on e.id = x.event_id
   where x.confirmation = new.id and e.stream = 'evaluation-' || r.evaluation_id;
  select convert_from(o.payload, 'UTF8')::json -> 'target' ->> 'personId' into person
    from log.event o where o.stream = new.stream and o.version = 1 and o.type = 'ErasureOrdered';
  update registry.person p set name = '〔依令删除〕' where p.id = person;
  return null;
end $$;
create trigger erasure after insert on log.event for each row
  when (new.stream like 'erasure-%' and new.type = 'ErasureConfirmed')
  execute function log.carry_out_erasure();
alter table log.event enable always trigger erasure;

revoke all on function log.only_blanked, log.check_erasure, log.refuse_other_change, log.carry_out_erasure from public;
grant select on log.erasure to shuangshen_app;

-- In the trail: the position of the confirmation by which an event's words were erased.
alter table read.trail add erased_by bigint;
