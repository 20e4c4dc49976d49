-- What was quoted and waits, and what was cancelled, are few among many: they are walked by themselves.
CREATE INDEX prospects_quoted_idx ON prospects (next_action_on, id, quoted_on) WHERE deleted_at is null and quoted_on is not null and status <> 'lost' and status <> 'converted';
CREATE INDEX prospects_lost_idx ON prospects (id) WHERE deleted_at is null and status = 'lost';
