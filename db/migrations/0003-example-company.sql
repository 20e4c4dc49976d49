-- A company made up to look at, which may be taken away whole. No company is one unless it was made as one.
ALTER TABLE company ADD COLUMN is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1));
