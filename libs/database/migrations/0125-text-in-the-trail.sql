-- What is said in the trail, found by any two or more characters that stand together, Chinese or not. A trigram index finds no
-- word of two characters, and most Chinese words have two; pg_trgm also depends on the locale of the cluster.

-- Every pair of neighbouring characters, in lower case.
create function read.pairs(said text) returns text[] language sql immutable strict parallel safe
as $$
  select coalesce(array_agg(distinct substr(lower(said), n, 2)), '{}') from generate_series(1, length(said) - 1) n
$$;

-- The texts in an event's data, without the names of its fields; of a report longer than any the first 200 000 characters.
create function read.words(data jsonb) returns text language sql immutable parallel safe cost 1000
as $$
  select left(coalesce(string_agg(v #>> '{}', chr(31)), ''), 200000)
    from jsonb_path_query(data, 'strict $.** ? (@.type() == "string")') v
$$;

create index trail_words on read.trail using gin (read.pairs(read.words(data)));

-- At most `most` places after `after` at which the text stands, in order. Runs as the owner: an index of arrays is not
-- used behind row-level security, because its operator is not leakproof. It answers places only; who may read what stands
-- there is asked of each of them afterwards.
create function read.places_of(said text, after bigint, most integer) returns setof bigint
  language sql stable parallel restricted security definer
  set search_path = read, pg_temp
  set enable_indexscan = off -- in order of position it would read every row's words until enough were found
as $$
  select t.position
    from read.trail t
   where read.pairs(read.words(t.data)) @> read.pairs(said)
     and strpos(lower(read.words(t.data)), lower(said)) > 0
     and t.position > after
   order by t.position
   limit most
$$;

revoke execute on function read.places_of from public;
grant execute on function read.places_of to shuangshen_app, shuangshen_reader;
