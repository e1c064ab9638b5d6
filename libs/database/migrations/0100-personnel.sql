-- Who belonged where, and who could do what, from which day to which, is told by the streams person-<id>. The rows that
-- everything else reads are written from these facts in the transaction that appends them, and by nobody else. What one
-- person cannot be at once is an exclusion constraint, whatever the code that decides believes.
create extension if not exists btree_gist;

alter table identity.account add unique (id, person_id);

alter table identity.role_grant rename to dated_grant;
alter table identity.dated_grant
  drop constraint role_grant_role_check,
  drop constraint role_grant_check,
  drop constraint role_grant_account_id_role_unit_id_key,
  add column id text not null default gen_random_uuid()::text primary key,
  add column person_id text,
  add column from_date date not null default (now() at time zone 'Asia/Shanghai')::date,
  add column to_date date constraint role_grant_days check (to_date >= from_date),
  -- carried: it was given before grants were facts; bootstrap: by the first administrator, while nobody held the second office.
  add column basis text not null default 'carried'
    check (basis in ('carried', 'bootstrap', 'two-persons', 'break-glass'));
update identity.dated_grant g
   set person_id = a.person_id, from_date = (g.granted_at at time zone 'Asia/Shanghai')::date
  from identity.account a where a.id = g.account_id;
alter table identity.dated_grant
  add constraint role_grant_role_check check (role in (
    'unit-preparer', 'unit-checker', 'unit-head', 'first-reviewer', 'second-reviewer', 'campaign-manager', 'auditor',
    'administrator', 'security-administrator', 'audit-administrator')),
  -- The three offices have no unit.
  add constraint role_grant_check check ((role like '%administrator') = (unit_id is null)),
  alter column person_id set not null,
  add foreign key (account_id, person_id) references identity.account (id, person_id),
  add column during daterange generated always as (daterange(from_date, to_date, '[]')) stored,
  -- What stands alone in a person, and everything else together.
  add column alone text generated always as (
    case when role like '%administrator' or role = 'auditor' then role else 'work' end) stored,
  add column side text generated always as (
    case when role like 'unit-%' then 'unit' when role like '%-reviewer' then 'reviewer' end) stored;

drop trigger refuse_excluding_roles on identity.dated_grant;
drop function identity.refuse_excluding_roles;
drop trigger refuse_excluding_move on registry.unit;
drop function identity.refuse_excluding_move;

alter table identity.dated_grant
  add constraint role_grant_once exclude using gist
    (account_id with =, role with =, (coalesce(unit_id, '')) with =, during with &&),
  -- 三员分立: each office, and the audit, is all that a person is on a day.
  add constraint role_grant_alone exclude using gist (person_id with =, alone with <>, during with &&),
  -- INV-D3: who acts for a unit reviews nothing on that day.
  add constraint role_grant_unit_or_reviewer exclude using gist
    (person_id with =, side with <>, during with &&) where (side is not null);
create index role_grant_office on identity.dated_grant (person_id) where role like '%administrator';

-- Whose grant it is says the account.
create function identity.name_the_person() returns trigger language plpgsql set search_path = identity, pg_temp as $$
begin
  new.person_id := (select a.person_id from account a where a.id = new.account_id);
  return new;
end $$;
create trigger name_the_person before insert on identity.dated_grant
  for each row execute function identity.name_the_person();

-- What holds today, in the bureau's calendar: this is what everything reads that asks what somebody may do.
create view identity.role_grant as
  select g.id, g.account_id, g.person_id, g.role, g.unit_id, g.granted_at, g.from_date, g.to_date, g.basis
    from identity.dated_grant g
   where (now() at time zone 'Asia/Shanghai')::date between g.from_date and coalesce(g.to_date, 'infinity');

-- A role that one of the two offices wants given, and what became of it.
create table identity.grant_proposal (
  id text primary key,
  person_id text not null,
  account_id text not null,
  role text not null,
  unit_id text references registry.unit,
  from_date date not null,
  to_date date check (to_date >= from_date),
  proposed_by text not null,
  proposed_as text not null check (proposed_as in ('administrator', 'security-administrator')),
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('granted', 'declined')),
  check (proposed_by <> person_id),
  foreign key (account_id, person_id) references identity.account (id, person_id)
);
create index grant_proposal_open on identity.grant_proposal (expires_at) where outcome is null;

