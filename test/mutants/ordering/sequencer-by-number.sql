-- One sequencer numbers what is committed, but looks for it by `id > last`: what commits late is never numbered.
create schema design;
create table design.event (n bigint generated always as identity primary key, id text, stream text, version int);
create table design.numbered (p bigint generated always as identity primary key, n bigint not null unique);
create function design.append(s text, v int, i text) returns void language sql as
  $$ insert into design.event (id, stream, version) values (i, s, v) $$;
create function design.work() returns void language sql as $$
  insert into design.numbered (n)
    select e.n from design.event e where e.n > (select coalesce(max(n), 0) from design.numbered) order by e.n $$;
create function design.read(cursor text) returns table (id text, stream text, version int, cursor_after text) language sql as $$
  select e.id, e.stream, e.version, o.p::text from design.numbered o join design.event e on e.n = o.n
   where o.p > cursor::bigint order by o.p limit 100 $$;
