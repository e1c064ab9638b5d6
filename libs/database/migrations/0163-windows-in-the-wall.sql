-- Windows in the wall of 0080: what a reader sees of the log and of the two-person record. Rows there belong to no table of readers, so a view
-- shows them: it looks as its owner, says itself which rows the reader may see, and `security_barrier` keeps a query's own conditions behind that.

-- The evaluations of the units that the reader's roles reach: found once for a query, and not once for each row. No table depends on it,
-- as none does on reader_reaches.
create function read.reader_evaluations() returns setof text language plpgsql stable parallel safe rows 1000
as $$ begin
  return query select e.id from read.evaluation e where e.unit_id in (select read.reader_units());
end $$;

-- A campaign is whoever's it concerns: those with a role at the unit that runs it, above it or below. As it was planned last.
create view read.campaign with (security_barrier) as
  select n.id, n.plan ->> 'name' as name, (n.plan ->> 'fiscalYear')::int as fiscal_year, n.plan ->> 'ownerId' as owner_id
    from (
      select distinct on (e.stream) substr(e.stream, 10) as id, convert_from(e.payload, 'UTF8')::jsonb as plan
        from log.event e
       where e.stream > 'campaign-' and e.stream < 'campaign.' and e.payload is not null
         and e.type in ('CampaignCreated', 'CampaignEdited', 'CampaignOpened')
       order by e.stream, e.version desc) n
   where exists (
     select from jsonb_array_elements(read.reader() -> 'grants') g
      where g ->> 'unitId' in (select a.id from registry.unit_and_above(n.plan ->> 'ownerId') a)
         or n.plan ->> 'ownerId' in (select a.id from registry.unit_and_above(g ->> 'unitId') a));

-- Each decided evaluation: whose passes decided it, and why that was no 一事双审 (null: it was).
create view read.two_person_record with (security_barrier) as
  select d.evaluation as evaluation_id, s.persons,
         case when cardinality(s.persons) <> s.passes or s.steps <> 2 then 'one-person'
              when exists (select from control.participant p where p.evaluation = d.evaluation and p.person = any (s.persons))
              then 'participant'
              when not s.one_content then 'other-content' end as why
    from control.decision d
    cross join lateral (
      select array_agg(distinct s.person) as persons, count(*) as passes, count(distinct s.step) as steps,
             bool_and(s.content_hash = d.content_hash) as one_content
        from control.standing_signature s
       where s.evaluation = d.evaluation and s.version = d.version) s
   where d.evaluation in (select read.reader_evaluations());

grant select on read.campaign, read.two_person_record to shuangshen_reader;
grant execute on function registry.unit_and_above to shuangshen_reader;
