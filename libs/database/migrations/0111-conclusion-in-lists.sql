-- What follows on an approval, in the lists: who had a part in the matter (nobody of them rechecks it), what the recheck gave, what
-- is to be set right, and since when it is public.
alter table read.evaluation
  add involved text[] not null default '{}',
  add sample_id text,
  add recheck_score text,
  -- Finding → {"dueOn", "state": "open" | "replied" | "closed"}.
  add rectification jsonb not null default '{}',
  add published_on date;

-- The worker fills the rows again from the log.
truncate read.evaluation, read.act, read.finding;
update read.checkpoint set position = -1, error = null, failed_at = null where name = 'evaluations';
