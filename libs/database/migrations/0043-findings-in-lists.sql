-- How many errors stand against a version, and who let some of them stand.
alter table read.evaluation
 add errors_at_submission text[] not null default '{}',
 -- Found by the rules that compare with other reports.
 add errors_in_background text[] not null default '{}',
 add waived text[] not null default '{}',
 -- Who waived is second reviewer of the version, and is not asked for its first review (E2).
 add waived_by text[] not null default '{}';

-- The worker fills the rows again from the log.
truncate read.evaluation, read.act;
update read.checkpoint set position = -1, error = null, failed_at = null where name = 'evaluations';
