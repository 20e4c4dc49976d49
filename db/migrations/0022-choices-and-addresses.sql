-- Origins have a colour, as every other list of choices.
ALTER TABLE origins ADD COLUMN color text CHECK (color in ('pizarra', 'grafito', 'arena', 'ladrillo', 'coral', 'ambar', 'oliva', 'verde', 'menta', 'turquesa', 'cielo', 'azul', 'indigo', 'violeta', 'magenta', 'rosa'));

-- The catalog is changed many at once too, and of papers whose they are. Made anew because a check cannot be changed; a trigger that names a table must not be there meanwhile.
DROP TRIGGER bulks_follow_parked_job;
CREATE TABLE bulks_new (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  owner_id integer NOT NULL REFERENCES users(id) ON DELETE RESTRICT,
  list text NOT NULL CHECK (list in ('accounts', 'contacts', 'prospects', 'activities', 'quotes', 'orders', 'invoices', 'receipts', 'catalog')),
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

-- Whoever is looked for is found by their other addresses too. Only those who have some are gathered anew.
DROP VIEW account_search;
CREATE VIEW account_search AS
  SELECT a.id, a.id + (1 << 48) AS key, a.name AS title,
    concat_ws(' ', a.code, a.legal_name, a.tax_id_key, a.email, a.city, trim(a.phone_e164, '+'), replace(replace(replace(replace(replace(a.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''),
      (SELECT group_concat(concat_ws(' ', trim(p.value_key, '+'), iif(p.kind = 'phone', replace(replace(replace(replace(replace(p.value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), NULL)), ' ') FROM contact_points p WHERE p.account_id = a.id),
      (SELECT group_concat(concat_ws(' ', o.address, o.city), ' ') FROM account_addresses o WHERE o.account_id = a.id)) AS body,
    coalesce((SELECT ' ' || group_concat(principal, ' ') || ' ' FROM account_access WHERE account_id = a.id), '') AS acl
  FROM accounts a WHERE a.deleted_at IS NULL;

CREATE TRIGGER account_addresses_search_insert AFTER INSERT ON account_addresses BEGIN
  DELETE FROM search_words WHERE rowid = NEW.account_id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  DELETE FROM search_fragments WHERE rowid = NEW.account_id + (1 << 48);
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
END;
CREATE TRIGGER account_addresses_search_update AFTER UPDATE ON account_addresses BEGIN
  DELETE FROM search_words WHERE rowid = NEW.account_id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  DELETE FROM search_fragments WHERE rowid = NEW.account_id + (1 << 48);
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
END;
CREATE TRIGGER account_addresses_search_delete AFTER DELETE ON account_addresses BEGIN
  DELETE FROM search_words WHERE rowid = OLD.account_id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  DELETE FROM search_fragments WHERE rowid = OLD.account_id + (1 << 48);
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
END;

DELETE FROM search_words WHERE rowid IN (SELECT account_id + (1 << 48) FROM account_addresses);
INSERT INTO search_words (rowid, title, body, acl)
  SELECT s.key, s.title, s.body, s.acl FROM (SELECT DISTINCT account_id AS id FROM account_addresses) k CROSS JOIN account_search s ON s.id = k.id;
DELETE FROM search_fragments WHERE rowid IN (SELECT account_id + (1 << 48) FROM account_addresses);
INSERT INTO search_fragments (rowid, title, body, acl)
  SELECT s.key, s.title, s.body, s.acl FROM (SELECT DISTINCT account_id AS id FROM account_addresses) k CROSS JOIN account_search s ON s.id = k.id;
