-- The wall of 0080 in less of a reader's time: which rows somebody reaches is found once for a query.

-- As in 0080. Most people read for one unit, whose roles reach no further: nothing is climbed for them.
create or replace function read.reader_units() returns setof text language plpgsql stable parallel safe rows 50
as $$
declare
  held constant jsonb := read.reader() -> 'grants';
begin
  if held @? '$[*].role ? (@ == "first-reviewer" || @ == "second-reviewer" || @ == "campaign-manager" || @ == "auditor")' then
    return query
      with recursive below(unit_id) as (
        select g ->> 'unitId' from jsonb_array_elements(held) g
         where g ->> 'role' in ('first-reviewer', 'second-reviewer', 'campaign-manager', 'auditor')
        union
        select u.id from below b join registry.unit u on u.parent_id = b.unit_id
      )
      select b.unit_id from below b where b.unit_id is not null;
  end if;
  return query
    select g ->> 'unitId' from jsonb_array_elements(held) g
     where g ->> 'role' in ('unit-preparer', 'unit-checker', 'unit-head') and g ->> 'unitId' is not null;
end $$;

-- Puts the wall around a table, also again after it was replaced. A table without a rule stays closed to readers.
create or replace function read.wall(name text) returns void language plpgsql
as $$
declare
  rule constant text := case name
    when 'read.evaluation' then 'unit_id in (select read.reader_units())'
    when 'read.trail' then '(unit_id in (select read.reader_units())) or (unit_id is null and (select read.reader_audits_division()))'
    when 'read.act' then 'evaluation_id in (select read.reader_evaluations())'
    when 'read.finding' then 'evaluation_id in (select read.reader_evaluations())'
    when 'read.review' then 'evaluation_id in (select read.reader_evaluations())'
    when 'read.review_turn' then 'evaluation_id in (select read.reader_evaluations())'
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

select read.wall(name) from unnest(array['read.act', 'read.finding', 'read.review', 'read.review_turn']) name;
drop function read.reader_reaches(text);
