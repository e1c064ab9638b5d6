-- Orders by (transaction id, number) below the oldest running transaction: misses nothing, but a transaction id is taken at
-- the first write, so version 2 may sort before version 1; any open transaction in the cluster stops all readers; and in a
-- new cluster after a dump the ids lie in the future.
create schema design;
create table design.event (n bigint generated always as identity primary key, x xid8 default pg_current_xact_id(), id text, stream text, version int);
create function design.append(s text, v int, i text) returns void language sql as
  $$ insert into design.event (id, stream, version) values (i, s, v) $$;
create function design.read(cursor text) returns table (id text, stream text, version int, cursor_after text) language sql as $$
  select e.id, e.stream, e.version, e.x::text || ' ' || e.n from design.event e
   where e.x < pg_snapshot_xmin(pg_current_snapshot())
     and (cursor = '-1' or (e.x, e.n) > (split_part(cursor, ' ', 1)::xid8, split_part(cursor, ' ', 2)::bigint))
   order by e.x, e.n limit 100 $$;
