-- expect: pipelines any
-- expect: pipeline_stages any
-- expect: profile_grants any
-- What may be sold, to whom, for how much and by when. It stands in a stage of a pipeline until it is won or lost.
CREATE TABLE pipelines (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  name text NOT NULL,
  position integer DEFAULT 0 NOT NULL,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL
) STRICT;

CREATE TABLE pipeline_stages (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  pipeline_id integer NOT NULL REFERENCES pipelines(id) ON DELETE RESTRICT,
  name text NOT NULL,
  probability integer NOT NULL,
  rot_days integer,
  position integer DEFAULT 0 NOT NULL,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT pipeline_stages_probability CHECK (probability between 0 and 100),
  CONSTRAINT pipeline_stages_rot CHECK (rot_days between 1 and 999)
) STRICT;
CREATE INDEX pipeline_stages_pipeline_idx ON pipeline_stages (pipeline_id,position);

CREATE TABLE opportunities (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  account_id integer NOT NULL REFERENCES accounts(id) ON DELETE RESTRICT,
  contact_id integer REFERENCES contacts(id) ON DELETE RESTRICT,
  prospect_id integer REFERENCES prospects(id) ON DELETE RESTRICT,
  owner_id integer NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
  created_by integer REFERENCES users(id) ON DELETE RESTRICT,
  stage_id integer NOT NULL REFERENCES pipeline_stages(id) ON DELETE RESTRICT,
  stage_entered_on text NOT NULL,
  status text DEFAULT 'open' NOT NULL CHECK (status in ('open', 'won', 'lost')),
  currency text NOT NULL,
  amount_minor integer DEFAULT 0 NOT NULL,
  expected_close_on text NOT NULL,
  closed_at integer,
  lost_reason_id integer REFERENCES picklist_options(id) ON DELETE RESTRICT,
  competitors text,
  notes text,
  deleted_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT opportunities_closed CHECK ((status = 'open') = (closed_at is null)),
  CONSTRAINT opportunities_lost CHECK ((status = 'lost') = (lost_reason_id is not null)),
  CONSTRAINT opportunities_amount CHECK (amount_minor >= 0)
) STRICT;
CREATE INDEX opportunities_stage_idx ON opportunities (stage_id,expected_close_on,id) WHERE deleted_at is null and status = 'open';
CREATE INDEX opportunities_status_idx ON opportunities (status,expected_close_on,id) WHERE deleted_at is null;
CREATE INDEX opportunities_list_idx ON opportunities (expected_close_on,id) WHERE deleted_at is null;
CREATE INDEX opportunities_name_idx ON opportunities (name_key,id) WHERE deleted_at is null;
CREATE INDEX opportunities_amount_idx ON opportunities (amount_minor,id) WHERE deleted_at is null;
CREATE INDEX opportunities_owner_idx ON opportunities (owner_id,status,expected_close_on,id);
CREATE INDEX opportunities_account_idx ON opportunities (account_id,id);
CREATE INDEX opportunities_contact_idx ON opportunities (contact_id) WHERE contact_id is not null;
CREATE INDEX opportunities_prospect_idx ON opportunities (prospect_id) WHERE prospect_id is not null;
CREATE INDEX opportunities_trash_idx ON opportunities (deleted_at,id) WHERE deleted_at is not null;

CREATE TABLE opportunity_items (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  opportunity_id integer NOT NULL REFERENCES opportunities(id) ON DELETE CASCADE,
  position integer NOT NULL,
  item_id integer REFERENCES catalog_items(id) ON DELETE RESTRICT,
  description text NOT NULL,
  quantity text NOT NULL,
  unit_price text NOT NULL
) STRICT;
CREATE INDEX opportunity_items_opportunity_idx ON opportunity_items (opportunity_id,position);

CREATE TABLE opportunity_stays (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  opportunity_id integer NOT NULL REFERENCES opportunities(id) ON DELETE CASCADE,
  stage_id integer NOT NULL REFERENCES pipeline_stages(id) ON DELETE RESTRICT,
  entered_at integer NOT NULL,
  left_at integer
) STRICT;
CREATE INDEX opportunity_stays_opportunity_idx ON opportunity_stays (opportunity_id,id);

