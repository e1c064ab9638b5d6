-- How far a standby has replayed the log of changes, for a sealer that seals only what a standby has. PostgreSQL shows these columns to
-- nobody but its monitors, so this looks as its owner and tells one number. Who subscribes logically, or copies the log of changes, is no
-- standby: nobody can promote it. A standby's connection is to no database.
create function audit.replayed() returns pg_lsn
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(r.replay_lsn)
    from pg_catalog.pg_stat_replication r join pg_catalog.pg_stat_activity a on a.pid = r.pid
   where a.datid is null
$$;

revoke all on function audit.replayed from public;
grant execute on function audit.replayed to shuangshen_sealer;
