-- Every event of an evaluation is counted to the unit its task was issued to: found here, one row for each evaluation.
create unique index trail_issued on read.trail (evaluation_id) where type = 'TaskIssued';
