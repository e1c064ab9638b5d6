-- Who signs stands behind it (INV-D2), said in the tables as well: the account is the person's and open, and through it he holds
-- at that moment the role in which he acts over the unit. A reviewer is not of the unit and declared no conflict with it (E8);
-- nor did the one for whom he acts (E9). Roles and memberships are rows that change: what counts is how they are at signing.

-- The task of an evaluation, its first fact.
create function control.task_of(of_stream text) returns jsonb
  language sql stable set search_path = control, pg_temp as $$
  select convert_from(e.payload, 'UTF8')::jsonb from log.event e where e.stream = of_stream and e.version = 1
$$;

-- Refuses an account that is not the person's or is closed. Where somebody signs, account and role stay as they are until the
-- append is committed; writing is not worth the lock.
create function control.check_account(actor jsonb, signs boolean) returns void
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if signs then
    perform from identity.account a where a.id = actor ->> 'accountId' for share;
    perform from identity.role_grant g where g.account_id = actor ->> 'accountId' and g.role = actor ->> 'role' for key share;
  end if;
  if not exists (select from identity.account a
                  where a.id = actor ->> 'accountId' and a.person_id = actor ->> 'personId' and a.disabled_at is null) then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;
end $$;

-- Refuses one who belongs to the unit today, or declared a conflict with it.
create function control.check_conflict(person text, task jsonb) returns void
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  unit text := task ->> 'unitId';
begin
  if exists (select from registry.membership m
              where m.person_id = person and m.unit_id = unit
                and (now() at time zone 'Asia/Shanghai')::date between m.from_date and coalesce(m.to_date, 'infinity')) then
    perform control.refuse(
      case when unit = task ->> 'departmentId' then 'review.own-department-excluded' else 'review.unit-member-excluded' end,
      'forbidden', 'E8', jsonb_build_object('unitId', unit));
  end if;
  if exists (select from registry.conflict c where c.person_id = person and c.unit_id = unit) then
    perform control.refuse('review.conflict-declared', 'forbidden', 'E8', jsonb_build_object('unitId', unit));
  end if;
end $$;

create function control.check_standing() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  actor jsonb := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor';
  role_name text := actor ->> 'role';
  task jsonb;
begin
  if actor ->> 'personId' like 'system:%' then return null; end if; -- what the system may do is told by 0020
  perform control.check_account(actor, new.type not in ('DraftImported', 'DraftEdited', 'ItemAnswered', 'FindingAnswered'));
  task := control.task_of(new.stream);
  if not exists (
    select from identity.role_grant g
     where g.account_id = actor ->> 'accountId' and g.role = role_name
       and case when role_name like 'unit-%' then g.unit_id = task ->> 'unitId'
                else g.unit_id = task ->> 'departmentId'
                     or g.unit_id in (select above.id from registry.unit_and_above(task ->> 'unitId') above) end
  ) then
    perform control.refuse('role.not-allowed', 'forbidden', null, jsonb_build_object('role', role_name));
  end if;
  -- Who took a pass back, or stepped back, does so whatever he has become since.
  if role_name like '%-reviewer' and new.type not in ('PassRevoked', 'ReviewerRecused') then
    perform control.check_conflict(actor ->> 'personId', task);
    if actor ? 'onBehalfOf' then
      -- Its end waits for this append, or has been committed and is seen.
      perform from control.delegation d
        where d.delegator = actor ->> 'onBehalfOf' and d.delegate = actor ->> 'personId' for update;
      if not exists (select from control.standing_delegation d
                      where d.delegator = actor ->> 'onBehalfOf' and d.delegate = actor ->> 'personId') then
        perform control.refuse('delegation.not-granted', 'forbidden', 'E9');
      end if;
      perform control.check_conflict(actor ->> 'onBehalfOf', task);
    end if;
  end if;
  return null;
end $$;

create trigger standing after insert on log.event for each row
  when (new.stream like 'evaluation-%'
        and new.type in ('DraftImported', 'DraftEdited', 'ItemAnswered', 'FindingAnswered', 'UnitChecked', 'UnitSigned',
                         'EvaluationSubmitted', 'SubmissionWithdrawn', 'FirstReviewPassed', 'SecondReviewPassed',
                         'PassRevoked', 'FindingWaived', 'ReviewerAssigned', 'ReviewerRecused', 'ExpertAsked',
                         'ExpertAnswered', 'EvaluationReturned'))
  execute function control.check_standing();
alter table log.event enable always trigger standing;

-- A reviewer hands over his own seats, through his own account; another's only a manager.
create function control.check_delegator() returns trigger
  language plpgsql security definer set search_path = control, pg_temp as $$
declare
  actor jsonb := convert_from(new.envelope, 'UTF8')::jsonb -> 'actor';
begin
  perform control.check_account(actor, true);
  if new.stream <> 'delegation-' || (actor ->> 'personId') and actor ->> 'role' <> 'campaign-manager' then
    perform control.refuse('delegation.not-granted', 'forbidden', 'E9');
  end if;
  if not exists (select from identity.role_grant g
                  where g.account_id = actor ->> 'accountId' and g.role = actor ->> 'role') then
    perform control.refuse('role.not-allowed', 'forbidden', null, jsonb_build_object('role', actor ->> 'role'));
  end if;
  return null;
end $$;

create trigger standing_of_delegator after insert on log.event for each row
  when (new.stream like 'delegation-%' and new.type in ('DelegationGranted', 'DelegationEnded'))
  execute function control.check_delegator();
alter table log.event enable always trigger standing_of_delegator;

revoke all on function control.task_of, control.check_account, control.check_conflict, control.check_standing,
  control.check_delegator from public;
