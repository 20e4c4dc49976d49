-- Timeline, comments, notices, recurring work.
-- Work that comes again: the clock and the day it began on. The nth time is counted from there, never from the last one.
CREATE TABLE repetitions (
	id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
	unit TEXT NOT NULL,
	every INTEGER NOT NULL DEFAULT 1,
	is_all_day INTEGER NOT NULL DEFAULT 0,
	starts_at TEXT NOT NULL,
	ends_at TEXT NOT NULL,
	zone TEXT NOT NULL,
	first_occurrence INTEGER NOT NULL DEFAULT 0,
	until_on TEXT,
	next_occurrence INTEGER NOT NULL,
	ended_at INTEGER,
	created_at INTEGER NOT NULL,
	CONSTRAINT repetitions_every CHECK(every between 1 and 99)
) STRICT;

ALTER TABLE activities ADD COLUMN pinned_at INTEGER;
ALTER TABLE activities ADD COLUMN repetition_id INTEGER REFERENCES repetitions(id);
ALTER TABLE activities ADD COLUMN occurrence INTEGER;
ALTER TABLE activities ADD COLUMN remind_minutes INTEGER;
-- The instant of a reminder still to be told: null once it was, or once there is nothing left to remind of.
ALTER TABLE activities ADD COLUMN remind_at INTEGER;
CREATE INDEX activities_pinned_idx ON activities (account_id) WHERE pinned_at is not null;
CREATE UNIQUE INDEX activities_occurrence_idx ON activities (repetition_id,occurrence) WHERE repetition_id is not null;
CREATE INDEX activities_remind_idx ON activities (remind_at,id) WHERE remind_at is not null;

CREATE TABLE notices (
	id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
	user_id INTEGER NOT NULL REFERENCES users(id),
	kind TEXT NOT NULL,
	actor_id INTEGER REFERENCES users(id),
	subject_kind TEXT,
	subject_id INTEGER,
	href TEXT,
	said TEXT,
	created_at INTEGER NOT NULL,
	read_at INTEGER
) STRICT;
CREATE INDEX notices_user_idx ON notices (user_id,id);
CREATE INDEX notices_unread_idx ON notices (user_id) WHERE read_at is null;
