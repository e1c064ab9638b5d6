-- Who was given a seat of the review, who stepped back, whose pass stands, and where nobody lawful is left.
alter table read.evaluation
  -- Null: the review is open to whoever holds the role.
  add assigned_first text[],
  add assigned_second text[],
  add recused text[] not null default '{}',
  -- Whose pass stands under the version under review.
  add passed_by text[] not null default '{}',
  add reviewer_missing boolean not null default false;

-- The worker fills the rows again from the log.
truncate read.evaluation, read.act, read.finding;
update read.checkpoint set position = -1, error = null, failed_at = null where name = 'evaluations';
