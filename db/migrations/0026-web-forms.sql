-- Public forms that make prospects, what waits to be looked at first, and by what each prospect came.
CREATE TABLE web_forms (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  title text NOT NULL,
  intro text,
  locale text DEFAULT 'es' NOT NULL,
  fields text NOT NULL,
  origin_id integer REFERENCES origins(id),
  channel_id integer REFERENCES picklist_options(id),
  campaign text,
  owner_ids text NOT NULL,
  turn integer DEFAULT 0 NOT NULL,
  thanks text,
  return_url text,
  sites text NOT NULL,
  is_reviewed integer DEFAULT 0 NOT NULL,
  is_accepting integer DEFAULT 1 NOT NULL,
  retired_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL
) STRICT;
CREATE UNIQUE INDEX web_forms_address_idx ON web_forms (address);

CREATE TABLE web_form_entries (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  form_id integer NOT NULL REFERENCES web_forms(id),
  state text DEFAULT 'waiting' NOT NULL,
  reasons text NOT NULL,
  said text NOT NULL,
  came text NOT NULL,
  received_at integer NOT NULL,
  handled_at integer,
  handled_by integer REFERENCES users(id)
) STRICT;
CREATE INDEX web_form_entries_waiting_idx ON web_form_entries (id) WHERE state = 'waiting';
CREATE INDEX web_form_entries_received_idx ON web_form_entries (received_at);

ALTER TABLE prospects ADD COLUMN web_form_id integer REFERENCES web_forms(id);
ALTER TABLE prospects ADD COLUMN campaign text;
ALTER TABLE prospects ADD COLUMN utm_source text;
ALTER TABLE prospects ADD COLUMN utm_medium text;
ALTER TABLE prospects ADD COLUMN utm_campaign text;
ALTER TABLE prospects ADD COLUMN utm_term text;
ALTER TABLE prospects ADD COLUMN utm_content text;
ALTER TABLE prospects ADD COLUMN referrer text;
-- Whoever writes again by a form is looked for among those who came by one and are open.
CREATE INDEX prospects_web_email_idx ON prospects (email_key) WHERE web_form_id is not null and closed_at is null and deleted_at is null;
CREATE INDEX prospects_web_phone_idx ON prospects (phone_e164) WHERE web_form_id is not null and closed_at is null and deleted_at is null;
