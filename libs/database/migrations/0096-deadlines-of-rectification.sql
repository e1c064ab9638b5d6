-- What the unit has to set right has a last day, and a ladder of reminders like every other step.
alter table job.deadline drop constraint deadline_step_check;
alter table job.deadline add constraint deadline_step_check
  check (step in ('unit', 'first-review', 'second-review', 'rectification'));
-- For orders that are open already the worker takes the log in again. Nobody is told twice.
delete from job.deadline;
update job.checkpoint set position = -1 where name = 'deadlines';
