-- The company's own words, and a number that tells when to read them again.
CREATE TABLE own_words (
  locale text NOT NULL,
  key text NOT NULL,
  says text NOT NULL,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  PRIMARY KEY(locale, key)
) STRICT;

ALTER TABLE company ADD COLUMN words_version integer DEFAULT 0 NOT NULL;
