-- When each open evaluation has to go on, and when somebody is next reminded. Derived from the log up to the checkpoint
-- `deadlines`, from the calendar and the clock: emptied, with its checkpoint at -1, it fills again and nobody is told twice.
-- Nothing passes or changes by a deadline: being overdue is a comparison with the clock.
create table job.deadline (
  evaluation_id text primary key,
  campaign_id text not null,
  unit_id text not null,
  unit_name text not null,
  department_id text not null,
  -- Whose deadline it is: the unit's until it submits, then each review's.
  step text not null check (step in ('unit', 'first-review', 'second-review')),
  began_at timestamptz not null,
  -- The event that began the step: with the rung and the person it makes a reminder one.
  began_position bigint not null,
  -- The campaign's window, and the event that moved it last: who got more time is reminded of the new end.
  window_ends_at timestamptz not null,
  window_position bigint not null,
  -- Counted on the division's calendar; null until it was.
  due_at timestamptz,
  -- The next reminder, or counting anew; infinity when no more is to come.
  next_at timestamptz not null default '-infinity'
);
create index deadline_next on job.deadline (next_at) where next_at < 'infinity';
create index deadline_due on job.deadline (due_at, evaluation_id);
create index deadline_unit on job.deadline (unit_id);
create index deadline_campaign on job.deadline (campaign_id);

insert into job.checkpoint (name) values ('deadlines');

-- One extension moves the windows of many evaluations: a person may be reminded of each.
alter table job.notification drop constraint notification_position_person_id_kind_key;
alter table job.notification add unique (position, person_id, kind, evaluation_id);

grant select, insert, update, delete on job.deadline to shuangshen_app;
