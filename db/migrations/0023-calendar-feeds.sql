-- Somebody's calendar is read elsewhere at an address of its own, which they make, change and take back. Only the hash of its secret is kept.
CREATE TABLE calendar_feeds (
  user_id integer PRIMARY KEY NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  token_hash text NOT NULL,
  created_at integer NOT NULL
) STRICT;
CREATE UNIQUE INDEX calendar_feeds_token_idx ON calendar_feeds (token_hash);
