-- A row handed over from a draft would slip in behind the guards on what was frozen.
CREATE TRIGGER document_lines_frozen_moved BEFORE UPDATE OF document_id ON document_lines WHEN (SELECT is_frozen FROM documents WHERE id = NEW.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_line_taxes_frozen_moved BEFORE UPDATE OF line_id ON document_line_taxes WHEN (SELECT d.is_frozen FROM document_lines l JOIN documents d ON d.id = l.document_id WHERE l.id = NEW.line_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_taxes_frozen_moved BEFORE UPDATE OF document_id ON document_taxes WHEN (SELECT is_frozen FROM documents WHERE id = NEW.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER receipt_tenders_frozen_moved BEFORE UPDATE OF document_id ON receipt_tenders WHEN (SELECT is_frozen FROM documents WHERE id = NEW.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
