-- What people ask, as rows that are derived from the log and can be rebuilt from it at any time.
create schema read;

-- How far each projection is, moved in the transaction that writes its rows. A poison event stops its projection: `error`
-- says why at `position` + 1, and nothing is skipped.
create table read.checkpoint (
  name text primary key,
  position bigint not null default -1,
  error text,
  failed_at timestamptz
);
insert into read.checkpoint (name) values ('evaluations'), ('trail');

-- One evaluation as lists show it: where it stands, who has it and since when.
create table read.evaluation (
  id text primary key,
  campaign_id text not null,
  unit_id text not null,
  unit_name text not null,
  department_id text not null,
  fiscal_year integer not null,
  kind text not null,
  due_at timestamptz not null,
  stage text not null,
  version integer not null,
  -- Roles whose turn it is; none when it is decided.
  waiting_for text[] not null,
  waiting_since timestamptz not null,
  -- Every person who wrote, checked, signed or submitted it, in any version (E1).
  participants text[] not null default '{}',
  first_reviewer text,
  second_reviewer text,
  self_score text,
  system_score text,
  -- Stream version and position of its newest event.
  stream_version integer not null,
  position bigint not null
);
create index evaluation_unit on read.evaluation (unit_id);
create index evaluation_waiting on read.evaluation (waiting_since, id);

-- Which person did something in which evaluation: 已办 and 我发起的.
create table read.act (
  person_id text not null,
  evaluation_id text not null,
  initiated boolean not null,
  last_type text not null,
  last_at timestamptz not null,
  last_position bigint not null,
  primary key (person_id, evaluation_id)
);
create index act_newest on read.act (person_id, last_position desc);

-- The log as people read it: one row per event of every stream.
create table read.trail (
  position bigint primary key,
  recorded_at timestamptz not null,
  stream text not null,
  version integer not null,
  type text not null,
  person_id text not null,
  account_id text not null,
  role text not null,
  on_behalf_of text,
  evaluation_id text,
  unit_id text,
  refused boolean not null,
  correlation_id text not null,
  -- The event's data; edits hold each field before and after.
  data jsonb
);
create index trail_evaluation on read.trail (evaluation_id, position);
create index trail_person on read.trail (person_id, position);
create index trail_unit on read.trail (unit_id, position);
create index trail_type on read.trail (type, position);
create index trail_time on read.trail (recorded_at);

grant usage on schema read to shuangshen_app;
grant select, insert, update, delete on all tables in schema read to shuangshen_app;
