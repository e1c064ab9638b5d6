-- What the log makes due, and what has been done about it. The queue is a cache of this: emptied, it is filled again.
create schema job;

-- How far the reactors are.
create table job.checkpoint (
  name text primary key,
  position bigint not null default -1
);
insert into job.checkpoint (name) values ('reactors');

-- One row per (event, handler). Done at most once: the effect and done_at are one transaction, or the effect is safe to
-- repeat. Parked: failed too often, waits for an operator with the reason beside it.
create table job.inbox (
  position bigint not null,
  handler text not null,
  evaluation_id text not null,
  due_at timestamptz not null default now(),
  done_at timestamptz,
  parked_at timestamptz,
  reason text,
  primary key (position, handler)
);
create index inbox_open on job.inbox (due_at) where done_at is null;

-- In-app notices. One per event, person and kind, however often the job runs.
create table job.notification (
  id bigint generated always as identity primary key,
  person_id text not null,
  position bigint not null,
  kind text not null,
  evaluation_id text not null,
  unit_name text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  unique (position, person_id, kind)
);
create index notification_newest on job.notification (person_id, id desc);

grant usage on schema job to shuangshen_app;
grant select, insert, update on job.checkpoint, job.inbox, job.notification to shuangshen_app;
