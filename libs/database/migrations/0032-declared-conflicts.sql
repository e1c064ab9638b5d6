-- Units in whose matters a person declared a conflict of interest (回避申报), such as a relative there. Who declared one is
-- neither assigned nor lets anything of the unit pass. What was declared and withdrawn, and when, is in the log.
create table registry.conflict (
  person_id text not null references registry.person,
  unit_id text not null references registry.unit,
  reason text not null check (char_length(reason) between 2 and 200),
  declared_at timestamptz not null default now(),
  primary key (person_id, unit_id)
);
grant select, insert, delete on registry.conflict to shuangshen_app;
