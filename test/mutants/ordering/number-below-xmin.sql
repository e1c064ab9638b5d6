-- Waits until no older transaction runs, but then reads by number: an event whose transaction began later and drew a lower
-- number first is skipped.
create schema design;
create table design.event (n bigint generated always as identity primary key, x xid8 default pg_current_xact_id(), id text, stream text, version int);
create function design.append(s text, v int, i text) returns void language sql as
  $$ insert into design.event (id, stream, version) values (i, s, v) $$;
create function design.read(cursor text) returns table (id text, stream text, version int, cursor_after text) language sql as $$
  select e.id, e.stream, e.version, e.n::text from design.event e
   where e.n > cursor::bigint and e.x < pg_snapshot_xmin(pg_current_snapshot())
   order by e.n limit 100 $$;
