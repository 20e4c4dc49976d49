-- A company does without the modules it does not use; what they hold is kept. None is off until somebody switches it off.
ALTER TABLE company ADD COLUMN off_modules TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(off_modules));