-- The bootstrap ended, once and for good: somebody holds the second office.
create table control.bootstrap_end (
  only_one boolean primary key default true check (only_one),
  event_id uuid not null references log.event (id)
);

-- A grant by one alone (破窗), and the written review that it has to have.
create table control.broken_glass (
  grant_id text primary key,
  broken_by text not null,
  person text not null,
  event_id uuid not null unique references log.event (id),
  check (broken_by <> person)
);
create table control.glass_review (
  grant_id text primary key references control.broken_glass,
  reviewer text not null,
  justified boolean not null,
  event_id uuid not null unique references log.event (id)
);

-- The person acts in an office that gives roles, holds it, and not for himself.
create function control.check_office(actor jsonb, whose text) returns void
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if actor ->> 'role' not in ('administrator', 'security-administrator')
     or not exists (
       select from identity.role_grant g join identity.account a on a.id = g.account_id
        where g.person_id = actor ->> 'personId' and g.role = actor ->> 'role' and a.disabled_at is null) then
    perform control.refuse('grant.not-ones-office', 'forbidden', 'E10');
  end if;
  if actor ->> 'personId' = whose then
    perform control.refuse('grant.to-oneself', 'forbidden', 'E10');
  end if;
end $$;

-- Gives the role, and ends the sessions of the account: its holder begins anew with what the role asks for.
create function control.give_role(whose text, payload jsonb, basis text, fact uuid) returns void
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  violated text;
begin
  if (select a.person_id from identity.account a where a.id = payload ->> 'accountId') is distinct from whose then
    perform control.refuse('grant.account-of-another', 'conflict', null);
  end if;
  begin
    insert into identity.dated_grant (id, account_id, role, unit_id, from_date, to_date, basis)
      values (payload ->> 'id', payload ->> 'accountId', payload ->> 'role', payload ->> 'unitId',
              (payload ->> 'from')::date, (payload ->> 'to')::date, give_role.basis);
  exception
    when exclusion_violation then
      get stacked diagnostics violated = constraint_name;
      if violated = 'role_grant_once' then
        perform control.refuse('log.fact-not-allowed', 'conflict', null, '{"reason": "the role is held already"}');
      end if;
      perform control.refuse('grant.excluded-role', 'conflict', 'E10', '{"pointer": "/role"}');
    when foreign_key_violation then
      perform control.refuse('grant.unknown-unit', 'invalid', null, '{"pointer": "/unitId"}');
    when check_violation then
      perform control.refuse('grant.unit-needed', 'invalid', null, '{"pointer": "/unitId"}');
  end;
  delete from identity.session s where s.account_id = payload ->> 'accountId';
  if payload ->> 'role' = 'security-administrator' then
    insert into control.bootstrap_end (event_id) values (fact) on conflict do nothing;
  end if;
end $$;

-- Refuses to take the role of system administrator from the last open account that holds it; two at once take turns.
create function identity.keep_an_administrator(account text) returns void
  language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  holding text[];
begin
  select array_agg(h.id) into holding from (
    select a.id from identity.account a
     where a.disabled_at is null
       and exists (select from identity.role_grant g where g.account_id = a.id and g.role = 'administrator')
     order by a.id for update) h;
  if holding = array[account] then
    perform control.refuse('account.last-administrator', 'conflict', null);
  end if;
end $$;

-- Carries one fact of a person into the rows, in the append's own transaction.
create function control.follow_person() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  actor jsonb := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor';
  payload jsonb := convert_from(new.payload, 'UTF8')::jsonb;
  who text := actor ->> 'personId';
  whose text := substr(new.stream, length('person-') + 1);
  proposal identity.grant_proposal;
  violated text;
