-- What is planned, done or cancelled, each in the order of time, for who looks through everybody's. Every activity has an owner: only a query that
-- says so is served by this index, and none that seeks an owner, an account or a prospect is drawn to it.
CREATE INDEX activities_status_idx ON activities (status,starts_at_utc,id) WHERE deleted_at is null and owner_id > 0;

-- Of two indexes that would serve alike, the one made last is taken: what is planned is not to be looked for among all that somebody ever did.
DROP INDEX activities_planned_idx;
CREATE INDEX activities_planned_idx ON activities (owner_id,starts_at_utc,id) WHERE deleted_at is null and status = 'planned';
