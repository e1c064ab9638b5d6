-- 常用语: what people say in opinions again and again; a person's own, or shared by a unit with everybody at it and below.
-- Who added and removed which, and when, is in the log.
create table registry.phrase (
  id text primary key,
  person_id text references registry.person,
  unit_id text references registry.unit,
  text text not null constraint phrase_length check (char_length(text) between 2 and 500),
  created_at timestamptz not null default now(),
  constraint phrase_of_one check (num_nonnulls(person_id, unit_id) = 1),
  constraint phrase_once unique nulls not distinct (person_id, unit_id, text)
);
create index phrase_of_unit on registry.phrase (unit_id) where unit_id is not null;
grant select, insert, delete on registry.phrase to shuangshen_app;

-- At most 100 of each owner: a menu that nobody can look through helps nobody. Who adds to one owner waits for the other.
create function registry.bound_phrases() returns trigger language plpgsql set search_path = registry, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('phrase ' || coalesce('person ' || new.person_id, 'unit ' || new.unit_id), 0));
  if (select count(*) from phrase p
       where p.person_id is not distinct from new.person_id and p.unit_id is not distinct from new.unit_id) >= 100 then
    raise exception 'as many phrases as one may have' using errcode = 'check_violation', constraint = 'phrase_bound';
  end if;
  return new;
end $$;
create trigger bound_phrases before insert on registry.phrase for each row execute function registry.bound_phrases();
