-- A rung of the ladder is told once, whoever has the turn by the time it is derived again.
create index notification_of_evaluation on job.notification (evaluation_id, position);

-- The machine's clock tells milliseconds: what is due at once is due at once, and not a part of one later.
alter table notice.delivery alter column next_at set default date_trunc('milliseconds', now());
