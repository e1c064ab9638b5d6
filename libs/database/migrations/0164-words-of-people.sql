-- What the system works out of a report repeats the words of its scheme, the same in every matter: a search found all scores before
-- it found what somebody said, and most of the time of writing a trail went into their index. They are not among the words
-- any more; scores have a list of their own.
drop index read.trail_words;

-- The same pairs without a window and two sorts: the index sorts them once more in any case.
create or replace function read.pairs(said text) returns text[] language plpgsql immutable strict parallel safe
as $$
declare
  characters text[] := string_to_array(lower(said), null);
begin
  return (select coalesce(array_agg(one || other), '{}') from unnest(characters, characters[2:]) as pair(one, other) where other is not null);
end $$;

create index trail_words on read.trail using gin (read.pairs(read.words(data))) where type <> 'ScoreRecomputed';

create or replace function read.places_of(said text, after bigint, most integer) returns setof bigint
  language sql stable parallel restricted security definer
  set search_path = read, pg_temp
  set enable_indexscan = off -- in order of position it would read every row's words until enough were found
as $$
  select t.position
    from read.trail t
   where t.type <> 'ScoreRecomputed'
     and read.pairs(read.words(t.data)) @> read.pairs(said)
     and strpos(lower(read.words(t.data)), lower(said)) > 0
     and t.position > after
   order by t.position
   limit most
$$;
