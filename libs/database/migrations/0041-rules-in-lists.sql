-- What the rules ask about persons, so that a list offers nobody what a rule would refuse (E1, E2).
alter table read.evaluation
  -- Those of the participants who wrote: they neither check nor sign.
  add writers text[] not null default '{}',
  -- Who checked the content as it stands.
  add checked_by text,
  -- Everyone who ever gave this version the first pass, also when it was revoked since.
  add first_passes_by text[] not null default '{}';

-- 待办 asks for what waits in a unit; what is decided, most of the rows after some years, is not in its way.
drop index read.evaluation_waiting;
create index evaluation_waiting on read.evaluation (unit_id) where waiting_for <> '{}';
create index evaluation_name on read.evaluation (unit_name, id);

-- The worker fills the rows again from the log.
truncate read.evaluation, read.act;
update read.checkpoint set position = -1, error = null, failed_at = null where name = 'evaluations';
