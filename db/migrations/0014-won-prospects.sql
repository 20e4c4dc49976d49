-- A prospect is won by its order as well as by being said to be: what reads as ordered in the queue counts as won by its origin.
-- expect: origin_totals any

DROP TRIGGER prospects_origin_insert;
DROP TRIGGER prospects_origin_update;
DROP TRIGGER prospects_origin_delete;
DROP VIEW origin_totals_formula;

CREATE VIEW origin_totals_formula AS
  SELECT origin_id, coalesce(owner_id, 0) AS owner_id, 'accounts' AS measure, '' AS currency, count(*) AS total FROM accounts WHERE origin_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2
  UNION ALL SELECT origin_id, coalesce(owner_id, 0), 'contacts', '', count(*) FROM contacts WHERE origin_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2
  UNION ALL SELECT origin_id, owner_id, 'prospects', '', count(*) FROM prospects WHERE origin_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2
  UNION ALL SELECT origin_id, owner_id, 'won', '', count(*) FROM prospects WHERE origin_id IS NOT NULL AND deleted_at IS NULL AND (status = 'converted' OR latest_order_id IS NOT NULL) AND status <> 'lost' GROUP BY 1, 2
  UNION ALL SELECT a.origin_id, coalesce(a.owner_id, 0), 'invoiced', b.currency, sum(b.invoiced_minor) FROM accounts a JOIN account_balances b ON b.account_id = a.id WHERE a.origin_id IS NOT NULL AND a.deleted_at IS NULL GROUP BY 1, 2, 4;
DELETE FROM origin_totals WHERE measure = 'won';
INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT origin_id, owner_id, measure, currency, total FROM origin_totals_formula WHERE measure = 'won';

CREATE TRIGGER prospects_origin_insert AFTER INSERT ON prospects WHEN NEW.origin_id IS NOT NULL BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'prospects', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'won', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL AND (NEW.status = 'converted' OR NEW.latest_order_id IS NOT NULL) AND NEW.status <> 'lost' ON CONFLICT DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER prospects_origin_update AFTER UPDATE OF origin_id, owner_id, status, latest_order_id, deleted_at ON prospects WHEN NEW.origin_id IS NOT OLD.origin_id OR NEW.owner_id IS NOT OLD.owner_id OR NEW.status IS NOT OLD.status OR NEW.latest_order_id IS NOT OLD.latest_order_id OR NEW.deleted_at IS NOT OLD.deleted_at BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'prospects', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total - 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'won', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL AND (OLD.status = 'converted' OR OLD.latest_order_id IS NOT NULL) AND OLD.status <> 'lost' ON CONFLICT DO UPDATE SET total = total - 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'prospects', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total + 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT NEW.origin_id, coalesce(NEW.owner_id, 0), 'won', '', 1 WHERE NEW.origin_id IS NOT NULL AND NEW.deleted_at IS NULL AND (NEW.status = 'converted' OR NEW.latest_order_id IS NOT NULL) AND NEW.status <> 'lost' ON CONFLICT DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER prospects_origin_delete AFTER DELETE ON prospects WHEN OLD.origin_id IS NOT NULL BEGIN
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'prospects', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL ON CONFLICT DO UPDATE SET total = total - 1;
  INSERT INTO origin_totals (origin_id, owner_id, measure, currency, total) SELECT OLD.origin_id, coalesce(OLD.owner_id, 0), 'won', '', -1 WHERE OLD.origin_id IS NOT NULL AND OLD.deleted_at IS NULL AND (OLD.status = 'converted' OR OLD.latest_order_id IS NOT NULL) AND OLD.status <> 'lost' ON CONFLICT DO UPDATE SET total = total - 1;
END;
