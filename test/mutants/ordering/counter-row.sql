-- A row that counts: correct, and held until the commit, so a slow client stops everybody; and under an old snapshot its
-- dead versions pile up, and each append walks over all of them.
create schema design;
create table design.counter (next bigint not null);
insert into design.counter values (0);
create table design.event (p bigint primary key, id text, stream text, version int);
create function design.append(s text, v int, i text) returns void language sql as $$
  with taken as (update design.counter set next = next + 1 returning next - 1 as p)
  insert into design.event (p, id, stream, version) select p, i, s, v from taken $$;
create function design.read(cursor text) returns table (id text, stream text, version int, cursor_after text) language sql as
  $$ select e.id, e.stream, e.version, e.p::text from design.event e where e.p > cursor::bigint order by e.p limit 100 $$;
