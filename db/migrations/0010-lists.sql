-- Lists: chosen columns, saved views, bulk deeds, exports.
CREATE TABLE list_columns (
  user_id integer NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'quotes', 'orders', 'invoices', 'receipts', 'catalog')),
  columns text NOT NULL CHECK (json_valid(columns)),
  PRIMARY KEY (user_id, list)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_views (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'quotes', 'orders', 'invoices', 'receipts', 'catalog')),
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
CREATE INDEX saved_views_list_idx ON saved_views (list, name);

CREATE TABLE default_views (
  role_id integer NOT NULL REFERENCES roles(id) ON DELETE CASCADE,
  list text NOT NULL,
  view_id integer NOT NULL REFERENCES saved_views(id) ON DELETE CASCADE,
  PRIMARY KEY (role_id, list)
) STRICT, WITHOUT ROWID;
CREATE INDEX default_views_view_idx ON default_views (view_id);

CREATE TABLE list_exports (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  owner_id integer NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'quotes', 'orders', 'invoices', 'receipts', 'catalog')),
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
CREATE INDEX list_exports_owner_idx ON list_exports (owner_id, id);
CREATE INDEX list_exports_file_idx ON list_exports (file_id);

CREATE TABLE bulks (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  owner_id integer NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects')),
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

CREATE TABLE bulk_rows (
  bulk_id integer NOT NULL REFERENCES bulks(id) ON DELETE CASCADE,
  record_id integer NOT NULL,
  outcome text CHECK (outcome in ('changed', 'unchanged', 'refused', 'kept')),
  reasons text CHECK (reasons is null or json_valid(reasons)),
  PRIMARY KEY (bulk_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_rows_outcome_idx ON bulk_rows (bulk_id, outcome, record_id);

-- Work nobody goes on with any more is not waited for.
CREATE TRIGGER bulks_follow_parked_job AFTER UPDATE OF state ON outbox WHEN NEW.state = 'parked' AND NEW.kind IN ('bulks.collect', 'bulks.apply') BEGIN
  UPDATE bulks SET state = 'failed', finished_at = NEW.finished_at WHERE id = NEW.payload ->> 'bulkId' AND state IN ('waiting', 'working');
END;
CREATE TRIGGER list_exports_follow_parked_job AFTER UPDATE OF state ON outbox WHEN NEW.state = 'parked' AND NEW.kind = 'exports.write' BEGIN
  UPDATE list_exports SET state = 'failed' WHERE id = NEW.payload ->> 'exportId' AND state IN ('waiting', 'working');
END;
