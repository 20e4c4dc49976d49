-- Mail: the server, the templates, what was sent and to whom.
-- The kinds of record allowed are those that may carry files: what the product offers today is fewer.
CREATE TABLE mail_server (
  id integer PRIMARY KEY CHECK (id = 1),
  host text NOT NULL CHECK (host <> ''),
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
  user_name text,
  password_sealed text,
  from_name text NOT NULL,
  from_address text NOT NULL,
  reply_to text,
  failing_since integer,
  failure text,
  retry_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CHECK ((user_name IS NULL) = (password_sealed IS NULL)),
  -- A password never goes over an open line.
  CHECK (security <> 'none' OR password_sealed IS NULL),
  CHECK ((failing_since IS NULL) = (failure IS NULL) AND (failing_since IS NULL) = (retry_at IS NULL))
) STRICT;

CREATE TABLE mail_templates (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  kind text NOT NULL CHECK (kind IN ('account', 'contact', 'prospect', 'quote', 'order', 'delivery_note', 'delivery_return', 'invoice', 'debit_note', 'credit_note', 'receipt')),
  locale text NOT NULL CHECK (locale IN ('es', 'en')),
  name text NOT NULL CHECK (name <> ''),
  subject text NOT NULL,
  text text NOT NULL,
  is_default integer DEFAULT 0 NOT NULL CHECK (is_default IN (0, 1)),
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active IN (0, 1)),
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL
) STRICT;
CREATE UNIQUE INDEX mail_templates_default_idx ON mail_templates (kind,locale) WHERE is_default = 1;

CREATE TABLE mails (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  job_id integer NOT NULL REFERENCES outbox(id),
  message_id text NOT NULL CHECK (message_id <> ''),
  state text DEFAULT 'queued' NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'possibly_sent', 'failed')),
  about_kind text NOT NULL CHECK (about_kind IN ('account', 'contact', 'prospect', 'quote', 'order', 'delivery_note', 'delivery_return', 'invoice', 'debit_note', 'credit_note', 'receipt', 'activity', 'user', 'portal_user', 'test')),
  about_id integer NOT NULL,
  account_id integer,
  subject text NOT NULL CHECK (instr(subject, char(10)) = 0 AND instr(subject, char(13)) = 0),
  text text NOT NULL,
  reply_to text,
  template_id integer REFERENCES mail_templates(id),
  sent_by integer REFERENCES users(id),
  created_at integer NOT NULL,
  asked_at integer NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  next_try_at integer,
  ended_at integer,
  reason text
) STRICT;
CREATE UNIQUE INDEX mails_job_idx ON mails (job_id);
CREATE INDEX mails_state_idx ON mails (state,id);
CREATE INDEX mails_about_idx ON mails (about_kind,about_id,id);
CREATE INDEX mails_account_idx ON mails (account_id,id);

CREATE TABLE mail_recipients (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  mail_id integer NOT NULL REFERENCES mails(id),
  kind text NOT NULL CHECK (kind IN ('to', 'cc')),
  name text,
  address text NOT NULL CHECK (instr(address, char(10)) = 0 AND instr(address, char(13)) = 0),
  contact_id integer,
  refusal text
) STRICT;
CREATE INDEX mail_recipients_mail_idx ON mail_recipients (mail_id);

CREATE TABLE mail_attachments (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  mail_id integer NOT NULL REFERENCES mails(id),
  name text,
  file_id integer REFERENCES files(id),
  document_kind text,
  document_id integer,
  CHECK (file_id IS NOT NULL OR document_id IS NOT NULL),
  CHECK ((document_kind IS NULL) = (document_id IS NULL))
) STRICT;
CREATE INDEX mail_attachments_mail_idx ON mail_attachments (mail_id);
CREATE INDEX mail_attachments_file_idx ON mail_attachments (file_id);

-- A mail stands as its job stands, whoever moves it: the worker, its recovery after a crash, or a person who retries.
CREATE TRIGGER mails_follow_job AFTER UPDATE OF state, attempts, run_at, last_error, finished_at ON outbox WHEN NEW.kind = 'mails.send' BEGIN
  UPDATE mails SET
    state = CASE NEW.state WHEN 'done' THEN 'sent' WHEN 'possibly_sent' THEN 'possibly_sent' WHEN 'parked' THEN 'failed' WHEN 'sending' THEN 'sending' ELSE 'queued' END,
    attempts = NEW.attempts,
    next_try_at = CASE WHEN NEW.state = 'queued' THEN NEW.run_at END,
    ended_at = NEW.finished_at,
    reason = NEW.last_error
  WHERE job_id = NEW.id;
END;
