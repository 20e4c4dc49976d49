-- What was noted of activities is found by fragments and typing errors too. No fragment of an activity is walked past in the search for names.
CREATE VIRTUAL TABLE activity_fragments USING fts5(title, body, acl, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');

CREATE TRIGGER activities_fragments_insert AFTER INSERT ON activities BEGIN
  INSERT INTO activity_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM activity_search WHERE id = NEW.id;
END;

CREATE TRIGGER activities_fragments_update AFTER UPDATE OF subject, notes, result, owner_id, account_id, prospect_id, deleted_at ON activities BEGIN
  DELETE FROM activity_fragments WHERE rowid = NEW.id;
  INSERT INTO activity_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM activity_search WHERE id = NEW.id;
END;

CREATE TRIGGER activities_fragments_delete AFTER DELETE ON activities BEGIN
  DELETE FROM activity_fragments WHERE rowid = OLD.id;
END;

CREATE TRIGGER prospects_activities_fragments_update AFTER UPDATE OF owner_id, account_id ON prospects BEGIN
  DELETE FROM activity_fragments WHERE rowid IN (SELECT id FROM activities WHERE prospect_id = NEW.id);
  INSERT INTO activity_fragments (rowid, title, body, acl)
    SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM activities WHERE prospect_id = NEW.id) k CROSS JOIN activity_search s ON s.id = k.id;
END;

CREATE TRIGGER account_access_fragments_insert AFTER INSERT ON account_access BEGIN
  DELETE FROM activity_fragments WHERE rowid IN (SELECT id FROM activities WHERE account_id = NEW.account_id
    UNION SELECT a.id FROM prospects p JOIN activities a ON a.prospect_id = p.id WHERE p.account_id = NEW.account_id);
  INSERT INTO activity_fragments (rowid, title, body, acl)
    SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM activities WHERE account_id = NEW.account_id
      UNION SELECT a.id FROM prospects p JOIN activities a ON a.prospect_id = p.id WHERE p.account_id = NEW.account_id) k CROSS JOIN activity_search s ON s.id = k.id;
END;

CREATE TRIGGER account_access_fragments_delete AFTER DELETE ON account_access BEGIN
  DELETE FROM activity_fragments WHERE rowid IN (SELECT id FROM activities WHERE account_id = OLD.account_id
    UNION SELECT a.id FROM prospects p JOIN activities a ON a.prospect_id = p.id WHERE p.account_id = OLD.account_id);
  INSERT INTO activity_fragments (rowid, title, body, acl)
    SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM activities WHERE account_id = OLD.account_id
      UNION SELECT a.id FROM prospects p JOIN activities a ON a.prospect_id = p.id WHERE p.account_id = OLD.account_id) k CROSS JOIN activity_search s ON s.id = k.id;
END;

INSERT INTO activity_fragments (activity_fragments, rank) VALUES ('automerge', 0);
INSERT INTO activity_fragments (activity_fragments, rank) VALUES ('hashsize', 268435456);
INSERT INTO activity_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM activity_search ORDER BY key;
INSERT INTO activity_fragments (activity_fragments) VALUES ('optimize');
INSERT INTO activity_fragments (activity_fragments, rank) VALUES ('automerge', 4);
INSERT INTO activity_fragments (activity_fragments, rank) VALUES ('hashsize', 1048576);
