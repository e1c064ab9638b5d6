-- Who may log in and what they may do. Rows, not events: what they led to (log-ins, refusals, changes) is in the log.
create schema identity;

-- A log-in of a person. Only the argon2id hash of its password is kept.
create table identity.account (
  id text primary key check (char_length(id) between 1 and 64),
  person_id text not null references registry.person,
  -- Lower case; compared exactly.
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  password_hash text not null check (password_hash like '$argon2id$%'),
  -- Set while the password is a one-time one: until when it opens the account, once, to choose another.
  one_time_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create index account_person on identity.account (person_id);

-- A role of an account over a unit and what lies below it; the administrator's has no unit.
create table identity.role_grant (
  account_id text not null references identity.account,
  role text not null check (role in ('unit-preparer', 'unit-checker', 'unit-head', 'first-reviewer', 'second-reviewer',
                                     'campaign-manager', 'auditor', 'administrator')),
  unit_id text references registry.unit,
  granted_at timestamptz not null default now(),
  check ((role = 'administrator') = (unit_id is null)),
  unique nulls not distinct (account_id, role, unit_id)
);
create index role_grant_unit on identity.role_grant (unit_id);

-- Excluding roles (不相容岗位), over all accounts of a person: who administers holds nothing else; who audits neither
-- works on what he audits; who acts for a unit does not review it. Takes the person's row, so that two grants at once
-- see each other.
create function identity.refuse_excluding_roles() returns trigger
  language plpgsql set search_path = identity, registry, pg_temp as $$
declare
  whose text := (select person_id from identity.account where id = new.account_id);
begin
  perform from registry.person where id = whose for no key update;
  if exists (
    select from identity.role_grant g join identity.account a on a.id = g.account_id
     where a.person_id = whose
       and (g.role = 'administrator') <> (new.role = 'administrator')
  ) then
    raise exception 'administrator excludes every other role' using errcode = 'check_violation',
      constraint = 'role_grant_administrator_alone';
  end if;
  if exists (
    select from identity.role_grant g join identity.account a on a.id = g.account_id
     where a.person_id = whose
       and (g.role = 'auditor') <> (new.role = 'auditor')
  ) then
    raise exception 'auditor excludes every other role' using errcode = 'check_violation',
      constraint = 'role_grant_auditor_alone';
  end if;
  if exists (
    select from identity.role_grant g join identity.account a on a.id = g.account_id
     where a.person_id = whose
       and case
         when new.role like 'unit-%' and g.role like '%-reviewer'
           then g.unit_id in (select above.id from registry.unit_and_above(new.unit_id) above)
         when new.role like '%-reviewer' and g.role like 'unit-%'
           then new.unit_id in (select above.id from registry.unit_and_above(g.unit_id) above)
         else false
       end
  ) then
    raise exception 'unit roles and reviewer roles over one unit exclude each other' using errcode = 'check_violation',
      constraint = 'role_grant_unit_or_reviewer';
  end if;
  return new;
end $$;
create trigger refuse_excluding_roles before insert on identity.role_grant
  for each row execute function identity.refuse_excluding_roles();

-- A grant is given or taken back, never changed: the rule above looks at what is given.
create function identity.refuse_excluding_move() returns trigger
  language plpgsql set search_path = identity, registry, pg_temp as $$
begin
  if exists (
    select from identity.role_grant u
      join identity.account ua on ua.id = u.account_id
      join identity.account ra on ra.person_id = ua.person_id
      join identity.role_grant r on r.account_id = ra.id
     where u.role like 'unit-%' and r.role like '%-reviewer'
       and r.unit_id in (select above.id from registry.unit_and_above(u.unit_id) above)
  ) then
    raise exception 'after the move somebody would review a unit he acts for' using errcode = 'check_violation',
      constraint = 'role_grant_unit_or_reviewer';
  end if;
  return null;
end $$;
create trigger refuse_excluding_move after update of parent_id on registry.unit
  for each row execute function identity.refuse_excluding_move();

-- A browser that is logged in. The cookie holds 256 random bits; only their SHA-256 is here.
create table identity.session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  -- Names the stream of its events.
  id uuid not null unique,
  account_id text not null references identity.account,
  opened_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  -- Whatever happens in it, it ends then.
  expires_at timestamptz not null
);
create index session_account on identity.session (account_id);
create index session_expiry on identity.session (expires_at);

-- Guessing: failures per (log-in, address) and per address, counted before the password is looked at.
create table identity.attempt (
  key bytea primary key check (octet_length(key) = 32),
  failures integer not null,
  last_at timestamptz not null
);

-- The one-time link of an empty system. Only the SHA-256 of its token is kept.
create table identity.bootstrap_token (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  expires_at timestamptz not null,
  used_at timestamptz
);

grant usage on schema identity to shuangshen_app;
grant select, insert on identity.account, identity.role_grant, identity.session, identity.attempt, identity.bootstrap_token
  to shuangshen_app;
grant update (password_hash, one_time_until, disabled_at) on identity.account to shuangshen_app;
grant update (seen_at) on identity.session to shuangshen_app;
grant update (failures, last_at) on identity.attempt to shuangshen_app;
grant update (used_at) on identity.bootstrap_token to shuangshen_app;
grant delete on identity.role_grant, identity.session, identity.attempt to shuangshen_app;
