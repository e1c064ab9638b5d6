-- Files that came in for an evaluation. What is attached is said by the log; this says which bytes are kept for whom and since
-- when, so that what no event names can be removed again. The bytes lie outside the database, under their hash.
create schema attachment;
grant usage on schema attachment to shuangshen_app;
create table attachment.upload (
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  evaluation_id text not null,
  size bigint not null check (size > 0),
  came_at timestamptz not null default now(),
  primary key (hash, evaluation_id)
);
create index upload_came on attachment.upload (came_at);
grant select, insert, update, delete on attachment.upload to shuangshen_app;
