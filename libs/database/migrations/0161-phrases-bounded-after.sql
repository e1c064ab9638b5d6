-- The bound is looked at after the row is in: what an owner says already is refused as said twice, also where the owner has
-- as many as one may have. The lock is taken before the count, so that of two who add the hundredth one is refused.
drop trigger bound_phrases on registry.phrase;
create or replace function registry.bound_phrases() returns trigger language plpgsql set search_path = registry, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('phrase ' || coalesce('person ' || new.person_id, 'unit ' || new.unit_id), 0));
  if (select count(*) from phrase p
       where p.person_id is not distinct from new.person_id and p.unit_id is not distinct from new.unit_id) > 100 then
    raise exception 'as many phrases as one may have' using errcode = 'check_violation', constraint = 'phrase_bound';
  end if;
  return null;
end $$;
create trigger bound_phrases after insert on registry.phrase for each row execute function registry.bound_phrases();
