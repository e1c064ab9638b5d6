-- Stops at a hole in the numbers, and takes it for a rollback after 100 ms. A transaction that is merely slow is skipped.
create schema design;
create table design.event (n bigint generated always as identity primary key, at timestamptz default clock_timestamp(), id text, stream text, version int);
create function design.append(s text, v int, i text) returns void language sql as
  $$ insert into design.event (id, stream, version) values (i, s, v) $$;
create function design.read(cursor text) returns table (id text, stream text, version int, cursor_after text) language sql as $$
  with ahead as (
    select e.*, e.n - lag(e.n, 1, greatest(cursor::bigint, 0)) over (order by e.n) > 1 as after_hole
      from design.event e where e.n > cursor::bigint order by e.n limit 100
  )
  select a.id, a.stream, a.version, a.n::text from ahead a
   where not exists (select from ahead b where b.n <= a.n and b.after_hole and b.at > clock_timestamp() - interval '100 ms')
   order by a.n $$;
