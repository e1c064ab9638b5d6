-- Notices leave the house: by e-mail to the person, and as webhooks of a division. What is to be sent is written with the
-- notice itself; jobs only say which row to look at, so an emptied queue is filled again from here.
create schema notice;

-- A notice's place in the live stream, given after its transaction was committed, one numbering at a time: who has seen
-- number n has seen everything below it. Ids are drawn before commit and come to light in any order.
create sequence notice.number;
alter table job.notification add column number bigint unique;
-- Whose evaluation it is; where it was not said, job.deadline knows it.
alter table job.notification add column unit_id text;
update job.notification n set number = o.number
  from (select id, nextval('notice.number') as number from (select id from job.notification order by id) i) o where o.id = n.id;
create index notification_unnumbered on job.notification (id) where number is null;
create index notification_stream on job.notification (person_id, number);

-- How a person wants to be told outside the system. Without a row: not at all, in-app only, which nobody can switch off.
create table notice.preference (
  person_id text primary key references registry.person,
  email text check (char_length(email) between 3 and 254),
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  -- kind of notice → 'immediately' | 'daily' | 'never'; a kind that is not there: immediately.
  cadence jsonb not null default '{}' check (jsonb_typeof(cadence) = 'object'),
  -- Asia/Shanghai; equal: no quiet hours.
  quiet_from time not null default '22:00',
  quiet_to time not null default '07:00',
  changed_at timestamptz not null default now()
);

-- Where a division wants to be told. Nothing of it names persons.
create table notice.webhook (
  id uuid primary key,
  division_code text not null references registry.fiscal_division,
  name text not null check (char_length(name) between 1 and 60),
  format text not null check (format in ('json', 'dingtalk', 'wecom')),
  -- Shown to people; address and secret are sealed, because a robot's address is itself a key.
  host text not null check (char_length(host) between 1 and 260),
  sealed bytea not null check (octet_length(sealed) between 29 and 8192),
  kinds text[] not null check (cardinality(kinds) between 1 and 50),
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
  created_at timestamptz not null default now(),
  -- Kept for the deliveries that name it; nothing goes there any more.
  disabled_at timestamptz
);
create index webhook_division on notice.webhook (division_code) where disabled_at is null;

-- One row for each (event, person, channel): what has to leave, what has left, what waits for an operator. The evaluation
-- belongs to the key because one extension of a campaign moves many. A webhook is told once of an event, whomever it
-- concerns: its person is '*'.
create table notice.delivery (
  id bigint generated always as identity primary key,
  position bigint not null,
  person_id text not null,
  kind text not null,
  evaluation_id text not null,
  channel text not null check (channel = 'e-mail' or channel like 'webhook:%'),
  webhook_id uuid references notice.webhook,
  unit_name text not null,
  -- dropped: the person or the division did not want it any more before it left.
  state text not null default 'due' check (state in ('due', 'sent', 'parked', 'dropped')),
  -- How often it was taken up to be sent, and when it may be the next time: also the time its sender has.
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  -- The day of the digest it belongs to (Asia/Shanghai); null: sent by itself.
  digest_on date,
  last_error text,
  message_id text,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  unique (position, person_id, kind, evaluation_id, channel),
  check ((channel = 'e-mail') = (webhook_id is null))
);
create index delivery_due on notice.delivery (next_at) where state = 'due';
create index delivery_state on notice.delivery (state, id desc);
create index delivery_digest on notice.delivery (person_id, digest_on) where state = 'due' and digest_on is not null;

-- Whoever writes a notice writes its deliveries, in the same transaction.
create function notice.plan() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into notice.delivery (position, person_id, kind, evaluation_id, unit_name, channel)
  select new.position, new.person_id, new.kind, new.evaluation_id, new.unit_name, 'e-mail'
    from notice.preference p
   where p.person_id = new.person_id and p.email is not null
     and coalesce(p.cadence ->> new.kind, 'immediately') <> 'never'
  on conflict do nothing;

  insert into notice.delivery (position, person_id, kind, evaluation_id, unit_name, channel, webhook_id)
  select new.position, '*', new.kind, new.evaluation_id, new.unit_name, 'webhook:' || w.id, w.id
    from notice.webhook w
    join registry.unit u on u.division_code = w.division_code
   where u.id = coalesce(new.unit_id,
                         (select d.unit_id from job.deadline d where d.evaluation_id = new.evaluation_id))
     and w.disabled_at is null and new.kind = any (w.kinds)
  on conflict do nothing;
  return null;
end $$;
create trigger plan_deliveries after insert on job.notification for each row execute function notice.plan();

grant usage on schema notice to shuangshen_app;
grant usage on sequence notice.number to shuangshen_app;
grant select, insert, update on notice.preference, notice.webhook, notice.delivery to shuangshen_app;
grant execute on function notice.plan to shuangshen_app;
