-- Takes the lock after the number was drawn: between the two another may draw a higher one and commit first.
create schema design;
create table design.event (n bigint generated always as identity primary key, id text, stream text, version int);
create function design.append(s text, v int, i text) returns void language plpgsql as $$
begin
  insert into design.event (id, stream, version) values (i, s, v);
  perform pg_sleep(random() * 0.002); -- what a busy machine does
  perform pg_advisory_xact_lock(4711);
end $$;
create function design.read(cursor text) returns table (id text, stream text, version int, cursor_after text) language sql as
  $$ select e.id, e.stream, e.version, e.n::text from design.event e where e.n > cursor::bigint order by e.n limit 100 $$;
