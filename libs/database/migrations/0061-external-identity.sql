-- Single sign-on: which account an identity of an OpenID provider opens. An administrator says so; nothing is created silently.
create table identity.external_identity (
  issuer text not null check (char_length(issuer) between 1 and 300),
  -- The provider's name for the person (`sub`): never changes hands, unlike user names and e-mail addresses.
  subject text not null check (char_length(subject) between 1 and 255),
  account_id text not null references identity.account,
  linked_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (account_id, issuer)
);
grant select, insert, delete on identity.external_identity to shuangshen_app;

-- How the session was opened: who came by single sign-on is not asked for a password that was never chosen.
alter table identity.session add column by_password boolean not null default true;