-- A paper may be made of an opportunity; whether an accepted quote wins it is for the company to say.
ALTER TABLE documents ADD COLUMN opportunity_id INTEGER REFERENCES opportunities(id) ON DELETE RESTRICT;
CREATE INDEX documents_opportunity_idx ON documents (opportunity_id) WHERE opportunity_id is not null;
ALTER TABLE company ADD COLUMN wins_by_quote INTEGER NOT NULL DEFAULT 1 CHECK (wins_by_quote in (0, 1));

-- A company that is there already begins with the pipeline that a new one has.
INSERT INTO pipelines (name, position, created_at, updated_at) SELECT 'Ventas', 0, updated_at, updated_at FROM company;
INSERT INTO pipeline_stages (pipeline_id, name, probability, rot_days, position, created_at, updated_at)
  SELECT p.id, s.column1, s.column2, s.column3, s.column4, p.created_at, p.updated_at FROM pipelines p CROSS JOIN
    (VALUES ('Prospección', 10, 14, 0), ('Diagnóstico', 25, 14, 1), ('Propuesta', 50, 21, 2), ('Negociación', 75, 21, 3), ('Cierre', 90, 14, 4)) s;

-- They are a module: whoever works with prospects works with them alike. Made anew because a check cannot be changed.
CREATE TABLE profile_grants_new (
  profile_id integer NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
  module text NOT NULL CHECK (module in ('prospects', 'opportunities', 'activities', 'accounts', 'contacts', 'catalog', 'quotes', 'orders', 'invoices', 'receipts', 'imports', 'users', 'settings')),
  verb text NOT NULL CHECK (verb in ('view', 'create', 'edit', 'delete', 'assign', 'export', 'import', 'send', 'issue', 'void', 'collect', 'configure')),
  reach text NOT NULL CHECK (reach in ('own', 'group', 'subordinates', 'all')),
  PRIMARY KEY (profile_id, module, verb)
) STRICT;
INSERT INTO profile_grants_new (profile_id, module, verb, reach) SELECT profile_id, module, verb, reach FROM profile_grants;
INSERT INTO profile_grants_new (profile_id, module, verb, reach)
  SELECT profile_id, 'opportunities', verb, reach FROM profile_grants WHERE module = 'prospects' AND verb IN ('view', 'create', 'edit', 'delete', 'assign', 'export');
DROP TABLE profile_grants;
ALTER TABLE profile_grants_new RENAME TO profile_grants;

-- They are a list, with columns, views, files and changes of many.
CREATE TABLE list_columns_new (
  user_id integer NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'opportunities', 'activities', 'quotes', 'orders', 'invoices', 'receipts', 'catalog', 'mails')),
  columns text NOT NULL CHECK (json_valid(columns)),
  PRIMARY KEY (user_id, list)
) STRICT, WITHOUT ROWID;
INSERT INTO list_columns_new (user_id, list, columns) SELECT user_id, list, columns FROM list_columns;
DROP TABLE list_columns;
ALTER TABLE list_columns_new RENAME TO list_columns;

CREATE TABLE saved_views_new (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'opportunities', 'activities', 'quotes', 'orders', 'invoices', 'receipts', 'catalog', 'mails')),
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
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'opportunities', 'activities', 'quotes', 'orders', 'invoices', 'receipts', 'catalog', 'mails')),
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

DROP TRIGGER bulks_follow_parked_job;
CREATE TABLE bulks_new (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  owner_id integer NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'opportunities', 'activities', 'quotes', 'orders', 'invoices', 'receipts', 'catalog')),
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

-- Files hang on them too.
DROP TRIGGER documents_attachments_move;
DROP TRIGGER prospects_attachments_move;
DROP TRIGGER activities_attachments_move;
CREATE TABLE attachments_new (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  record_kind TEXT NOT NULL CHECK (record_kind IN ('account', 'contact', 'prospect', 'opportunity', 'activity', 'catalog_item', 'quote', 'order', 'delivery_note', 'delivery_return', 'invoice', 'debit_note', 'credit_note', 'receipt')),
  record_id INTEGER NOT NULL,
  account_id INTEGER REFERENCES accounts(id),
  file_id INTEGER NOT NULL REFERENCES files(id),
  thumbnail_id INTEGER REFERENCES files(id),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  created_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES users(id),
  deleted_at INTEGER
) STRICT;
INSERT INTO attachments_new (id, record_kind, record_id, account_id, file_id, thumbnail_id, bytes, created_at, created_by, deleted_at)
  SELECT id, record_kind, record_id, account_id, file_id, thumbnail_id, bytes, created_at, created_by, deleted_at FROM attachments;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'attachments') WHERE name = 'attachments_new';
