-- The second wall in front of what people read: row-level security, in case a query forgets its own condition.
-- Processes work as shuangshen_app and see every row: projections, jobs and exports have to. A query that a person asked for
-- runs as shuangshen_reader, and who reads stands in the setting `shuangshen.reader` of its transaction:
-- {"personId": "…", "grants": [{"role": "…", "unitId": "…"}]}. Without it there are no rows.
do $$ begin
  if not exists (select from pg_roles where rolname = 'shuangshen_reader') then
    create role shuangshen_reader nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the cluster was quicker
end $$;
do $$ begin
  if not pg_has_role('shuangshen_app', 'shuangshen_reader', 'member') then
    grant shuangshen_reader to shuangshen_app;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

grant usage on schema read, job, registry to shuangshen_reader;
grant select on read.checkpoint, registry.unit, registry.person, registry.membership to shuangshen_reader;

-- Who reads in this transaction; null: nobody.
create function read.reader() returns jsonb language sql stable parallel safe
as $$ select nullif(current_setting('shuangshen.reader', true), '')::jsonb $$;

create function read.reader_person() returns text language sql stable parallel safe
as $$ select read.reader() ->> 'personId' $$;

-- The units the reader's roles reach. Said a second time beside libs/authorization on purpose: a test holds them together.
create function read.reader_units() returns setof text language sql stable parallel safe rows 50
as $$
  with recursive held as (
    select g ->> 'role' as role, g ->> 'unitId' as unit_id from jsonb_array_elements(read.reader() -> 'grants') g
  ), below(unit_id) as (
    select unit_id from held where role in ('first-reviewer', 'second-reviewer', 'campaign-manager', 'auditor')
    union
    select u.id from below b join registry.unit u on u.parent_id = b.unit_id
  )
  select unit_id from below where unit_id is not null
  union
  select unit_id from held where role in ('unit-preparer', 'unit-checker', 'unit-head') and unit_id is not null
$$;

-- Whether the evaluation is one of a unit that the reader reaches. Its own statement, so that no table depends on another:
-- a rebuild replaces them one by one.
create function read.reader_reaches(evaluation text) returns boolean language plpgsql stable parallel safe
as $$ begin
  return exists (select from read.evaluation e where e.id = evaluation and e.unit_id in (select read.reader_units()));
end $$;

-- What belongs to no unit, such as a log-in, is read by an auditor over a whole division.
create function read.reader_audits_division() returns boolean language plpgsql stable parallel safe
as $$ begin
  return exists (
    select from jsonb_array_elements(read.reader() -> 'grants') g join registry.unit u on u.id = g ->> 'unitId'
     where g ->> 'role' = 'auditor' and u.parent_id is null);
end $$;

-- Puts the wall around a table, also again after it was replaced. A table without a rule stays closed to readers.
create function read.wall(name text) returns void language plpgsql
as $$
declare
  rule constant text := case name
    when 'read.evaluation' then 'unit_id in (select read.reader_units())'
    when 'read.trail' then '(unit_id in (select read.reader_units())) or (unit_id is null and (select read.reader_audits_division()))'
    when 'read.act' then 'read.reader_reaches(evaluation_id)'
    when 'read.finding' then 'read.reader_reaches(evaluation_id)'
    when 'read.review' then 'read.reader_reaches(evaluation_id)'
    when 'read.review_turn' then 'read.reader_reaches(evaluation_id)'
    when 'job.deadline' then 'unit_id in (select read.reader_units())'
    when 'job.notification' then 'person_id = (select read.reader_person())'
  end;
begin
  if rule is null or to_regclass(name) is null then return; end if;
  execute format('alter table %s enable row level security', name);
  execute format('drop policy if exists processes on %s', name);
  execute format('create policy processes on %s to shuangshen_app using (true) with check (true)', name);
  execute format('drop policy if exists reader on %s', name);
  execute format('create policy reader on %s to shuangshen_reader using (%s)', name, rule);
  execute format('grant select on %s to shuangshen_reader', name);
end $$;
revoke execute on function read.wall from public;

select read.wall(name)
  from unnest(array['read.evaluation', 'read.trail', 'read.act', 'read.finding', 'job.notification']) name;
-- People mark their notices as read, and change nothing else.
grant update (read_at) on job.notification to shuangshen_reader;
