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