DROP TABLE attachments;
ALTER TABLE attachments_new RENAME TO attachments;
CREATE INDEX attachments_record_idx ON attachments (record_kind, record_id, id);
CREATE INDEX attachments_account_idx ON attachments (account_id, id);
CREATE INDEX attachments_file_idx ON attachments (file_id);
CREATE INDEX attachments_thumbnail_idx ON attachments (thumbnail_id);
CREATE INDEX attachments_room_idx ON attachments (deleted_at, bytes);

-- What hangs on a record goes with it to another account.
CREATE TRIGGER documents_attachments_move AFTER UPDATE OF account_id ON documents WHEN NEW.account_id IS NOT OLD.account_id BEGIN
  UPDATE attachments SET account_id = NEW.account_id WHERE record_kind = NEW.kind AND record_id = NEW.id;
END;

CREATE TRIGGER prospects_attachments_move AFTER UPDATE OF account_id ON prospects WHEN NEW.account_id IS NOT OLD.account_id BEGIN
  UPDATE attachments SET account_id = NEW.account_id WHERE record_kind = 'prospect' AND record_id = NEW.id;
END;

CREATE TRIGGER activities_attachments_move AFTER UPDATE OF account_id ON activities WHEN NEW.account_id IS NOT OLD.account_id BEGIN
  UPDATE attachments SET account_id = NEW.account_id WHERE record_kind = 'activity' AND record_id = NEW.id;
END;
CREATE TRIGGER opportunities_attachments_move AFTER UPDATE OF account_id ON opportunities WHEN NEW.account_id IS NOT OLD.account_id BEGIN
  UPDATE attachments SET account_id = NEW.account_id WHERE record_kind = 'opportunity' AND record_id = NEW.id;
END;

-- They are found by their name and by who competes for them.
CREATE VIEW opportunity_search AS
  SELECT o.id, o.id + (5 << 48) AS key, o.name AS title, concat_ws(' ', o.competitors) AS body,
    ' u' || o.owner_id || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM account_access WHERE account_id = o.account_id), '') || ' ' AS acl
  FROM opportunities o WHERE o.deleted_at IS NULL;
CREATE TRIGGER opportunities_search_insert AFTER INSERT ON opportunities BEGIN
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM opportunity_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM opportunity_search WHERE id = NEW.id;
END;
CREATE TRIGGER opportunities_search_update AFTER UPDATE OF name, competitors, owner_id, account_id, deleted_at ON opportunities BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id + (5 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM opportunity_search WHERE id = NEW.id;
  DELETE FROM search_fragments WHERE rowid = NEW.id + (5 << 48);
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM opportunity_search WHERE id = NEW.id;
END;
CREATE TRIGGER opportunities_search_delete AFTER DELETE ON opportunities BEGIN
  DELETE FROM search_words WHERE rowid = OLD.id + (5 << 48);
  DELETE FROM search_fragments WHERE rowid = OLD.id + (5 << 48);
END;
CREATE TRIGGER account_access_opportunities_insert AFTER INSERT ON account_access BEGIN
  DELETE FROM search_words WHERE rowid IN (SELECT id + (5 << 48) FROM (SELECT id FROM opportunities WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM opportunities WHERE account_id = NEW.account_id) k CROSS JOIN opportunity_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (5 << 48) FROM (SELECT id FROM opportunities WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM opportunities WHERE account_id = NEW.account_id) k CROSS JOIN opportunity_search s ON s.id = k.id;
END;
CREATE TRIGGER account_access_opportunities_delete AFTER DELETE ON account_access BEGIN
  DELETE FROM search_words WHERE rowid IN (SELECT id + (5 << 48) FROM (SELECT id FROM opportunities WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM opportunities WHERE account_id = OLD.account_id) k CROSS JOIN opportunity_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (5 << 48) FROM (SELECT id FROM opportunities WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM opportunities WHERE account_id = OLD.account_id) k CROSS JOIN opportunity_search s ON s.id = k.id;
END;
