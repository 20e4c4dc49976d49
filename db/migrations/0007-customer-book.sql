-- The customer book: every field of accounts and contacts, and their lists of choices.
-- expect: picklist_options any
-- expect: origin_totals any

-- The way in which a phone or a mailbox is used; of the main ones it stands beside them.
ALTER TABLE accounts ADD COLUMN phone_use text CHECK (phone_use in ('mobile', 'work', 'home', 'fax', 'personal', 'billing', 'other'));
ALTER TABLE accounts ADD COLUMN email_use text CHECK (email_use in ('mobile', 'work', 'home', 'fax', 'personal', 'billing', 'other'));
ALTER TABLE accounts ADD COLUMN interest_id integer REFERENCES picklist_options(id) ON DELETE RESTRICT;
ALTER TABLE contacts ADD COLUMN phone_use text CHECK (phone_use in ('mobile', 'work', 'home', 'fax', 'personal', 'billing', 'other'));
ALTER TABLE contacts ADD COLUMN email_use text CHECK (email_use in ('mobile', 'work', 'home', 'fax', 'personal', 'billing', 'other'));
ALTER TABLE account_contacts ADD COLUMN since_on text;
ALTER TABLE account_contacts ADD COLUMN until_on text;
ALTER TABLE company ADD COLUMN contacts_need_account integer DEFAULT 1 NOT NULL CHECK (contacts_need_account in (0, 1));

-- Another list of choices, and a version for whoever changes them. Made anew because a check cannot be changed.
CREATE TABLE picklist_options_new (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  list text NOT NULL CHECK (list in ('contact_channel', 'industry', 'account_category', 'interest_level', 'lost_reason', 'relation_role')),
  code text NOT NULL,
  name text NOT NULL,
  color text CHECK (color in ('pizarra', 'grafito', 'arena', 'ladrillo', 'coral', 'ambar', 'oliva', 'verde', 'menta', 'turquesa', 'cielo', 'azul', 'indigo', 'violeta', 'magenta', 'rosa')),
  position integer DEFAULT 0 NOT NULL,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  version integer DEFAULT 1 NOT NULL
) STRICT;
INSERT INTO picklist_options_new (id, list, code, name, color, position, is_active) SELECT id, list, code, name, color, position, is_active FROM picklist_options;
DROP TABLE picklist_options;
ALTER TABLE picklist_options_new RENAME TO picklist_options;
CREATE UNIQUE INDEX picklist_options_code_idx ON picklist_options (list,code);
CREATE INDEX picklist_options_list_idx ON picklist_options (list,position);
INSERT INTO picklist_options (list, code, name, color, position)
  SELECT 'interest_level', column1, column2, column3, column4 FROM (VALUES ('01', 'Alto', 'verde', 0), ('02', 'Medio', 'ambar', 1), ('03', 'Bajo', 'pizarra', 2))
  WHERE EXISTS (SELECT 1 FROM company);

-- The phones and mailboxes of an account or a contact besides the main ones.
CREATE TABLE contact_points (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  account_id integer,
  contact_id integer,
  kind text NOT NULL CHECK (kind in ('phone', 'email')),
  use text CHECK (use in ('mobile', 'work', 'home', 'fax', 'personal', 'billing', 'other')),
  value text NOT NULL,
  value_key text,
  position integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  CONSTRAINT contact_points_one_holder CHECK((account_id is null) <> (contact_id is null))
) STRICT;
CREATE INDEX contact_points_account_idx ON contact_points (account_id,position) WHERE account_id is not null;
CREATE INDEX contact_points_contact_idx ON contact_points (contact_id,position) WHERE contact_id is not null;
CREATE INDEX contact_points_key_idx ON contact_points (value_key) WHERE value_key is not null;

