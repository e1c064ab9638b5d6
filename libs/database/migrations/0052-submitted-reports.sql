-- The texts that were submitted, for the cross-checks that compare reports with one another: the newest version of each.
-- Filled by the job that checks a submission, from the log; it can be emptied and filled again.
create table job.report (
  evaluation_id text primary key,
  campaign_id text not null,
  unit_id text not null,
  unit_name text not null,
  kind text not null,
  self_score text,
  sections jsonb not null,
  -- A few of the smallest hashes of each long paragraph's character sequences: equal texts share them, like texts most.
  marks bigint[] not null
);
create index report_marks on job.report using gin (marks);
create index report_unit on job.report (unit_id, campaign_id);

grant select, insert, update on job.report to shuangshen_app;
