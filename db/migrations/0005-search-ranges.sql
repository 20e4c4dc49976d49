-- Each kind has its own range of row numbers in the search, so that looking among one kind walks past no other.
DROP VIEW account_search;
DROP VIEW contact_search;
DROP VIEW prospect_search;
DROP VIEW catalog_item_search;
DROP TRIGGER accounts_access_update;
DROP TRIGGER accounts_search_update;
DROP TRIGGER accounts_access_delete;
DROP TRIGGER account_contacts_access_insert;
DROP TRIGGER account_contacts_access_delete;
DROP TRIGGER account_shares_access_insert;
DROP TRIGGER account_shares_access_delete;
DROP TRIGGER contacts_access_update;
DROP TRIGGER contacts_search_update;
DROP TRIGGER contacts_search_delete;
DROP TRIGGER prospects_search_update;
DROP TRIGGER prospects_search_delete;
DROP TRIGGER catalog_items_search_update;
DROP TRIGGER catalog_items_search_delete;

CREATE VIEW account_search AS
  SELECT a.id, a.id + (1 << 48) AS key, a.name AS title,
    concat_ws(' ', a.code, a.legal_name, a.tax_id_key, a.email, a.city, trim(a.phone_e164, '+'), replace(replace(replace(replace(replace(a.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')) AS body,
    coalesce((SELECT ' ' || group_concat(principal, ' ') || ' ' FROM account_access WHERE account_id = a.id), '') AS acl
  FROM accounts a WHERE a.deleted_at IS NULL;

CREATE VIEW contact_search AS
  SELECT c.id, c.id + (2 << 48) AS key, concat_ws(' ', c.given_name, c.family_name) AS title,
    concat_ws(' ', c.email, trim(c.phone_e164, '+'), replace(replace(replace(replace(replace(c.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')) AS body,
    coalesce(' u' || c.owner_id, '') || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM (SELECT DISTINCT principal FROM account_contacts ac JOIN account_access aa ON aa.account_id = ac.account_id WHERE ac.contact_id = c.id)), '') || ' ' AS acl
  FROM contacts c WHERE c.deleted_at IS NULL;

CREATE VIEW prospect_search AS
  SELECT p.id, p.id + (3 << 48) AS key, concat_ws(' ', p.person_name, p.company_name) AS title,
    concat_ws(' ', p.number, p.email, p.subject, trim(p.phone_e164, '+'), replace(replace(replace(replace(replace(p.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')) AS body,
    ' u' || p.owner_id || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM account_access WHERE account_id = p.account_id), '') || ' ' AS acl
  FROM prospects p WHERE p.deleted_at IS NULL;

CREATE VIEW catalog_item_search AS
  SELECT i.id, i.id + (4 << 48) AS key, i.name AS title, concat_ws(' ', i.code, i.description) AS body, ' everyone ' AS acl
  FROM catalog_items i WHERE i.deleted_at IS NULL;

CREATE TRIGGER accounts_access_update AFTER UPDATE OF owner_id, owner_group_id ON accounts BEGIN
  DELETE FROM account_access WHERE account_id = NEW.id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = NEW.id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = NEW.id;
  DELETE FROM search_words WHERE rowid = NEW.id + (1 << 48);
  DELETE FROM search_fragments WHERE rowid = NEW.id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.id) k CROSS JOIN prospect_search s ON s.id = k.id;
END;

CREATE TRIGGER accounts_search_update AFTER UPDATE OF name, code, legal_name, tax_id_key, email, city, phone, phone_e164, deleted_at ON accounts BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id + (1 << 48);
  DELETE FROM search_fragments WHERE rowid = NEW.id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
END;

CREATE TRIGGER accounts_access_delete AFTER DELETE ON accounts BEGIN
  DELETE FROM account_access WHERE account_id = OLD.id;
  DELETE FROM search_words WHERE rowid = OLD.id + (1 << 48);
  DELETE FROM search_fragments WHERE rowid = OLD.id + (1 << 48);
END;

CREATE TRIGGER account_contacts_access_insert AFTER INSERT ON account_contacts BEGIN
  DELETE FROM account_access WHERE account_id = NEW.account_id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = NEW.account_id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = NEW.account_id;
  DELETE FROM search_words WHERE rowid = NEW.account_id + (1 << 48);
  DELETE FROM search_fragments WHERE rowid = NEW.account_id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid = NEW.contact_id + (2 << 48);
  DELETE FROM search_fragments WHERE rowid = NEW.contact_id + (2 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.contact_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.contact_id;
END;

CREATE TRIGGER account_contacts_access_delete AFTER DELETE ON account_contacts BEGIN
  DELETE FROM account_access WHERE account_id = OLD.account_id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = OLD.account_id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = OLD.account_id;
  DELETE FROM search_words WHERE rowid = OLD.account_id + (1 << 48);
  DELETE FROM search_fragments WHERE rowid = OLD.account_id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid = OLD.contact_id + (2 << 48);
  DELETE FROM search_fragments WHERE rowid = OLD.contact_id + (2 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = OLD.contact_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = OLD.contact_id;
END;

CREATE TRIGGER account_shares_access_insert AFTER INSERT ON account_shares BEGIN
  DELETE FROM account_access WHERE account_id = NEW.account_id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = NEW.account_id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = NEW.account_id;
  DELETE FROM search_words WHERE rowid = NEW.account_id + (1 << 48);
  DELETE FROM search_fragments WHERE rowid = NEW.account_id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
END;

CREATE TRIGGER account_shares_access_delete AFTER DELETE ON account_shares BEGIN
  DELETE FROM account_access WHERE account_id = OLD.account_id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = OLD.account_id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = OLD.account_id;
  DELETE FROM search_words WHERE rowid = OLD.account_id + (1 << 48);
  DELETE FROM search_fragments WHERE rowid = OLD.account_id + (1 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
END;

CREATE TRIGGER contacts_access_update AFTER UPDATE OF owner_id, deleted_at ON contacts BEGIN
  DELETE FROM account_access WHERE account_id IN (SELECT account_id FROM account_contacts WHERE contact_id = NEW.id)
    AND NOT EXISTS (SELECT 1 FROM account_access_formula f WHERE f.account_id = account_access.account_id AND f.principal = account_access.principal);
  INSERT OR IGNORE INTO account_access (principal, account_id)
    SELECT f.principal, f.account_id FROM account_contacts ac CROSS JOIN account_access_formula f ON f.account_id = ac.account_id WHERE ac.contact_id = NEW.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (1 << 48) FROM (SELECT account_id AS id FROM account_contacts WHERE contact_id = NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT account_id AS id FROM account_contacts WHERE contact_id = NEW.id) k CROSS JOIN account_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (1 << 48) FROM (SELECT account_id AS id FROM account_contacts WHERE contact_id = NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT account_id AS id FROM account_contacts WHERE contact_id = NEW.id) k CROSS JOIN account_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT o.contact_id AS id FROM account_contacts ac JOIN account_contacts o ON o.account_id = ac.account_id WHERE ac.contact_id = NEW.id UNION SELECT NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT o.contact_id AS id FROM account_contacts ac JOIN account_contacts o ON o.account_id = ac.account_id WHERE ac.contact_id = NEW.id UNION SELECT NEW.id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (2 << 48) FROM (SELECT o.contact_id AS id FROM account_contacts ac JOIN account_contacts o ON o.account_id = ac.account_id WHERE ac.contact_id = NEW.id UNION SELECT NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT o.contact_id AS id FROM account_contacts ac JOIN account_contacts o ON o.account_id = ac.account_id WHERE ac.contact_id = NEW.id UNION SELECT NEW.id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT p.id FROM account_contacts ac JOIN prospects p ON p.account_id = ac.account_id WHERE ac.contact_id = NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT p.id FROM account_contacts ac JOIN prospects p ON p.account_id = ac.account_id WHERE ac.contact_id = NEW.id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id + (3 << 48) FROM (SELECT p.id FROM account_contacts ac JOIN prospects p ON p.account_id = ac.account_id WHERE ac.contact_id = NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT p.id FROM account_contacts ac JOIN prospects p ON p.account_id = ac.account_id WHERE ac.contact_id = NEW.id) k CROSS JOIN prospect_search s ON s.id = k.id;
END;

CREATE TRIGGER contacts_search_update AFTER UPDATE OF given_name, family_name, email, phone, phone_e164 ON contacts BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id + (2 << 48);
  DELETE FROM search_fragments WHERE rowid = NEW.id + (2 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.id;
END;

CREATE TRIGGER contacts_search_delete AFTER DELETE ON contacts BEGIN
  DELETE FROM search_words WHERE rowid = OLD.id + (2 << 48);
  DELETE FROM search_fragments WHERE rowid = OLD.id + (2 << 48);
END;

CREATE TRIGGER prospects_search_update AFTER UPDATE OF person_name, company_name, number, email, subject, phone, phone_e164, owner_id, account_id, deleted_at ON prospects BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id + (3 << 48);
  DELETE FROM search_fragments WHERE rowid = NEW.id + (3 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM prospect_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM prospect_search WHERE id = NEW.id;
END;

CREATE TRIGGER prospects_search_delete AFTER DELETE ON prospects BEGIN
  DELETE FROM search_words WHERE rowid = OLD.id + (3 << 48);
  DELETE FROM search_fragments WHERE rowid = OLD.id + (3 << 48);
END;

CREATE TRIGGER catalog_items_search_update AFTER UPDATE OF name, code, description, deleted_at ON catalog_items BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id + (4 << 48);
  DELETE FROM search_fragments WHERE rowid = NEW.id + (4 << 48);
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM catalog_item_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM catalog_item_search WHERE id = NEW.id;
END;

CREATE TRIGGER catalog_items_search_delete AFTER DELETE ON catalog_items BEGIN
  DELETE FROM search_words WHERE rowid = OLD.id + (4 << 48);
  DELETE FROM search_fragments WHERE rowid = OLD.id + (4 << 48);
END;

-- Gathers much before writing and merges once; afterwards it works as before.
INSERT INTO search_words (search_words) VALUES ('delete-all');
INSERT INTO search_words (search_words, rank) VALUES ('automerge', 0);
INSERT INTO search_words (search_words, rank) VALUES ('hashsize', 268435456);
INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search ORDER BY key;
INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search ORDER BY key;
INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM prospect_search ORDER BY key;
INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM catalog_item_search ORDER BY key;
INSERT INTO search_words (search_words) VALUES ('optimize');
INSERT INTO search_words (search_words, rank) VALUES ('automerge', 4);
INSERT INTO search_words (search_words, rank) VALUES ('hashsize', 1048576);
INSERT INTO search_fragments (search_fragments) VALUES ('delete-all');
INSERT INTO search_fragments (search_fragments, rank) VALUES ('automerge', 0);
INSERT INTO search_fragments (search_fragments, rank) VALUES ('hashsize', 268435456);
INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search ORDER BY key;
INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search ORDER BY key;
INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM prospect_search ORDER BY key;
INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM catalog_item_search ORDER BY key;
INSERT INTO search_fragments (search_fragments) VALUES ('optimize');
INSERT INTO search_fragments (search_fragments, rank) VALUES ('automerge', 4);
INSERT INTO search_fragments (search_fragments, rank) VALUES ('hashsize', 1048576);
