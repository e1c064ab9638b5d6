-- Counts an attempt to log in and answers the seconds to wait, or 0 and it is counted. In one statement, so that a flood of guesses
-- holds its connections no longer than a moment; whoever asks at the same moment waits for the lock, in one order for everybody, and
-- then sees what the others have counted: many at once gain nothing.
-- keys: of the log-in at its address, of the address alone; free: how many failures each has without a wait, which then doubles from
-- one second to `longest`; `forgotten` hours after the last failure counting begins anew.
create function identity.count_attempt(keys bytea[], free integer[], longest integer, forgotten integer) returns integer
  language plpgsql set search_path = identity, pg_temp as $$
declare
  seconds integer;
begin
  perform pg_advisory_xact_lock(('x' || left(encode(key, 'hex'), 16))::bit(64)::bigint)
     from unnest(keys) key order by key;
  select coalesce(max(ceil(extract(epoch from
           t.last_at + make_interval(secs => least(longest, 2 ^ least(t.failures - a.free, 30))) - clock_timestamp()))), 0)
    into seconds
    from unnest(keys, free) as a(key, free) join identity.attempt t using (key)
   where t.failures >= a.free and t.last_at > clock_timestamp() - make_interval(hours => forgotten);
  if seconds > 0 then return seconds; end if;
  insert into identity.attempt (key, failures, last_at)
    select key, 1, clock_timestamp() from unnest(keys) key order by key
  on conflict (key) do update
     set failures = case when attempt.last_at > clock_timestamp() - make_interval(hours => forgotten) then attempt.failures else 0 end + 1,
         last_at = clock_timestamp();
  return 0;
end $$;
revoke all on function identity.count_attempt from public;
grant execute on function identity.count_attempt to shuangshen_app;
