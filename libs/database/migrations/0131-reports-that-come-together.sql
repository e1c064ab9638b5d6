-- Reports that come in one ZIP are read by a run, one after the other; what came of each stands beside its outcome.
alter table job.run drop constraint run_kind_check;
alter table job.run add constraint run_kind_check
  check (kind in ('issue-tasks', 'recompute-scores', 'select-for-recheck', 'read-reports'));
alter table job.run_item add detail jsonb check (jsonb_typeof(detail) = 'object');
