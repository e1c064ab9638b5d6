-- What the cross-checks found in the version under review.
create table read.finding (
  evaluation_id text not null,
  finding_id text not null,
  occasion text not null,
  rule text not null,
  severity text not null,
  message jsonb not null,
  at text[] not null,
  -- Who let an error stand (E6), and why.
  waived_by text,
  waived_reason text,
  -- The order of the list: the event that raised it, and its place there.
  position bigint not null,
  number integer not null,
  primary key (evaluation_id, finding_id)
);
create index finding_order on read.finding (position desc, number);

-- Who waived is second reviewer of the version, and is not asked for its first review (E2).
alter table read.evaluation add waived_by text[] not null default '{}';

grant select, insert, update, delete on read.finding to shuangshen_app;

-- The worker fills the rows again from the log.
truncate read.evaluation, read.act;
update read.checkpoint set position = -1, error = null, failed_at = null where name = 'evaluations';
