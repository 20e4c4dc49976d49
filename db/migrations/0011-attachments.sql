-- Files and images on any record. The company's room for them is a setting.
ALTER TABLE company ADD COLUMN files_room_mb INTEGER NOT NULL DEFAULT 5000;

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  record_kind TEXT NOT NULL CHECK (record_kind IN ('account', 'contact', 'prospect', 'activity', 'catalog_item', 'quote', 'order', 'delivery_note', 'delivery_return', 'invoice', 'debit_note', 'credit_note', 'receipt')),
  record_id INTEGER NOT NULL,
  account_id INTEGER REFERENCES accounts(id),
  file_id INTEGER NOT NULL REFERENCES files(id),
  thumbnail_id INTEGER REFERENCES files(id),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  created_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES users(id),
  deleted_at INTEGER
) STRICT;

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

-- The words that the search knows, one seek away each: a beginning is looked up as the words it stands for.
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search_words, instance);

-- What was said and noted of activities, found by the beginning of words, by whoever may see it.
CREATE VIRTUAL TABLE activity_words USING fts5(title, body, acl, content='', contentless_delete=1, detail=column, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE activity_terms USING fts5vocab(activity_words, instance);

CREATE VIEW activity_search AS
  SELECT a.id, a.id AS key, a.subject AS title, concat_ws(' ', a.notes, a.result) AS body,
    ' u' || a.owner_id
      || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM account_access WHERE account_id = a.account_id), '')
      || coalesce((SELECT ' u' || p.owner_id || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM account_access WHERE account_id = p.account_id), '')
           FROM prospects p WHERE p.id = a.prospect_id), '') || ' ' AS acl
  FROM activities a WHERE a.deleted_at IS NULL;

CREATE TRIGGER activities_search_insert AFTER INSERT ON activities BEGIN
  INSERT INTO activity_words (rowid, title, body, acl) SELECT key, title, body, acl FROM activity_search WHERE id = NEW.id;
END;

CREATE TRIGGER activities_search_update AFTER UPDATE OF subject, notes, result, owner_id, account_id, prospect_id, deleted_at ON activities BEGIN
  DELETE FROM activity_words WHERE rowid = NEW.id;
  INSERT INTO activity_words (rowid, title, body, acl) SELECT key, title, body, acl FROM activity_search WHERE id = NEW.id;
END;

CREATE TRIGGER activities_search_delete AFTER DELETE ON activities BEGIN
  DELETE FROM activity_words WHERE rowid = OLD.id;
END;

CREATE TRIGGER prospects_activities_search_update AFTER UPDATE OF owner_id, account_id ON prospects BEGIN
  DELETE FROM activity_words WHERE rowid IN (SELECT id FROM activities WHERE prospect_id = NEW.id);
  INSERT INTO activity_words (rowid, title, body, acl)
    SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM activities WHERE prospect_id = NEW.id) k CROSS JOIN activity_search s ON s.id = k.id;
END;

CREATE TRIGGER account_access_activities_insert AFTER INSERT ON account_access BEGIN
  DELETE FROM activity_words WHERE rowid IN (SELECT id FROM activities WHERE account_id = NEW.account_id
    UNION SELECT a.id FROM prospects p JOIN activities a ON a.prospect_id = p.id WHERE p.account_id = NEW.account_id);
  INSERT INTO activity_words (rowid, title, body, acl)
    SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM activities WHERE account_id = NEW.account_id
      UNION SELECT a.id FROM prospects p JOIN activities a ON a.prospect_id = p.id WHERE p.account_id = NEW.account_id) k CROSS JOIN activity_search s ON s.id = k.id;
END;

CREATE TRIGGER account_access_activities_delete AFTER DELETE ON account_access BEGIN
  DELETE FROM activity_words WHERE rowid IN (SELECT id FROM activities WHERE account_id = OLD.account_id
    UNION SELECT a.id FROM prospects p JOIN activities a ON a.prospect_id = p.id WHERE p.account_id = OLD.account_id);
  INSERT INTO activity_words (rowid, title, body, acl)
    SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM activities WHERE account_id = OLD.account_id
      UNION SELECT a.id FROM prospects p JOIN activities a ON a.prospect_id = p.id WHERE p.account_id = OLD.account_id) k CROSS JOIN activity_search s ON s.id = k.id;
END;

INSERT INTO activity_words (activity_words, rank) VALUES ('automerge', 0);
INSERT INTO activity_words (activity_words, rank) VALUES ('hashsize', 268435456);
INSERT INTO activity_words (rowid, title, body, acl) SELECT key, title, body, acl FROM activity_search ORDER BY key;
INSERT INTO activity_words (activity_words) VALUES ('optimize');
INSERT INTO activity_words (activity_words, rank) VALUES ('automerge', 4);
INSERT INTO activity_words (activity_words, rank) VALUES ('hashsize', 1048576);
