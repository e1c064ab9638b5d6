-- Reads by `id > last` on a sequence. A number is drawn before the commit: the slower transaction's event is skipped.
create schema design;
create table design.event (n bigint generated always as identity primary key, id text, stream text, version int);
create function design.append(s text, v int, i text) returns void language sql as
  $$ insert into design.event (id, stream, version) values (i, s, v) $$;
create function design.read(cursor text) returns table (id text, stream text, version int, cursor_after text) language sql as
  $$ select e.id, e.stream, e.version, e.n::text from design.event e where e.n > cursor::bigint order by e.n limit 100 $$;
