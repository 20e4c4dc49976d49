-- The log of mails is a list like the others. Made anew because a check cannot be changed.
CREATE TABLE list_columns_new (
  user_id integer NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'activities', 'quotes', 'orders', 'invoices', 'receipts', 'catalog', 'mails')),
  columns text NOT NULL CHECK (json_valid(columns)),
  PRIMARY KEY (user_id, list)
) STRICT, WITHOUT ROWID;
INSERT INTO list_columns_new (user_id, list, columns) SELECT user_id, list, columns FROM list_columns;
DROP TABLE list_columns;
ALTER TABLE list_columns_new RENAME TO list_columns;

CREATE TABLE saved_views_new (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'activities', 'quotes', 'orders', 'invoices', 'receipts', 'catalog', 'mails')),
  name text NOT NULL,
  owner_id integer NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
  audience text NOT NULL CHECK (audience in ('private', 'group', 'all')),
  group_id integer REFERENCES groups(id) ON DELETE RESTRICT,
  address text NOT NULL,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CHECK ((audience = 'group') = (group_id is not null))
) STRICT;
INSERT INTO saved_views_new (id, list, name, owner_id, audience, group_id, address, created_at, updated_at, version)
  SELECT id, list, name, owner_id, audience, group_id, address, created_at, updated_at, version FROM saved_views;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'saved_views') WHERE name = 'saved_views_new';
DROP TABLE saved_views;
ALTER TABLE saved_views_new RENAME TO saved_views;
CREATE INDEX saved_views_list_idx ON saved_views (list, name);

-- A trigger that names a table must not be there while the table is another.
DROP TRIGGER list_exports_follow_parked_job;
CREATE TABLE list_exports_new (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  owner_id integer NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'activities', 'quotes', 'orders', 'invoices', 'receipts', 'catalog', 'mails')),
  address text NOT NULL,
  columns text NOT NULL CHECK (json_valid(columns)),
  format text NOT NULL CHECK (format in ('xlsx', 'csv')),
  state text NOT NULL CHECK (state in ('waiting', 'working', 'done', 'failed')),
  rows integer,
  file_id integer REFERENCES files(id) ON DELETE RESTRICT,
  sight_sha256 text,
  expires_at integer NOT NULL,
  created_at integer NOT NULL
) STRICT;
INSERT INTO list_exports_new (id, owner_id, list, address, columns, format, state, rows, file_id, sight_sha256, expires_at, created_at)
  SELECT id, owner_id, list, address, columns, format, state, rows, file_id, sight_sha256, expires_at, created_at FROM list_exports;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'list_exports') WHERE name = 'list_exports_new';
DROP TABLE list_exports;
ALTER TABLE list_exports_new RENAME TO list_exports;
CREATE INDEX list_exports_owner_idx ON list_exports (owner_id, id);
CREATE INDEX list_exports_file_idx ON list_exports (file_id);
CREATE TRIGGER list_exports_follow_parked_job AFTER UPDATE OF state ON outbox WHEN NEW.state = 'parked' AND NEW.kind = 'exports.write' BEGIN
  UPDATE list_exports SET state = 'failed' WHERE id = NEW.payload ->> 'exportId' AND state IN ('waiting', 'working');
END;

-- What somebody had typed of a mail while they added files to it; it lives a day.
CREATE TABLE mail_drafts (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  user_id integer NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  typed text NOT NULL CHECK (json_valid(typed)),
  created_at integer NOT NULL
) STRICT;
CREATE INDEX mail_drafts_user_idx ON mail_drafts (user_id);
CREATE INDEX mail_drafts_created_idx ON mail_drafts (created_at);
