-- What is planned, done or cancelled, each in the order of time, for who looks through everybody's. Every activity has an owner: only a query that
-- says so is served by this index, and none that seeks an owner, an account or a prospect is drawn to it.
CREATE INDEX activities_status_idx ON activities (status,starts_at_utc,id) WHERE deleted_at is null and owner_id > 0;

-- Of two indexes that would serve alike, the one made last is taken: what is planned is not to be looked for among all that somebody ever did.
DROP INDEX activities_planned_idx;
CREATE INDEX activities_planned_idx ON activities (owner_id,starts_at_utc,id) WHERE deleted_at is null and status = 'planned';

-- Activities are changed many at once too. Made anew because a check cannot be changed; a trigger that names a table must not be there meanwhile.
DROP TRIGGER bulks_follow_parked_job;
CREATE TABLE bulks_new (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  owner_id integer NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'activities')),
  deed text NOT NULL CHECK (deed in ('edit', 'undo')),
  address text,
  changes text NOT NULL CHECK (json_valid(changes)),
  batch_id text NOT NULL,
  undoes integer UNIQUE REFERENCES bulks(id) ON DELETE RESTRICT,
  state text NOT NULL CHECK (state in ('waiting', 'working', 'done', 'failed')),
  total integer DEFAULT 0 NOT NULL,
  created_at integer NOT NULL,
  finished_at integer,
  CHECK ((deed = 'undo') = (undoes is not null))
) STRICT;
INSERT INTO bulks_new (id, owner_id, list, deed, address, changes, batch_id, undoes, state, total, created_at, finished_at)
  SELECT id, owner_id, list, deed, address, changes, batch_id, undoes, state, total, created_at, finished_at FROM bulks;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'bulks') WHERE name = 'bulks_new';
DROP TABLE bulks;
ALTER TABLE bulks_new RENAME TO bulks;
CREATE TRIGGER bulks_follow_parked_job AFTER UPDATE OF state ON outbox WHEN NEW.state = 'parked' AND NEW.kind IN ('bulks.collect', 'bulks.apply') BEGIN
  UPDATE bulks SET state = 'failed', finished_at = NEW.finished_at WHERE id = NEW.payload ->> 'bulkId' AND state IN ('waiting', 'working');
END;
