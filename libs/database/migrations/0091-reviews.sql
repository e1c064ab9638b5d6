-- Every decision of a reviewer, for the indicators of audit (E14): who, in which review, what, and how long it lay there.
create table read.review (
  position bigint primary key,
  evaluation_id text not null,
  version integer not null,
  review text not null check (review in ('first', 'second')),
  outcome text not null check (outcome in ('passed', 'returned')),
  person_id text not null,
  -- The person took the pass back before the next step.
  revoked boolean not null default false,
  -- From the submission or the step before, as the log knows it: when somebody opened it is not known.
  began_at timestamptz not null,
  decided_at timestamptz not null
);
create index review_person on read.review (person_id);
create index review_evaluation on read.review (evaluation_id);

-- Since when an evaluation lies where it does.
create table read.review_turn (
  evaluation_id text primary key,
  began_at timestamptz not null
);

insert into read.checkpoint (name) values ('reviews');

grant select, insert, update, delete on read.review, read.review_turn to shuangshen_app;
