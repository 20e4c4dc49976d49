-- Several addresses of an account; a contact's website, tags and group; the role of a person by its number; the question of who is already there.

ALTER TABLE company ADD COLUMN asks_duplicates integer DEFAULT 1 NOT NULL CHECK (asks_duplicates in (0, 1));

-- What the principal address is for; the others stand in a table of their own.
ALTER TABLE accounts ADD COLUMN address_use text CHECK (address_use in ('fiscal', 'delivery', 'office', 'other'));
CREATE TABLE account_addresses (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  account_id integer NOT NULL,
  use text NOT NULL CHECK (use in ('fiscal', 'delivery', 'office', 'other')),
  address text NOT NULL,
  address_reference text,
  city text,
  region text,
  postal_code text,
  country text,
  position integer DEFAULT 0 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX account_addresses_account_idx ON account_addresses (account_id,position);
CREATE TRIGGER account_addresses_stay BEFORE UPDATE OF account_id ON account_addresses WHEN NEW.account_id IS NOT OLD.account_id BEGIN
  SELECT raise(ABORT, 'an address stays with its account');
END;

ALTER TABLE contacts ADD COLUMN website text;
CREATE TABLE contact_tags (
  contact_id integer NOT NULL,
  tag_id integer NOT NULL,
  PRIMARY KEY(contact_id, tag_id),
  FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
  FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX contact_tags_tag_idx ON contact_tags (tag_id);

-- A role of the list is held by its number, so that it is called as the list calls it; `role` is what was typed of none of them.
ALTER TABLE account_contacts ADD COLUMN role_id integer REFERENCES picklist_options(id) ON DELETE RESTRICT CHECK (role_id is null or role is null);
CREATE TEMP TABLE known_roles AS SELECT name, min(id) AS id FROM picklist_options o WHERE list = 'relation_role'
  AND is_active = (SELECT max(is_active) FROM picklist_options WHERE list = 'relation_role' AND name = o.name) GROUP BY name;
UPDATE account_contacts SET role_id = k.id, role = NULL FROM known_roles k WHERE k.name = account_contacts.role;
DROP TABLE known_roles;

-- What a merged choice became, for whatever still names it.
ALTER TABLE picklist_options ADD COLUMN merged_into_id integer REFERENCES picklist_options(id) ON DELETE RESTRICT;
ALTER TABLE origins ADD COLUMN merged_into_id integer REFERENCES origins(id) ON DELETE RESTRICT;

-- A contact belongs to a person or to a group, which reaches the accounts it works in.
ALTER TABLE contacts ADD COLUMN owner_group_id integer REFERENCES groups(id) ON DELETE RESTRICT CHECK (owner_id is null or owner_group_id is null);
CREATE INDEX contacts_owner_group_idx ON contacts (owner_group_id) WHERE owner_group_id is not null;

DROP TRIGGER contacts_access_update;
DROP VIEW contact_search;
DROP VIEW account_access_formula;

CREATE VIEW account_access_formula AS
  SELECT id AS account_id, 'u' || owner_id AS principal FROM accounts WHERE owner_id IS NOT NULL
  UNION SELECT id, 'g' || owner_group_id FROM accounts WHERE owner_group_id IS NOT NULL
  UNION SELECT ac.account_id, 'c' || c.owner_id FROM account_contacts ac JOIN contacts c ON c.id = ac.contact_id WHERE c.owner_id IS NOT NULL AND c.deleted_at IS NULL
  UNION SELECT ac.account_id, 'g' || c.owner_group_id FROM account_contacts ac JOIN contacts c ON c.id = ac.contact_id WHERE c.owner_group_id IS NOT NULL AND c.deleted_at IS NULL
  UNION SELECT account_id, 'g' || group_id FROM account_shares;

CREATE VIEW contact_search AS
  SELECT c.id, c.id + (2 << 48) AS key, concat_ws(' ', c.given_name, c.family_name) AS title,
    concat_ws(' ', c.email, trim(c.phone_e164, '+'), replace(replace(replace(replace(replace(c.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''),
      (SELECT group_concat(concat_ws(' ', trim(p.value_key, '+'), iif(p.kind = 'phone', replace(replace(replace(replace(replace(p.value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), NULL)), ' ') FROM contact_points p WHERE p.contact_id = c.id)) AS body,
    coalesce(' u' || c.owner_id, ' g' || c.owner_group_id, '') || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM (SELECT DISTINCT principal FROM account_contacts ac JOIN account_access aa ON aa.account_id = ac.account_id WHERE ac.contact_id = c.id)), '') || ' ' AS acl
  FROM contacts c WHERE c.deleted_at IS NULL;

CREATE TRIGGER contacts_access_update AFTER UPDATE OF owner_id, owner_group_id, deleted_at ON contacts BEGIN
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