begin
  if coalesce(who, '') = '' or who is distinct from payload ->> 'by' then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;

  case new.type
    when 'PersonRegistered' then
      insert into registry.person (id, name) values (whose, payload ->> 'name') on conflict (id) do nothing;
      insert into registry.membership (person_id, unit_id, kind, from_date, to_date)
        select whose, m ->> 'unitId', m ->> 'kind', (m ->> 'from')::date, (m ->> 'to')::date
          from jsonb_array_elements(payload -> 'memberships') m;

    when 'PersonRenamed' then
      update registry.person set name = payload ->> 'name' where id = whose;

    when 'MembershipBegun' then
      insert into registry.membership (person_id, unit_id, kind, from_date, to_date)
        values (whose, payload ->> 'unitId', payload ->> 'kind', (payload ->> 'from')::date, (payload ->> 'to')::date)
        on conflict (person_id, unit_id, from_date) do update set kind = excluded.kind, to_date = excluded.to_date;

    when 'MembershipEnded' then
      update registry.membership set to_date = (payload ->> 'to')::date
       where person_id = whose and unit_id = payload ->> 'unitId' and from_date = (payload ->> 'from')::date;

    when 'MembershipStruck' then
      delete from registry.membership
       where person_id = whose and unit_id = payload ->> 'unitId' and from_date = (payload ->> 'from')::date;

    when 'RoleProposed' then
      perform control.check_office(actor, whose);
      insert into identity.grant_proposal (id, person_id, account_id, role, unit_id, from_date, to_date,
                                           proposed_by, proposed_as, proposed_at, expires_at)
        values (payload ->> 'id', whose, payload ->> 'accountId', payload ->> 'role', payload ->> 'unitId',
                (payload ->> 'from')::date, (payload ->> 'to')::date, who, actor ->> 'role', new.recorded_at,
                (payload ->> 'expiresAt')::timestamptz);

    when 'RoleDeclined' then
      perform control.check_office(actor, '');
      update identity.grant_proposal set outcome = 'declined'
       where id = payload ->> 'id' and person_id = whose and outcome is null;

    when 'RoleGranted' then
      if payload ->> 'basis' = 'bootstrap' then
        if exists (select from control.bootstrap_end) then
          perform control.refuse('grant.needs-two-persons', 'forbidden', 'E10');
        end if;
        if who not like 'system:%' then
          perform control.check_office(actor, whose);
        end if;
      else
        perform control.check_office(actor, whose);
        select p.* into proposal from identity.grant_proposal p
         where p.id = payload ->> 'id' and p.person_id = whose and p.outcome is null for update;
        if proposal.id is null then
          perform control.refuse('grant.proposal-not-found', 'not-found', null);
        end if;
        if proposal.proposed_by = who then
          perform control.refuse('grant.needs-two-persons', 'forbidden', 'E10');
        end if;
        if proposal.proposed_as = actor ->> 'role' then
          perform control.refuse('grant.needs-other-office', 'forbidden', 'E10');
        end if;
        if proposal.expires_at <= now() then
          perform control.refuse('grant.proposal-expired', 'conflict', null);
        end if;
        if (proposal.account_id, proposal.role, coalesce(proposal.unit_id, ''), coalesce(proposal.to_date, 'infinity'))
           is distinct from (payload ->> 'accountId', payload ->> 'role', coalesce(payload ->> 'unitId', ''),
                             coalesce((payload ->> 'to')::date, 'infinity'))
           or (payload ->> 'from')::date < proposal.from_date then
          perform control.refuse('grant.not-as-proposed', 'conflict', null);
        end if;
        update identity.grant_proposal set outcome = 'granted' where id = proposal.id;
      end if;
      perform control.give_role(whose, payload, case payload ->> 'basis' when 'bootstrap' then 'bootstrap' else 'two-persons' end,
                                new.id);

    when 'GlassBroken' then
      perform control.check_office(actor, whose);
      if (payload ->> 'to') is null or (payload ->> 'to')::date - (payload ->> 'from')::date > 2
         or (payload ->> 'from')::date > (now() at time zone 'Asia/Shanghai')::date + 1 then
        perform control.refuse('log.fact-not-allowed', 'conflict', 'E10', '{"reason": "one alone gives a role for three days"}');
      end if;
      insert into control.broken_glass (grant_id, broken_by, person, event_id) values (payload ->> 'id', who, whose, new.id);
      perform control.give_role(whose, payload, 'break-glass', new.id);

    when 'RoleRevoked' then
      perform control.check_office(actor, '');
      if payload ->> 'role' = 'administrator' then
        perform identity.keep_an_administrator(payload ->> 'accountId');
      end if;
      delete from identity.dated_grant
       where id = payload ->> 'id' and person_id = whose and from_date > (payload ->> 'lastDay')::date;
      update identity.dated_grant set to_date = (payload ->> 'lastDay')::date
       where id = payload ->> 'id' and person_id = whose and coalesce(to_date, 'infinity') > (payload ->> 'lastDay')::date;
      delete from identity.session s where s.account_id = payload ->> 'accountId';

    when 'BreakGlassReviewed' then
      if actor ->> 'role' not in ('auditor', 'audit-administrator')
         or not exists (select from identity.role_grant g where g.person_id = who and g.role = actor ->> 'role') then
        perform control.refuse('grant.not-ones-office', 'forbidden', 'E10');
      end if;
      if exists (select from control.broken_glass b
                  where b.grant_id = payload ->> 'id' and who in (b.broken_by, b.person)) then
        perform control.refuse('break-glass.own', 'forbidden', 'E10');
      end if;
      insert into control.glass_review (grant_id, reviewer, justified, event_id)
        values (payload ->> 'id', who, (payload ->> 'justified')::boolean, new.id);

    else
      null;
  end case;
  return null;
