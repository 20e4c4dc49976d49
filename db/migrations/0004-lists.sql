-- A list tells from an index alone whether there are too many to add up.
CREATE INDEX documents_owner_list_idx ON documents (kind,owner_id,issued_on,id) WHERE deleted_at is null and is_current = 1;
CREATE INDEX documents_owner_open_idx ON documents (kind,owner_id,due_on) WHERE deleted_at is null and is_current = 1 and balance_minor > 0;
CREATE INDEX documents_status_idx ON documents (kind,status,owner_id,valid_until,id) WHERE deleted_at is null and is_current = 1;

-- What is owed stands in what is left to pay alone: drafts and voided papers owe nothing.
-- Made after the others: of two that serve alike SQLite takes the one made last.
DROP INDEX documents_open_idx;
CREATE INDEX documents_open_idx ON documents (kind,due_on,id) WHERE deleted_at is null and is_current = 1 and balance_minor > 0;

-- The calendar looks for what lasts more than a day apart from what a day holds.
CREATE INDEX activities_long_idx ON activities (starts_at_utc,id) WHERE deleted_at is null and ends_at_utc > starts_at_utc + 86400000;
