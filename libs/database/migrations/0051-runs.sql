-- Work on many things that one person ordered at once: tasks for 10,000 units, scores of a whole campaign. The order is an
-- event; this is how far it came. A run that is broken off goes on where it stopped: what is done has an outcome.
create table job.run (
  id uuid primary key,
  kind text not null check (kind in ('issue-tasks', 'recompute-scores')),
  campaign_id text not null,
  -- Who ordered it, as the events it makes will say, and in which request.
  actor jsonb not null,
  correlation_id text not null,
  total integer not null check (total >= 0),
  -- prepared: the order is not in the log yet, or never came there.
  state text not null default 'prepared' check (state in ('prepared', 'running', 'cancelled', 'done')),
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index run_campaign on job.run (campaign_id, created_at desc);
create index run_running on job.run (created_at) where state = 'running';

-- One thing of a run. outcome: what came of it, or `failed: <code>`.
create table job.run_item (
  run_id uuid not null references job.run (id),
  number integer not null,
  item jsonb not null,
  outcome text,
  primary key (run_id, number)
);
create index run_item_open on job.run_item (run_id, number) where outcome is null;

grant select, insert, update on job.run, job.run_item to shuangshen_app;
