-- The trash is read by itself, the last first. What lives has no entry here.
CREATE INDEX accounts_trash_idx ON accounts (deleted_at,id) WHERE deleted_at is not null;
CREATE INDEX contacts_trash_idx ON contacts (deleted_at,id) WHERE deleted_at is not null;
CREATE INDEX prospects_trash_idx ON prospects (deleted_at,id) WHERE deleted_at is not null;
CREATE INDEX activities_trash_idx ON activities (deleted_at,id) WHERE deleted_at is not null;
