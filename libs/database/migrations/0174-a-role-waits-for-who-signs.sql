-- A role is taken back by giving its grant a last day, which a key share does not wait for: a pass could get its place in the log after
-- the role was gone. Who signs holds the whole row until the append is committed.
create or replace function control.check_account(actor jsonb, signs boolean) returns void
  language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if signs then
    perform from identity.account a where a.id = actor ->> 'accountId' for share;
    perform from identity.role_grant g where g.account_id = actor ->> 'accountId' and g.role = actor ->> 'role' for share;
  end if;
  if not exists (select from identity.account a
                  where a.id = actor ->> 'accountId' and a.person_id = actor ->> 'personId' and a.disabled_at is null) then
    perform control.refuse('log.actor-differs', 'forbidden', null);
  end if;
end $$;