exception
  when foreign_key_violation then
    get stacked diagnostics violated = constraint_name;
    if violated like 'grant_proposal_unit%' then
      perform control.refuse('grant.unknown-unit', 'invalid', null, '{"pointer": "/unitId"}');
    elsif violated like 'grant_proposal_account%' then
      perform control.refuse('grant.account-of-another', 'conflict', null);
    end if;
    perform control.refuse('person.unknown-unit', 'invalid', null, '{"pointer": "/memberships"}');
    return null;
end $$;

create trigger personnel after insert on log.event for each row
  when (new.stream like 'person-%') execute function control.follow_person();
alter table log.event enable always trigger personnel;

-- E10 once more: whoever holds one of the three offices leaves no fact in an evaluation, in whatever role he claims to act.
create function control.keep_offices_out() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if exists (select from identity.role_grant g
              where g.person_id = convert_from(new.envelope, 'UTF8')::jsonb -> 'actor' ->> 'personId'
                and g.role like '%administrator') then
    perform control.refuse('actor.administrator-excluded', 'forbidden', 'E10');
  end if;
  return null;
end $$;
create trigger offices_stay_out after insert on log.event for each row
  when (new.stream like 'evaluation-%') execute function control.keep_offices_out();
alter table log.event enable always trigger offices_stay_out;

do $$
declare
  kept text;
begin
  foreach kept in array array['bootstrap_end', 'broken_glass', 'glass_review'] loop
    execute format('create trigger append_only before update or delete or truncate on control.%I
                    for each statement execute function control.refuse_change()', kept);
    execute format('alter table control.%I enable always trigger append_only', kept);
  end loop;
end $$;

-- The one role that no fact of another person stands behind: that of the first administrator, whom the one-time link makes.
create function identity.appoint_first(account text) returns void
  language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  lock table identity.dated_grant in share row exclusive mode;
  if exists (select from identity.dated_grant) then
    raise exception 'somebody holds a role already' using errcode = 'insufficient_privilege';
  end if;
  insert into identity.dated_grant (account_id, role, basis) values (account, 'administrator', 'bootstrap');
end $$;

revoke all on function control.check_office, control.give_role, control.follow_person, control.keep_offices_out from public;
revoke all on function identity.appoint_first, identity.keep_an_administrator from public;
grant execute on function identity.appoint_first to shuangshen_app;
revoke insert, delete on identity.dated_grant from shuangshen_app;
revoke insert, update, delete on registry.membership from shuangshen_app;
revoke update on registry.person from shuangshen_app;
grant select on identity.role_grant, identity.grant_proposal, control.bootstrap_end, control.broken_glass,
  control.glass_review to shuangshen_app;

-- What belongs to no unit is read by an auditor over a whole division, and by the audit administrator, who reads nothing else.
create or replace function read.reader_audits_division() returns boolean language plpgsql stable parallel safe
as $$ begin
  return exists (
    select from jsonb_array_elements(read.reader() -> 'grants') g left join registry.unit u on u.id = g ->> 'unitId'
     where g ->> 'role' = 'audit-administrator' or (g ->> 'role' = 'auditor' and u.id is not null and u.parent_id is null));
end $$;
