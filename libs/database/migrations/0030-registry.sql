-- Who and what exists: places, units, natural persons. Plain rows that are edited; what happens to evaluations is in the
-- log. Ids are given by the application (UUIDs as text), so that a repeated order makes the same row again.
create schema registry;

-- A place with a budget of its own (区划), by its six-digit code of GB/T 2260.
create table registry.fiscal_division (
  code text primary key check (code ~ '^[0-9]{6}$'),
  name text not null unique check (char_length(name) between 1 and 100),
  created_at timestamptz not null default now()
);

-- A budget unit (预算单位). The parent supervises and reviews it; a root is the division's finance bureau.
create table registry.unit (
  id text primary key check (char_length(id) between 1 and 64),
  code text not null check (code ~ '^[A-Za-z0-9]{1,20}$'),
  name text not null check (char_length(name) between 1 and 100),
  division_code text not null references registry.fiscal_division,
  parent_id text,
  kind text not null check (kind in ('finance', 'department', 'unit')),
  created_at timestamptz not null default now(),
  unique (division_code, code),
  unique (division_code, name),
  unique (id, division_code),
  -- A parent is of the same division.
  foreign key (parent_id, division_code) references registry.unit (id, division_code),
  check (parent_id <> id)
);
create index unit_parent on registry.unit (parent_id);

-- A natural person. Separation of duties is about persons: one person may have several accounts.
create table registry.person (
  id text primary key check (char_length(id) between 1 and 64 and id not like 'system:%'),
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null default now()
);

-- Where a person belongs or is seconded to (借调), from the first to the last day; no last day: still.
create table registry.membership (
  person_id text not null references registry.person,
  unit_id text not null references registry.unit,
  kind text not null check (kind in ('member', 'seconded')),
  from_date date not null,
  to_date date check (to_date >= from_date),
  primary key (person_id, unit_id, from_date)
);
create index membership_unit on registry.membership (unit_id);

-- The unit and everything above it, nearest first. A circle, which cannot be stored, would still end.
create function registry.unit_and_above(unit text) returns table (id text, depth integer)
  language sql stable set search_path = registry, pg_temp as $$
  with recursive above as (
    select u.id, u.parent_id, 0 as depth from unit u where u.id = unit
    union all
    select u.id, u.parent_id, a.depth + 1 from unit u join above a on u.id = a.parent_id where a.depth < 32
  )
  select above.id, above.depth from above
$$;

-- A unit that moved may not come to stand below itself.
create function registry.refuse_circle() returns trigger language plpgsql set search_path = registry, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('registry.unit'));
  if exists (select from registry.unit_and_above(new.parent_id) a where a.id = new.id) then
    raise exception 'unit % would stand below itself', new.id using errcode = 'check_violation', constraint = 'unit_circle';
  end if;
  return new;
end $$;
create trigger refuse_circle before update of parent_id on registry.unit
  for each row when (new.parent_id is not null) execute function registry.refuse_circle();

grant usage on schema registry to shuangshen_app;
grant select, insert, update on registry.fiscal_division, registry.unit, registry.person, registry.membership to shuangshen_app;
grant delete on registry.membership to shuangshen_app;
grant execute on function registry.unit_and_above to shuangshen_app;
