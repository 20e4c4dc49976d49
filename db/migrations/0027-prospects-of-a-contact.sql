-- Who is taken away for good is asked for among the prospects that became them.
CREATE INDEX prospects_contact_idx ON prospects (contact_id) WHERE contact_id is not null;
