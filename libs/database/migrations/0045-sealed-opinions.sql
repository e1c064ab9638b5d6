-- What a blind review seals: the whole event, kept out of `data` until its version is decided or returned. No query of the
-- API reads this column.
alter table read.trail add sealed_data jsonb;

-- The worker fills the rows again from the log.
truncate read.trail;
update read.checkpoint set position = -1, error = null, failed_at = null where name = 'trail';
