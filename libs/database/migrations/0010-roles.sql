-- The role every process runs as. It owns nothing; each migration grants it exactly what it needs.
do $$ begin
  if not exists (select from pg_roles where rolname = 'shuangshen_app') then
    create role shuangshen_app nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the cluster was quicker
end $$;

revoke create on schema public from public;
