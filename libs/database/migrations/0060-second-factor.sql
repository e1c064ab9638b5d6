-- The second factor, and how fresh a session's proof of identity is. Rows, not events, as all of identity; what was done
-- with them (enrolled, removed, given, refused) is in the log, in the streams of accounts.

-- Where passwords expire, they do so many days after this.
alter table identity.account add column password_set_at timestamptz not null default now();
grant update (password_set_at) on identity.account to shuangshen_app;

alter table identity.session
  -- When the person last proved who it is: at log-in, and each time the factor (or, without one, the password) was given again.
  add column confirmed_at timestamptz not null default now(),
  -- Whether the second factor was given in this session. With a factor enrolled, the session is half-open until then.
  add column factor_given boolean not null default false;
grant update (confirmed_at, factor_given, token_hash) on identity.session to shuangshen_app;

-- An authenticator app (RFC 6238): one for each account. Begun until a first code confirms it.
create table identity.totp (
  account_id text primary key references identity.account,
  id uuid not null unique,
  -- nonce, AES-256-GCM of the secret, tag; bound to the id. The key is not in the database.
  sealed_secret bytea not null check (octet_length(sealed_secret) between 29 and 128),
  begun_at timestamptz not null default now(),
  enrolled_at timestamptz,
  -- The last 30-second step whose code was taken: each code works once.
  last_step bigint not null default 0
);

-- A key or a device that signs (WebAuthn). Only its public key is here.
create table identity.passkey (
  id uuid primary key,
  account_id text not null references identity.account,
  credential_id text not null unique check (char_length(credential_id) between 1 and 1400),
  public_key bytea not null check (octet_length(public_key) between 1 and 8192),
  -- What the authenticator last counted; 0 where it does not count.
  counter bigint not null,
  transports text[] not null,
  name text not null check (char_length(name) between 1 and 60),
  enrolled_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_account on identity.passkey (account_id);

-- Codes for the day the phone is lost, each for one use. The first group of a code names it, of the rest only the argon2id hash is kept.
create table identity.recovery_code (
  account_id text not null references identity.account,
  name text not null check (name ~ '^[a-z2-9]{4}$'),
  code_hash text not null check (code_hash like '$argon2id$%'),
  primary key (account_id, name)
);

-- What an authenticator has to sign: for one session and purpose, once, for a few minutes.
create table identity.challenge (
  session_id uuid not null references identity.session (id) on delete cascade,
  purpose text not null check (purpose in ('enrol', 'confirm')),
  challenge text not null check (char_length(challenge) between 20 and 200),
  expires_at timestamptz not null,
  primary key (session_id, purpose)
);

-- Where a policy forbids to take one of the last passwords again: the ones before the present.
create table identity.former_password (
  account_id text not null references identity.account,
  password_hash text not null check (password_hash like '$argon2id$%'),
  replaced_at timestamptz not null default clock_timestamp(),
  primary key (account_id, replaced_at)
);

-- A row here: this database holds the demonstration bureau, in which the second factor is offered and not demanded.
create table identity.demonstration (
  one boolean primary key default true check (one),
  since timestamptz not null default now()
);

grant select, insert, delete on identity.totp, identity.passkey, identity.recovery_code, identity.challenge,
  identity.former_password to shuangshen_app;
grant update (id, sealed_secret, begun_at, enrolled_at, last_step) on identity.totp to shuangshen_app;
grant update (counter, last_used_at) on identity.passkey to shuangshen_app;
grant update (challenge, expires_at) on identity.challenge to shuangshen_app;
grant select, insert on identity.demonstration to shuangshen_app;
