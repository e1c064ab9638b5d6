-- The pairs of a long report took seconds: in a text of characters of several bytes, substr() walks from the beginning each time.
-- Here the text is walked once. The same pairs, but for a text that is longer in lower case, whose last pair was missing.
create or replace function read.pairs(said text) returns text[] language sql immutable strict parallel safe
as $$
  select coalesce(array_agg(distinct pair), '{}')
    from (select c || lead(c) over (order by n) as pair
            from unnest(string_to_array(lower(said), null)) with ordinality as characters(c, n)) pairs
   where pair is not null
$$;

reindex index read.trail_words;
