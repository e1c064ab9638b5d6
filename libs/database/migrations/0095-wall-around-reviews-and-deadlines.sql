-- The wall of 0080 around the tables that came with deadlines and reviews.
select read.wall(name) from unnest(array['read.review', 'read.review_turn', 'job.deadline']) name;