-- How many came by each origin, to whom they belong, and what was invoiced to them: counted as they come, since a million is too many to count at a look.
CREATE TABLE origin_totals (
  origin_id integer NOT NULL,
  owner_id integer NOT NULL,
  measure text NOT NULL CHECK (measure in ('accounts', 'contacts', 'prospects', 'won', 'invoiced')),
  currency text NOT NULL,
  total integer NOT NULL,
  PRIMARY KEY(origin_id, owner_id, measure, currency),
  FOREIGN KEY (origin_id) REFERENCES origins(id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE VIEW origin_totals_formula AS
  SELECT origin_id, coalesce(owner_id, 0) AS owner_id, 'accounts' AS measure, '' AS currency, count(*) AS total FROM accounts WHERE origin_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2
  UNION ALL SELECT origin_id, coalesce(owner_id, 0), 'contacts', '', count(*) FROM contacts WHERE origin_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2
  UNION ALL SELECT origin_id, owner_id, 'prospects', '', count(*) FROM prospects WHERE origin_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2
  UNION ALL SELECT origin_id, owner_id, 'won', '', count(*) FROM prospects WHERE origin_id IS NOT NULL AND deleted_at IS NULL AND status = 'converted' GROUP BY 1, 2
  UNION ALL SELECT a.origin_id, coalesce(a.owner_id, 0), 'invoiced', b.currency, sum(b.invoiced_minor) FROM accounts a JOIN account_balances b ON b.account_id = a.id WHERE a.origin_id IS NOT NULL AND a.deleted_at IS NULL GROUP BY 1, 2, 4;
INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT origin_id, owner_id, measure, currency, total FROM origin_totals_formula WHERE total <> 0;

CREATE TRIGGER accounts_origin_insert AFTER INSERT ON accounts WHEN NEW.origin_id IS NOT NULL BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'accounts', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER accounts_origin_update AFTER UPDATE OF origin_id, owner_id, deleted_at ON accounts WHEN NEW.origin_id IS NOT OLD.origin_id OR NEW.owner_id IS NOT OLD.owner_id OR NEW.deleted_at IS NOT OLD.deleted_at BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'accounts', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total - 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'invoiced', currency, -invoiced_minor FROM account_balances WHERE account_id = OLD.id AND OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + excluded.total;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'accounts', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'invoiced', currency, invoiced_minor FROM account_balances WHERE account_id = NEW.id AND NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + excluded.total;
END;
CREATE TRIGGER accounts_origin_delete AFTER DELETE ON accounts WHEN OLD.origin_id IS NOT NULL BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'accounts', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total - 1;
END;

CREATE TRIGGER contacts_origin_insert AFTER INSERT ON contacts WHEN NEW.origin_id IS NOT NULL BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'contacts', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER contacts_origin_update AFTER UPDATE OF origin_id, owner_id, deleted_at ON contacts WHEN NEW.origin_id IS NOT OLD.origin_id OR NEW.owner_id IS NOT OLD.owner_id OR NEW.deleted_at IS NOT OLD.deleted_at BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'contacts', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total - 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'contacts', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER contacts_origin_delete AFTER DELETE ON contacts WHEN OLD.origin_id IS NOT NULL BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'contacts', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total - 1;
END;

CREATE TRIGGER prospects_origin_insert AFTER INSERT ON prospects WHEN NEW.origin_id IS NOT NULL BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'prospects', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'won', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL AND NEW.status = 'converted' ON CONFLICT DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER prospects_origin_update AFTER UPDATE OF origin_id, owner_id, status, deleted_at ON prospects WHEN NEW.origin_id IS NOT OLD.origin_id OR NEW.owner_id IS NOT OLD.owner_id OR NEW.status IS NOT OLD.status OR NEW.deleted_at IS NOT OLD.deleted_at BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'prospects', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total - 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'won', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL AND OLD.status = 'converted' ON CONFLICT DO UPDATE SET total = total - 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'prospects', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'won', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL AND NEW.status = 'converted' ON CONFLICT DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER prospects_origin_delete AFTER DELETE ON prospects WHEN OLD.origin_id IS NOT NULL BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'prospects', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total - 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'won', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL AND OLD.status = 'converted' ON CONFLICT DO UPDATE SET total = total - 1;
END;

CREATE TRIGGER account_balances_origin_insert AFTER INSERT ON account_balances BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT a.origin_id, coalesce(a.owner_id, 0), 'invoiced', NEW.currency, NEW.invoiced_minor FROM accounts a WHERE a.id = NEW.account_id AND a.origin_id IS NOT NULL AND a.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + excluded.total;
END;
CREATE TRIGGER account_balances_origin_update AFTER UPDATE OF invoiced_minor ON account_balances WHEN NEW.invoiced_minor <> OLD.invoiced_minor BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT a.origin_id, coalesce(a.owner_id, 0), 'invoiced', OLD.currency, -OLD.invoiced_minor FROM accounts a WHERE a.id = OLD.account_id AND a.origin_id IS NOT NULL AND a.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + excluded.total;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT a.origin_id, coalesce(a.owner_id, 0), 'invoiced', NEW.currency, NEW.invoiced_minor FROM accounts a WHERE a.id = NEW.account_id AND a.origin_id IS NOT NULL AND a.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + excluded.total;
END;
CREATE TRIGGER account_balances_origin_delete AFTER DELETE ON account_balances BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT a.origin_id, coalesce(a.owner_id, 0), 'invoiced', OLD.currency, -OLD.invoiced_minor FROM accounts a WHERE a.id = OLD.account_id AND a.origin_id IS NOT NULL AND a.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + excluded.total;
END;

-- Whoever is looked for is found by every phone and mailbox.
DROP VIEW account_search;
DROP VIEW contact_search;

CREATE VIEW account_search AS
  SELECT a.id, a.id + (1 << 48) AS key, a.name AS title,
    concat_ws(' ', a.code, a.legal_name, a.tax_id_key, a.email, a.city, trim(a.phone_e164, '+'), replace(replace(replace(replace(replace(a.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''),
      (SELECT group_concat(concat_ws(' ', trim(p.value_key, '+'), iif(p.kind = 'phone', replace(replace(replace(replace(replace(p.value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), NULL)), ' ') FROM contact_points p WHERE p.account_id = a.id)) AS body,
    coalesce((SELECT ' ' || group_concat(principal, ' ') || ' ' FROM account_access WHERE account_id = a.id), '') AS acl
  FROM accounts a WHERE a.deleted_at IS NULL;

CREATE VIEW contact_search AS
  SELECT c.id, c.id + (2 << 48) AS key, concat_ws(' ', c.given_name, c.family_name) AS title,
    concat_ws(' ', c.email, trim(c.phone_e164, '+'), replace(replace(replace(replace(replace(c.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''),
      (SELECT group_concat(concat_ws(' ', trim(p.value_key, '+'), iif(p.kind = 'phone', replace(replace(replace(replace(replace(p.value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), NULL)), ' ') FROM contact_points p WHERE p.contact_id = c.id)) AS body,
    coalesce(' u' || c.owner_id, '') || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM (SELECT DISTINCT principal FROM account_contacts ac JOIN account_access aa ON aa.account_id = ac.account_id WHERE ac.contact_id = c.id)), '') || ' ' AS acl
  FROM contacts c WHERE c.deleted_at IS NULL;

CREATE TRIGGER contact_points_search_insert AFTER INSERT ON contact_points BEGIN
  DELETE FROM search_words WHERE rowid = coalesce(NEW.account_id + (1 << 48), NEW.contact_id + (2 << 48));
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.contact_id;
  DELETE FROM search_fragments WHERE rowid = coalesce(NEW.account_id + (1 << 48), NEW.contact_id + (2 << 48));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.contact_id;
END;
CREATE TRIGGER contact_points_search_update AFTER UPDATE ON contact_points BEGIN
  DELETE FROM search_words WHERE rowid = coalesce(NEW.account_id + (1 << 48), NEW.contact_id + (2 << 48));
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.contact_id;
  DELETE FROM search_fragments WHERE rowid = coalesce(NEW.account_id + (1 << 48), NEW.contact_id + (2 << 48));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.contact_id;
END;
CREATE TRIGGER contact_points_search_delete AFTER DELETE ON contact_points BEGIN
  DELETE FROM search_words WHERE rowid = coalesce(OLD.account_id + (1 << 48), OLD.contact_id + (2 << 48));
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = OLD.contact_id;
  DELETE FROM search_fragments WHERE rowid = coalesce(OLD.account_id + (1 << 48), OLD.contact_id + (2 << 48));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = OLD.contact_id;
END;

CREATE TRIGGER contact_points_stay BEFORE UPDATE OF account_id, contact_id ON contact_points WHEN NEW.account_id IS NOT OLD.account_id OR NEW.contact_id IS NOT OLD.contact_id BEGIN
  SELECT raise(ABORT, 'a contact point stays with its holder');
END;
