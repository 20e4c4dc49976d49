-- The ground: every table of the first release.
CREATE TABLE account_access (
  principal text NOT NULL,
  account_id integer NOT NULL,
  PRIMARY KEY(principal, account_id)
) WITHOUT ROWID, STRICT;

CREATE INDEX account_access_account_idx ON account_access (account_id,principal);

CREATE TABLE account_access_counts (
  principal text PRIMARY KEY NOT NULL,
  accounts integer NOT NULL
) STRICT;

CREATE TABLE account_balances (
  account_id integer NOT NULL,
  currency text NOT NULL,
  invoiced_minor integer DEFAULT 0 NOT NULL,
  balance_minor integer DEFAULT 0 NOT NULL,
  credit_minor integer DEFAULT 0 NOT NULL,
  last_purchase_on text,
  PRIMARY KEY(account_id, currency),
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE account_contacts (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  account_id integer NOT NULL,
  contact_id integer NOT NULL,
  role text,
  is_primary integer DEFAULT 0 NOT NULL CHECK (is_primary in (0, 1)),
  receives_quotes integer DEFAULT 0 NOT NULL CHECK (receives_quotes in (0, 1)),
  receives_invoices integer DEFAULT 0 NOT NULL CHECK (receives_invoices in (0, 1)),
  receives_collection integer DEFAULT 0 NOT NULL CHECK (receives_collection in (0, 1)),
  has_portal integer DEFAULT 0 NOT NULL CHECK (has_portal in (0, 1)),
  service_starts_on text,
  service_ends_on text,
  portal_kinds text CHECK (json_valid(portal_kinds)),
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE RESTRICT,
  FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX account_contacts_pair_idx ON account_contacts (account_id,contact_id);

CREATE INDEX account_contacts_contact_idx ON account_contacts (contact_id);

CREATE UNIQUE INDEX account_contacts_primary_idx ON account_contacts (account_id) WHERE is_primary = 1;

CREATE TABLE account_shares (
  account_id integer NOT NULL,
  group_id integer NOT NULL,
  PRIMARY KEY(account_id, group_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE cascade,
  FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE cascade
) STRICT;

CREATE INDEX account_shares_group_idx ON account_shares (group_id);

CREATE TABLE account_tags (
  account_id integer NOT NULL,
  tag_id integer NOT NULL,
  PRIMARY KEY(account_id, tag_id),
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE cascade,
  FOREIGN KEY (tag_id) REFERENCES tags(id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX account_tags_tag_idx ON account_tags (tag_id);

CREATE TABLE accounts (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  code text,
  name text NOT NULL,
  name_key text NOT NULL,
  legal_name text,
  person_type text DEFAULT 'company' NOT NULL CHECK (person_type in ('company', 'individual')),
  is_supplier integer DEFAULT 0 NOT NULL CHECK (is_supplier in (0, 1)),
  tax_id text,
  tax_id_key text,
  phone text,
  phone_e164 text,
  email text,
  email_key text,
  website text,
  address text,
  address_reference text,
  city text,
  city_key text NOT NULL,
  region text,
  postal_code text,
  country text,
  description text,
  internal_note text,
  industry_id integer,
  category_id integer,
  origin_id integer,
  owner_id integer,
  owner_group_id integer,
  owner_key text NOT NULL,
  created_by integer,
  deleted_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (industry_id) REFERENCES picklist_options(id) ON DELETE RESTRICT,
  FOREIGN KEY (category_id) REFERENCES picklist_options(id) ON DELETE RESTRICT,
  FOREIGN KEY (origin_id) REFERENCES origins(id) ON DELETE RESTRICT,
  FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT,
  FOREIGN KEY (owner_group_id) REFERENCES groups(id) ON DELETE RESTRICT,
  FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT,
  CONSTRAINT accounts_one_owner CHECK(owner_id is null or owner_group_id is null)
) STRICT;

CREATE INDEX accounts_name_idx ON accounts (name_key,id) WHERE deleted_at is null;

CREATE INDEX accounts_city_idx ON accounts (city_key,id) WHERE deleted_at is null;

CREATE INDEX accounts_created_idx ON accounts (created_at,id) WHERE deleted_at is null;

CREATE INDEX accounts_owner_name_idx ON accounts (owner_key,id) WHERE deleted_at is null;

CREATE INDEX accounts_owner_idx ON accounts (owner_id);

CREATE INDEX accounts_owner_group_idx ON accounts (owner_group_id);

CREATE INDEX accounts_tax_idx ON accounts (tax_id_key);

CREATE UNIQUE INDEX accounts_code_idx ON accounts (code) WHERE code is not null and deleted_at is null;

CREATE TABLE contacts (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  salutation text,
  given_name text NOT NULL,
  family_name text DEFAULT '' NOT NULL,
  name_key text NOT NULL,
  email text,
  email_key text,
  phone text,
  phone_e164 text,
  description text,
  internal_note text,
  origin_id integer,
  owner_id integer,
  created_by integer,
  deleted_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (origin_id) REFERENCES origins(id) ON DELETE RESTRICT,
  FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT,
  FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX contacts_name_idx ON contacts (name_key,id) WHERE deleted_at is null;

CREATE INDEX contacts_created_idx ON contacts (created_at,id) WHERE deleted_at is null;

CREATE INDEX contacts_owner_idx ON contacts (owner_id);

CREATE INDEX contacts_email_idx ON contacts (email_key);

CREATE TABLE tags (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL
) STRICT;

CREATE UNIQUE INDEX tags_name_key_unique ON tags (name_key);

CREATE TABLE activities (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  kind text NOT NULL CHECK (kind in ('appointment', 'task', 'call', 'whatsapp', 'email', 'meeting', 'visit', 'note')),
  status text NOT NULL CHECK (status in ('planned', 'done', 'cancelled')),
  subject text NOT NULL,
  notes text,
  result text,
  account_id integer,
  contact_id integer,
  prospect_id integer,
  owner_id integer NOT NULL,
  created_by integer,
  is_all_day integer DEFAULT 0 NOT NULL CHECK (is_all_day in (0, 1)),
  starts_at text NOT NULL,
  ends_at text NOT NULL,
  zone text NOT NULL,
  starts_at_utc integer NOT NULL,
  ends_at_utc integer NOT NULL,
  done_at integer,
  deleted_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE RESTRICT,
  FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE RESTRICT,
  FOREIGN KEY (prospect_id) REFERENCES prospects(id) ON DELETE RESTRICT,
  FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT,
  FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX activities_range_idx ON activities (starts_at_utc,id) WHERE deleted_at is null;

CREATE INDEX activities_planned_idx ON activities (owner_id,starts_at_utc,id) WHERE deleted_at is null and status = 'planned';

CREATE INDEX activities_owner_idx ON activities (owner_id,starts_at_utc,id);

CREATE INDEX activities_account_idx ON activities (account_id,starts_at_utc,id);

CREATE INDEX activities_contact_idx ON activities (contact_id,starts_at_utc,id);

CREATE INDEX activities_prospect_idx ON activities (prospect_id,starts_at_utc,id);

CREATE TABLE prospects (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  number integer NOT NULL,
  work_center_id integer,
  status text DEFAULT 'new' NOT NULL CHECK (status in ('new', 'contacted', 'qualified', 'nurturing', 'converted', 'lost')),
  contacted_on text NOT NULL,
  person_name text NOT NULL,
  name_key text NOT NULL,
  company_name text,
  industry_id integer,
  phone text,
  phone_e164 text,
  email text,
  email_key text,
  country text,
  region text,
  subject text,
  notes text,
  internal_note text,
  color_background text CHECK (color_background in ('pizarra', 'grafito', 'arena', 'ladrillo', 'coral', 'ambar', 'oliva', 'verde', 'menta', 'turquesa', 'cielo', 'azul', 'indigo', 'violeta', 'magenta', 'rosa')),
  color_text text CHECK (color_text in ('pizarra', 'grafito', 'arena', 'ladrillo', 'coral', 'ambar', 'oliva', 'verde', 'menta', 'turquesa', 'cielo', 'azul', 'indigo', 'violeta', 'magenta', 'rosa')),
  channel_id integer,
  origin_id integer,
  lost_reason_id integer,
  account_id integer,
  contact_id integer,
  owner_id integer NOT NULL,
  created_by integer,
  next_action_on text,
  next_action_at_utc integer,
  quoted_on text,
  latest_quote_id integer,
  latest_order_id integer,
  closed_at integer,
  deleted_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (work_center_id) REFERENCES work_centers(id) ON DELETE RESTRICT,
  FOREIGN KEY (industry_id) REFERENCES picklist_options(id) ON DELETE RESTRICT,
  FOREIGN KEY (channel_id) REFERENCES picklist_options(id) ON DELETE RESTRICT,
  FOREIGN KEY (origin_id) REFERENCES origins(id) ON DELETE RESTRICT,
  FOREIGN KEY (lost_reason_id) REFERENCES picklist_options(id) ON DELETE RESTRICT,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE RESTRICT,
  FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE RESTRICT,
  FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT,
  FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX prospects_number_idx ON prospects (coalesce(work_center_id, 0),number);

CREATE INDEX prospects_urgency_idx ON prospects (next_action_on,id) WHERE deleted_at is null and closed_at is null;

CREATE INDEX prospects_list_idx ON prospects (contacted_on,id) WHERE deleted_at is null;

CREATE INDEX prospects_name_idx ON prospects (name_key,id) WHERE deleted_at is null;

CREATE INDEX prospects_owner_idx ON prospects (owner_id,contacted_on,id);

CREATE INDEX prospects_account_idx ON prospects (account_id,contacted_on,id);

CREATE TABLE catalog_item_taxes (
  item_id integer NOT NULL,
  tax_id integer NOT NULL,
  PRIMARY KEY(item_id, tax_id),
  FOREIGN KEY (item_id) REFERENCES catalog_items(id) ON DELETE cascade,
  FOREIGN KEY (tax_id) REFERENCES taxes(id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX catalog_item_taxes_tax_idx ON catalog_item_taxes (tax_id);

CREATE TABLE catalog_items (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  kind text DEFAULT 'product' NOT NULL CHECK (kind in ('product', 'service')),
  code text NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  description text,
  unit text,
  unit_price text NOT NULL,
  cost text,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  deleted_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL
) STRICT;

CREATE UNIQUE INDEX catalog_items_code_idx ON catalog_items (code) WHERE deleted_at is null;

CREATE INDEX catalog_items_name_idx ON catalog_items (name_key,id) WHERE deleted_at is null;

CREATE TABLE burned_numbers (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  series_id integer NOT NULL,
  number integer NOT NULL,
  reason text NOT NULL,
  burned_at integer NOT NULL,
  FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX burned_numbers_idx ON burned_numbers (series_id,number);

CREATE TABLE company (
  id integer PRIMARY KEY NOT NULL,
  name text NOT NULL,
  legal_name text,
  tax_id text,
  pack text NOT NULL,
  currency text NOT NULL,
  zone text NOT NULL,
  preset text NOT NULL CHECK (preset in ('own', 'group', 'all')),
  price_mode text NOT NULL CHECK (price_mode in ('tax_excluded', 'tax_included')),
  rounding_mode text NOT NULL CHECK (rounding_mode in ('half_up', 'half_even')),
  tax_scope text NOT NULL CHECK (tax_scope in ('rate', 'line')),
  phone text,
  email text,
  address text,
  city text,
  region text,
  postal_code text,
  logo_file_id integer,
  payment_data text,
  quote_valid_days integer DEFAULT 15 NOT NULL,
  quote_silence_days integer DEFAULT 7 NOT NULL,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (logo_file_id) REFERENCES files(id) ON DELETE RESTRICT,
  CONSTRAINT company_only_one CHECK(id = 1)
) STRICT;

CREATE TABLE issue_points (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  work_center_id integer NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  FOREIGN KEY (work_center_id) REFERENCES work_centers(id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE origins (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  position integer DEFAULT 0 NOT NULL,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL
) STRICT;

CREATE UNIQUE INDEX origins_code_idx ON origins (code);

CREATE TABLE picklist_options (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  list text NOT NULL CHECK (list in ('contact_channel', 'industry', 'account_category', 'lost_reason', 'relation_role')),
  code text NOT NULL,
  name text NOT NULL,
  color text CHECK (color in ('pizarra', 'grafito', 'arena', 'ladrillo', 'coral', 'ambar', 'oliva', 'verde', 'menta', 'turquesa', 'cielo', 'azul', 'indigo', 'violeta', 'magenta', 'rosa')),
  position integer DEFAULT 0 NOT NULL,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1))
) STRICT;

CREATE UNIQUE INDEX picklist_options_code_idx ON picklist_options (list,code);

CREATE INDEX picklist_options_list_idx ON picklist_options (list,position);

CREATE TABLE series (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  work_center_id integer,
  issue_point_id integer,
  kind text NOT NULL CHECK (kind in ('prospect', 'quote', 'order', 'delivery_note', 'delivery_return', 'invoice', 'debit_note', 'credit_note', 'receipt')),
  fiscal_type text DEFAULT '' NOT NULL,
  prefix text NOT NULL,
  padding integer DEFAULT 5 NOT NULL,
  next integer DEFAULT 1 NOT NULL,
  range_to integer,
  valid_until text,
  last_issued_on text,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  FOREIGN KEY (work_center_id) REFERENCES work_centers(id) ON DELETE RESTRICT,
  FOREIGN KEY (issue_point_id) REFERENCES issue_points(id) ON DELETE RESTRICT,
  CONSTRAINT series_next_positive CHECK(next > 0)
) STRICT;

CREATE UNIQUE INDEX series_key_idx ON series (coalesce(work_center_id, 0),coalesce(issue_point_id, 0),kind,fiscal_type,prefix);

CREATE TABLE taxes (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind in ('percent', 'percent_of_gross', 'fixed_per_unit')),
  rate text NOT NULL,
  treatment text NOT NULL CHECK (treatment in ('taxed', 'exempt', 'zero_rated', 'not_subject')),
  base_plus text,
  position integer DEFAULT 0 NOT NULL,
  is_default integer DEFAULT 0 NOT NULL CHECK (is_default in (0, 1)),
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  valid_from text,
  valid_to text
) STRICT;

CREATE UNIQUE INDEX taxes_code_unique ON taxes (code);

CREATE TABLE work_centers (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL
) STRICT;

CREATE UNIQUE INDEX work_centers_code_unique ON work_centers (code);

CREATE TABLE document_line_taxes (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  line_id integer NOT NULL,
  position integer NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  rate text NOT NULL,
  treatment text NOT NULL,
  base_plus text,
  amount_minor integer NOT NULL,
  FOREIGN KEY (line_id) REFERENCES document_lines(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX document_line_taxes_idx ON document_line_taxes (line_id,code);

CREATE TABLE document_lines (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  document_id integer NOT NULL,
  position integer NOT NULL,
  item_id integer,
  code text,
  description text NOT NULL,
  unit text,
  quantity text NOT NULL,
  unit_price text NOT NULL,
  discount_type text CHECK (discount_type in ('percent', 'amount')),
  discount_value text,
  gross_minor integer NOT NULL,
  discount_minor integer NOT NULL,
  net_minor integer NOT NULL,
  tax_minor integer NOT NULL,
  total_minor integer NOT NULL,
  FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE RESTRICT,
  FOREIGN KEY (item_id) REFERENCES catalog_items(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX document_lines_position_idx ON document_lines (document_id,position);

CREATE INDEX document_lines_item_idx ON document_lines (item_id);

CREATE TABLE document_links (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  from_line_id integer NOT NULL,
  to_line_id integer NOT NULL,
  quantity text NOT NULL,
  FOREIGN KEY (from_line_id) REFERENCES document_lines(id) ON DELETE RESTRICT,
  FOREIGN KEY (to_line_id) REFERENCES document_lines(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX document_links_pair_idx ON document_links (from_line_id,to_line_id);

CREATE INDEX document_links_to_idx ON document_links (to_line_id);

CREATE TABLE document_pdfs (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  document_id integer NOT NULL,
  content_sha256 text NOT NULL,
  file_id integer NOT NULL,
  created_at integer NOT NULL,
  FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX document_pdfs_content_idx ON document_pdfs (document_id,content_sha256);

CREATE TABLE document_taxes (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  document_id integer NOT NULL,
  position integer NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  rate text NOT NULL,
  treatment text NOT NULL,
  base_minor integer NOT NULL,
  amount_minor integer NOT NULL,
  FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX document_taxes_idx ON document_taxes (document_id,code);

CREATE TABLE documents (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  kind text NOT NULL CHECK (kind in ('quote', 'order', 'delivery_note', 'delivery_return', 'invoice', 'debit_note', 'credit_note', 'receipt')),
  fiscal_type text DEFAULT '' NOT NULL,
  series_id integer,
  number integer,
  revision integer DEFAULT 1 NOT NULL,
  is_current integer DEFAULT 1 NOT NULL CHECK (is_current in (0, 1)),
  revision_of integer,
  label text,
  status text DEFAULT 'draft' NOT NULL CHECK (status in ('draft', 'sent', 'accepted', 'rejected', 'confirmed', 'on_hold', 'issued', 'delivered', 'posted', 'closed', 'voided')),
  is_frozen integer DEFAULT 0 NOT NULL CHECK (is_frozen in (0, 1)),
  issued_elsewhere integer DEFAULT 0 NOT NULL CHECK (issued_elsewhere in (0, 1)),
  account_id integer NOT NULL,
  contact_id integer,
  prospect_id integer,
  owner_id integer NOT NULL,
  created_by integer,
  work_center_id integer,
  customer_name text NOT NULL,
  customer_name_key text NOT NULL,
  customer_snapshot text CHECK (json_valid(customer_snapshot)),
  issuer_snapshot text CHECK (json_valid(issuer_snapshot)),
  issued_on text NOT NULL,
  due_on text,
  valid_until text,
  currency text NOT NULL,
  exchange_rate text,
  price_mode text NOT NULL CHECK (price_mode in ('tax_excluded', 'tax_included')),
  rounding_mode text NOT NULL CHECK (rounding_mode in ('half_up', 'half_even')),
  tax_scope text NOT NULL CHECK (tax_scope in ('rate', 'line')),
  discount_type text CHECK (discount_type in ('percent', 'amount')),
  discount_value text,
  gross_minor integer DEFAULT 0 NOT NULL,
  discount_minor integer DEFAULT 0 NOT NULL,
  net_minor integer DEFAULT 0 NOT NULL,
  tax_minor integer DEFAULT 0 NOT NULL,
  withheld_minor integer DEFAULT 0 NOT NULL,
  total_minor integer DEFAULT 0 NOT NULL,
  paid_minor integer DEFAULT 0 NOT NULL,
  credited_minor integer DEFAULT 0 NOT NULL,
  balance_minor integer DEFAULT 0 NOT NULL,
  notes text,
  terms text,
  internal_note text,
  reason text,
  content_sha256 text,
  previous_sha256 text,
  frozen_at integer,
  voided_at integer,
  deleted_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (series_id) REFERENCES series(id) ON DELETE RESTRICT,
  FOREIGN KEY (revision_of) REFERENCES documents(id) ON DELETE RESTRICT,
  FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE RESTRICT,
  FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE RESTRICT,
  FOREIGN KEY (prospect_id) REFERENCES prospects(id) ON DELETE RESTRICT,
  FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT,
  FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT,
  FOREIGN KEY (work_center_id) REFERENCES work_centers(id) ON DELETE RESTRICT,
  CONSTRAINT documents_numbered_at_issue CHECK(kind in ('quote', 'order') or (status = 'draft') = (number is null)),
  CONSTRAINT documents_amounts CHECK(net_minor >= 0 and tax_minor >= 0 and balance_minor >= 0)
) STRICT;

CREATE UNIQUE INDEX documents_number_idx ON documents (series_id,number,revision);

CREATE INDEX documents_list_idx ON documents (kind,issued_on,id) WHERE deleted_at is null and is_current = 1;

CREATE INDEX documents_customer_idx ON documents (kind,customer_name_key,id) WHERE deleted_at is null and is_current = 1;

CREATE INDEX documents_total_idx ON documents (kind,total_minor,id) WHERE deleted_at is null and is_current = 1;

CREATE INDEX documents_number_list_idx ON documents (kind,number,id) WHERE deleted_at is null and is_current = 1;

CREATE INDEX documents_account_idx ON documents (account_id,kind,issued_on,id);

CREATE INDEX documents_owner_idx ON documents (owner_id,kind,issued_on,id);

CREATE INDEX documents_prospect_idx ON documents (prospect_id);

CREATE INDEX documents_contact_idx ON documents (contact_id);

CREATE INDEX documents_revision_idx ON documents (revision_of);

CREATE INDEX documents_open_idx ON documents (kind,due_on,id) WHERE balance_minor > 0 and status in ('issued', 'delivered');

CREATE TABLE event_payloads (
  event_id integer PRIMARY KEY NOT NULL,
  before text CHECK (json_valid(before)),
  after text CHECK (json_valid(after))
) STRICT;

CREATE TABLE events (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  at integer NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind in ('staff', 'customer', 'system')),
  actor_id integer,
  name text NOT NULL,
  subject_kind text NOT NULL,
  subject_id integer,
  account_id integer,
  prospect_id integer,
  batch_id text,
  undoes integer,
  source text DEFAULT 'web' NOT NULL,
  payload_sha256 text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL
) STRICT;

CREATE INDEX events_subject_idx ON events (subject_kind,subject_id,id);

CREATE INDEX events_account_idx ON events (account_id,id);

CREATE INDEX events_prospect_idx ON events (prospect_id,id);

CREATE INDEX events_batch_idx ON events (batch_id);

CREATE TABLE submissions (
  id text NOT NULL,
  actor text NOT NULL,
  event text NOT NULL,
  location text NOT NULL,
  notice text,
  notice_values text CHECK (json_valid(notice_values)),
  event_id integer,
  created_at integer NOT NULL,
  PRIMARY KEY(actor, id)
) STRICT;

CREATE INDEX submissions_created_idx ON submissions (created_at);

CREATE TABLE files (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  mime text NOT NULL,
  size integer NOT NULL,
  created_at integer NOT NULL,
  created_by integer
) STRICT;

CREATE INDEX files_sha_idx ON files (sha256);

CREATE TABLE import_rows (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  import_id integer NOT NULL,
  number integer NOT NULL,
  cells text NOT NULL CHECK (json_valid(cells)),
  match_key text,
  outcome text CHECK (outcome in ('new', 'changed', 'unchanged', 'refused')),
  reasons text CHECK (json_valid(reasons)),
  record_id integer,
  applied_at integer,
  FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX import_rows_number_idx ON import_rows (import_id,number);

CREATE INDEX import_rows_outcome_idx ON import_rows (import_id,outcome,number);

CREATE INDEX import_rows_key_idx ON import_rows (import_id,match_key,number);

CREATE TABLE imports (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  kind text NOT NULL CHECK (kind in ('accounts', 'catalog')),
  state text NOT NULL CHECK (state in ('uploaded', 'reading', 'checked', 'applying', 'applied', 'failed')),
  file_id integer NOT NULL,
  owner_id integer NOT NULL,
  header text NOT NULL CHECK (json_valid(header)),
  mapping text NOT NULL CHECK (json_valid(mapping)),
  options text NOT NULL CHECK (json_valid(options)),
  batch_id text NOT NULL,
  error text,
  started_at integer,
  finished_at integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE RESTRICT,
  FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE allocations (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  from_document_id integer NOT NULL,
  to_document_id integer NOT NULL,
  amount_minor integer NOT NULL,
  rate text,
  allocated_on text NOT NULL,
  reverses_id integer,
  created_at integer NOT NULL,
  FOREIGN KEY (from_document_id) REFERENCES documents(id) ON DELETE RESTRICT,
  FOREIGN KEY (to_document_id) REFERENCES documents(id) ON DELETE RESTRICT,
  CONSTRAINT allocations_not_zero CHECK(amount_minor <> 0)
) STRICT;

CREATE INDEX allocations_from_idx ON allocations (from_document_id);

CREATE INDEX allocations_to_idx ON allocations (to_document_id);

CREATE UNIQUE INDEX allocations_reverses_idx ON allocations (reverses_id);

CREATE TABLE receipt_tenders (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  document_id integer NOT NULL,
  position integer NOT NULL,
  method text NOT NULL CHECK (method in ('cash', 'transfer', 'debit_card', 'credit_card', 'cheque', 'deferred_cheque', 'wallet', 'withholding', 'credit', 'rounding')),
  amount_minor integer NOT NULL,
  reference text,
  cheque_state text CHECK (cheque_state in ('to_deposit', 'cleared', 'bounced')),
  cheque_due_on text,
  FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE RESTRICT,
  CONSTRAINT receipt_tenders_positive CHECK(amount_minor > 0)
) STRICT;

CREATE UNIQUE INDEX receipt_tenders_position_idx ON receipt_tenders (document_id,position);

CREATE TABLE sales_ledger (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  period text NOT NULL,
  document_id integer NOT NULL,
  kind text NOT NULL,
  fiscal_type text NOT NULL,
  label text NOT NULL,
  issued_on text NOT NULL,
  customer_name text NOT NULL,
  customer_tax_id text,
  status text NOT NULL CHECK (status in ('valid', 'voided')),
  sign integer NOT NULL,
  currency text NOT NULL,
  exchange_rate text,
  gross_minor integer NOT NULL,
  discount_minor integer NOT NULL,
  net_minor integer NOT NULL,
  tax_minor integer NOT NULL,
  total_minor integer NOT NULL,
  taxes text NOT NULL CHECK (json_valid(taxes)),
  created_at integer NOT NULL,
  FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX sales_ledger_period_idx ON sales_ledger (period,id);

CREATE INDEX sales_ledger_document_idx ON sales_ledger (document_id);

CREATE TABLE group_members (
  group_id integer NOT NULL,
  user_id integer NOT NULL,
  PRIMARY KEY(group_id, user_id),
  FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE cascade,
  FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE cascade
) STRICT;

CREATE INDEX group_members_user_idx ON group_members (user_id);

CREATE TABLE groups (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  name text NOT NULL,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL
) STRICT;

CREATE TABLE login_limits (
  key text PRIMARY KEY NOT NULL,
  points integer DEFAULT 0 NOT NULL,
  expire integer
) STRICT;

CREATE TABLE once_tokens (
  token_hash text PRIMARY KEY NOT NULL,
  purpose text NOT NULL CHECK (purpose in ('setup', 'staff_password', 'portal_password')),
  user_id integer,
  portal_user_id integer,
  created_at integer NOT NULL,
  expires_at integer NOT NULL
) STRICT;

CREATE TABLE portal_users (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  contact_id integer NOT NULL,
  email text NOT NULL,
  email_key text NOT NULL,
  password_hash text,
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  epoch integer DEFAULT 1 NOT NULL,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX portal_users_email_idx ON portal_users (email_key);

CREATE UNIQUE INDEX portal_users_contact_idx ON portal_users (contact_id);

CREATE TABLE profile_grants (
  profile_id integer NOT NULL,
  module text NOT NULL CHECK (module in ('prospects', 'activities', 'accounts', 'contacts', 'catalog', 'quotes', 'orders', 'invoices', 'receipts', 'imports', 'users', 'settings')),
  verb text NOT NULL CHECK (verb in ('view', 'create', 'edit', 'delete', 'assign', 'export', 'import', 'send', 'issue', 'void', 'collect', 'configure')),
  reach text NOT NULL CHECK (reach in ('own', 'group', 'subordinates', 'all')),
  PRIMARY KEY(profile_id, module, verb),
  FOREIGN KEY (profile_id) REFERENCES profiles(id) ON DELETE cascade
) STRICT;

CREATE TABLE profiles (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  name text NOT NULL,
  hidden_fields text NOT NULL CHECK (json_valid(hidden_fields)),
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL
) STRICT;

CREATE TABLE roles (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  name text NOT NULL,
  parent_id integer,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (parent_id) REFERENCES roles(id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE sessions (
  id_hash text PRIMARY KEY NOT NULL,
  user_id integer,
  portal_user_id integer,
  epoch integer NOT NULL,
  created_at integer NOT NULL,
  last_seen_at integer NOT NULL,
  idle_until integer NOT NULL,
  absolute_until integer NOT NULL,
  idle_ms integer NOT NULL,
  ip text,
  agent text,
  FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE cascade,
  FOREIGN KEY (portal_user_id) REFERENCES portal_users(id) ON DELETE cascade
) STRICT;

CREATE INDEX sessions_user_idx ON sessions (user_id);

CREATE INDEX sessions_portal_idx ON sessions (portal_user_id);

CREATE TABLE user_profiles (
  user_id integer NOT NULL,
  profile_id integer NOT NULL,
  PRIMARY KEY(user_id, profile_id),
  FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE cascade,
  FOREIGN KEY (profile_id) REFERENCES profiles(id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE users (
  id integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_key text NOT NULL,
  password_hash text NOT NULL,
  role_id integer NOT NULL,
  is_admin integer DEFAULT 0 NOT NULL CHECK (is_admin in (0, 1)),
  is_active integer DEFAULT 1 NOT NULL CHECK (is_active in (0, 1)),
  epoch integer DEFAULT 1 NOT NULL,
  locale text DEFAULT 'es' NOT NULL CHECK (locale in ('es', 'en')),
  zone text,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  FOREIGN KEY (role_id) REFERENCES roles(id) ON DELETE RESTRICT
) STRICT;

CREATE UNIQUE INDEX users_email_idx ON users (email_key);

CREATE INDEX users_role_idx ON users (role_id);

create table outbox (
  id integer primary key,
  kind text not null,
  dedupe_key text unique,
  payload text not null check (json_valid(payload)),
  cursor text check (cursor is null or json_valid(cursor)),
  state text not null default 'queued' check (state in ('queued', 'running', 'sending', 'done', 'possibly_sent', 'parked')),
  run_at integer not null,
  attempts integer not null default 0,
  lease_until integer,
  lease_owner text,
  message_id text,
  last_error text,
  progress text check (progress is null or json_valid(progress)),
  created_at integer not null,
  finished_at integer,
  check ((lease_until is null) = (lease_owner is null)),
  check ((state in ('running', 'sending')) = (lease_owner is not null)),
  check ((state in ('done', 'possibly_sent', 'parked')) = (finished_at is not null))
) strict;
create index outbox_due_idx on outbox (run_at, id) where state = 'queued';
create index outbox_lease_idx on outbox (lease_until) where state in ('running', 'sending');
create index outbox_state_idx on outbox (state, kind, id);

-- Who reaches which account, written out plainly; account_access keeps it.
CREATE VIEW account_access_formula AS
  SELECT id AS account_id, 'u' || owner_id AS principal FROM accounts WHERE owner_id IS NOT NULL
  UNION SELECT id, 'g' || owner_group_id FROM accounts WHERE owner_group_id IS NOT NULL
  UNION SELECT ac.account_id, 'c' || c.owner_id FROM account_contacts ac JOIN contacts c ON c.id = ac.contact_id WHERE c.owner_id IS NOT NULL AND c.deleted_at IS NULL
  UNION SELECT account_id, 'g' || group_id FROM account_shares;

CREATE TRIGGER account_access_counted AFTER INSERT ON account_access BEGIN
  INSERT INTO account_access_counts (principal, accounts) VALUES (NEW.principal, 1) ON CONFLICT (principal) DO UPDATE SET accounts = accounts + 1;
END;
CREATE TRIGGER account_access_uncounted AFTER DELETE ON account_access BEGIN
  UPDATE account_access_counts SET accounts = accounts - 1 WHERE principal = OLD.principal;
END;

-- One index for every kind: rowid = id * 16 + kind (1 account, 2 contact, 3 prospect, 4 catalog item).
CREATE VIRTUAL TABLE search_words USING fts5(title, body, acl, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE search_fragments USING fts5(title, body, acl, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');

CREATE VIEW account_search AS
  SELECT a.id, a.id * 16 + 1 AS key, a.name AS title,
    concat_ws(' ', a.code, a.legal_name, a.tax_id_key, a.email, a.city, trim(a.phone_e164, '+'), replace(replace(replace(replace(replace(a.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')) AS body,
    coalesce((SELECT ' ' || group_concat(principal, ' ') || ' ' FROM account_access WHERE account_id = a.id), '') AS acl
  FROM accounts a WHERE a.deleted_at IS NULL;
CREATE VIEW contact_search AS
  SELECT c.id, c.id * 16 + 2 AS key, concat_ws(' ', c.given_name, c.family_name) AS title,
    concat_ws(' ', c.email, trim(c.phone_e164, '+'), replace(replace(replace(replace(replace(c.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')) AS body,
    coalesce(' u' || c.owner_id, '') || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM (SELECT DISTINCT principal FROM account_contacts ac JOIN account_access aa ON aa.account_id = ac.account_id WHERE ac.contact_id = c.id)), '') || ' ' AS acl
  FROM contacts c WHERE c.deleted_at IS NULL;
CREATE VIEW prospect_search AS
  SELECT p.id, p.id * 16 + 3 AS key, concat_ws(' ', p.person_name, p.company_name) AS title,
    concat_ws(' ', p.number, p.email, p.subject, trim(p.phone_e164, '+'), replace(replace(replace(replace(replace(p.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')) AS body,
    ' u' || p.owner_id || coalesce((SELECT ' ' || group_concat(principal, ' ') FROM account_access WHERE account_id = p.account_id), '') || ' ' AS acl
  FROM prospects p WHERE p.deleted_at IS NULL;
CREATE VIEW catalog_item_search AS
  SELECT i.id, i.id * 16 + 4 AS key, i.name AS title, concat_ws(' ', i.code, i.description) AS body, ' everyone ' AS acl
  FROM catalog_items i WHERE i.deleted_at IS NULL;

CREATE TRIGGER accounts_access_insert AFTER INSERT ON accounts BEGIN
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = NEW.id;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
END;
CREATE TRIGGER accounts_access_update AFTER UPDATE OF owner_id, owner_group_id ON accounts BEGIN
  DELETE FROM account_access WHERE account_id = NEW.id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = NEW.id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = NEW.id;
  DELETE FROM search_words WHERE rowid = NEW.id * 16 + 1;
  DELETE FROM search_fragments WHERE rowid = NEW.id * 16 + 1;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.id) k CROSS JOIN prospect_search s ON s.id = k.id;
END;
CREATE TRIGGER accounts_search_update AFTER UPDATE OF name, code, legal_name, tax_id_key, email, city, phone, phone_e164, deleted_at ON accounts BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id * 16 + 1;
  DELETE FROM search_fragments WHERE rowid = NEW.id * 16 + 1;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.id;
END;
CREATE TRIGGER accounts_access_delete AFTER DELETE ON accounts BEGIN
  DELETE FROM account_access WHERE account_id = OLD.id;
  DELETE FROM search_words WHERE rowid = OLD.id * 16 + 1;
  DELETE FROM search_fragments WHERE rowid = OLD.id * 16 + 1;
END;
CREATE TRIGGER account_contacts_access_insert AFTER INSERT ON account_contacts BEGIN
  DELETE FROM account_access WHERE account_id = NEW.account_id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = NEW.account_id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = NEW.account_id;
  DELETE FROM search_words WHERE rowid = NEW.account_id * 16 + 1;
  DELETE FROM search_fragments WHERE rowid = NEW.account_id * 16 + 1;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid = NEW.contact_id * 16 + 2;
  DELETE FROM search_fragments WHERE rowid = NEW.contact_id * 16 + 2;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.contact_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.contact_id;
END;
CREATE TRIGGER account_contacts_access_delete AFTER DELETE ON account_contacts BEGIN
  DELETE FROM account_access WHERE account_id = OLD.account_id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = OLD.account_id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = OLD.account_id;
  DELETE FROM search_words WHERE rowid = OLD.account_id * 16 + 1;
  DELETE FROM search_fragments WHERE rowid = OLD.account_id * 16 + 1;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid = OLD.contact_id * 16 + 2;
  DELETE FROM search_fragments WHERE rowid = OLD.contact_id * 16 + 2;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = OLD.contact_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = OLD.contact_id;
END;
CREATE TRIGGER account_shares_access_insert AFTER INSERT ON account_shares BEGIN
  DELETE FROM account_access WHERE account_id = NEW.account_id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = NEW.account_id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = NEW.account_id;
  DELETE FROM search_words WHERE rowid = NEW.account_id * 16 + 1;
  DELETE FROM search_fragments WHERE rowid = NEW.account_id * 16 + 1;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = NEW.account_id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = NEW.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = NEW.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
END;
CREATE TRIGGER account_shares_access_delete AFTER DELETE ON account_shares BEGIN
  DELETE FROM account_access WHERE account_id = OLD.account_id AND principal NOT IN (SELECT principal FROM account_access_formula WHERE account_id = OLD.account_id);
  INSERT OR IGNORE INTO account_access (principal, account_id) SELECT principal, account_id FROM account_access_formula WHERE account_id = OLD.account_id;
  DELETE FROM search_words WHERE rowid = OLD.account_id * 16 + 1;
  DELETE FROM search_fragments WHERE rowid = OLD.account_id * 16 + 1;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM account_search WHERE id = OLD.account_id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT contact_id AS id FROM account_contacts WHERE account_id = OLD.account_id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT id FROM prospects WHERE account_id = OLD.account_id) k CROSS JOIN prospect_search s ON s.id = k.id;
END;
CREATE TRIGGER account_contacts_stay BEFORE UPDATE OF account_id, contact_id ON account_contacts WHEN NEW.account_id <> OLD.account_id OR NEW.contact_id <> OLD.contact_id BEGIN
  SELECT raise(ABORT, 'a relation is removed and added, not moved');
END;
CREATE TRIGGER contacts_search_insert AFTER INSERT ON contacts BEGIN
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.id;
END;
CREATE TRIGGER contacts_access_update AFTER UPDATE OF owner_id, deleted_at ON contacts BEGIN
  DELETE FROM account_access WHERE account_id IN (SELECT account_id FROM account_contacts WHERE contact_id = NEW.id)
    AND NOT EXISTS (SELECT 1 FROM account_access_formula f WHERE f.account_id = account_access.account_id AND f.principal = account_access.principal);
  INSERT OR IGNORE INTO account_access (principal, account_id)
    SELECT f.principal, f.account_id FROM account_contacts ac CROSS JOIN account_access_formula f ON f.account_id = ac.account_id WHERE ac.contact_id = NEW.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 1 FROM (SELECT account_id AS id FROM account_contacts WHERE contact_id = NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT account_id AS id FROM account_contacts WHERE contact_id = NEW.id) k CROSS JOIN account_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 1 FROM (SELECT account_id AS id FROM account_contacts WHERE contact_id = NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT account_id AS id FROM account_contacts WHERE contact_id = NEW.id) k CROSS JOIN account_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT o.contact_id AS id FROM account_contacts ac JOIN account_contacts o ON o.account_id = ac.account_id WHERE ac.contact_id = NEW.id UNION SELECT NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT o.contact_id AS id FROM account_contacts ac JOIN account_contacts o ON o.account_id = ac.account_id WHERE ac.contact_id = NEW.id UNION SELECT NEW.id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 2 FROM (SELECT o.contact_id AS id FROM account_contacts ac JOIN account_contacts o ON o.account_id = ac.account_id WHERE ac.contact_id = NEW.id UNION SELECT NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT o.contact_id AS id FROM account_contacts ac JOIN account_contacts o ON o.account_id = ac.account_id WHERE ac.contact_id = NEW.id UNION SELECT NEW.id) k CROSS JOIN contact_search s ON s.id = k.id;
  DELETE FROM search_words WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT p.id FROM account_contacts ac JOIN prospects p ON p.account_id = ac.account_id WHERE ac.contact_id = NEW.id));
  INSERT INTO search_words (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT p.id FROM account_contacts ac JOIN prospects p ON p.account_id = ac.account_id WHERE ac.contact_id = NEW.id) k CROSS JOIN prospect_search s ON s.id = k.id;
  DELETE FROM search_fragments WHERE rowid IN (SELECT id * 16 + 3 FROM (SELECT p.id FROM account_contacts ac JOIN prospects p ON p.account_id = ac.account_id WHERE ac.contact_id = NEW.id));
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT s.key, s.title, s.body, s.acl FROM (SELECT p.id FROM account_contacts ac JOIN prospects p ON p.account_id = ac.account_id WHERE ac.contact_id = NEW.id) k CROSS JOIN prospect_search s ON s.id = k.id;
END;
CREATE TRIGGER contacts_search_update AFTER UPDATE OF given_name, family_name, email, phone, phone_e164 ON contacts BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id * 16 + 2;
  DELETE FROM search_fragments WHERE rowid = NEW.id * 16 + 2;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM contact_search WHERE id = NEW.id;
END;
CREATE TRIGGER contacts_search_delete AFTER DELETE ON contacts BEGIN
  DELETE FROM search_words WHERE rowid = OLD.id * 16 + 2;
  DELETE FROM search_fragments WHERE rowid = OLD.id * 16 + 2;
END;

CREATE TRIGGER prospects_search_insert AFTER INSERT ON prospects BEGIN
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM prospect_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM prospect_search WHERE id = NEW.id;
END;
CREATE TRIGGER prospects_search_update AFTER UPDATE OF person_name, company_name, number, email, subject, phone, phone_e164, owner_id, account_id, deleted_at ON prospects BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id * 16 + 3;
  DELETE FROM search_fragments WHERE rowid = NEW.id * 16 + 3;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM prospect_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM prospect_search WHERE id = NEW.id;
END;
CREATE TRIGGER prospects_search_delete AFTER DELETE ON prospects BEGIN
  DELETE FROM search_words WHERE rowid = OLD.id * 16 + 3;
  DELETE FROM search_fragments WHERE rowid = OLD.id * 16 + 3;
END;
CREATE TRIGGER catalog_items_search_insert AFTER INSERT ON catalog_items BEGIN
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM catalog_item_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM catalog_item_search WHERE id = NEW.id;
END;
CREATE TRIGGER catalog_items_search_update AFTER UPDATE OF name, code, description, deleted_at ON catalog_items BEGIN
  DELETE FROM search_words WHERE rowid = NEW.id * 16 + 4;
  DELETE FROM search_fragments WHERE rowid = NEW.id * 16 + 4;
  INSERT INTO search_words (rowid, title, body, acl) SELECT key, title, body, acl FROM catalog_item_search WHERE id = NEW.id;
  INSERT INTO search_fragments (rowid, title, body, acl) SELECT key, title, body, acl FROM catalog_item_search WHERE id = NEW.id;
END;
CREATE TRIGGER catalog_items_search_delete AFTER DELETE ON catalog_items BEGIN
  DELETE FROM search_words WHERE rowid = OLD.id * 16 + 4;
  DELETE FROM search_fragments WHERE rowid = OLD.id * 16 + 4;
END;

-- What was printed or is fiscal never changes again. Filing (account, contact, owner), state and kept balances may.
CREATE TRIGGER documents_frozen BEFORE UPDATE ON documents WHEN OLD.is_frozen = 1 BEGIN
  SELECT raise(ABORT, 'frozen document') WHERE NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.fiscal_type IS NOT OLD.fiscal_type OR NEW.series_id IS NOT OLD.series_id OR NEW.number IS NOT OLD.number OR NEW.revision IS NOT OLD.revision OR NEW.revision_of IS NOT OLD.revision_of OR NEW.label IS NOT OLD.label OR NEW.is_frozen IS NOT OLD.is_frozen OR NEW.issued_elsewhere IS NOT OLD.issued_elsewhere OR NEW.prospect_id IS NOT OLD.prospect_id OR NEW.created_by IS NOT OLD.created_by OR NEW.work_center_id IS NOT OLD.work_center_id OR NEW.customer_name IS NOT OLD.customer_name OR NEW.customer_name_key IS NOT OLD.customer_name_key OR NEW.customer_snapshot IS NOT OLD.customer_snapshot OR NEW.issuer_snapshot IS NOT OLD.issuer_snapshot OR NEW.issued_on IS NOT OLD.issued_on OR NEW.due_on IS NOT OLD.due_on OR NEW.valid_until IS NOT OLD.valid_until OR NEW.currency IS NOT OLD.currency OR NEW.exchange_rate IS NOT OLD.exchange_rate OR NEW.price_mode IS NOT OLD.price_mode OR NEW.rounding_mode IS NOT OLD.rounding_mode OR NEW.tax_scope IS NOT OLD.tax_scope OR NEW.discount_type IS NOT OLD.discount_type OR NEW.discount_value IS NOT OLD.discount_value OR NEW.gross_minor IS NOT OLD.gross_minor OR NEW.discount_minor IS NOT OLD.discount_minor OR NEW.net_minor IS NOT OLD.net_minor OR NEW.tax_minor IS NOT OLD.tax_minor OR NEW.withheld_minor IS NOT OLD.withheld_minor OR NEW.total_minor IS NOT OLD.total_minor OR NEW.notes IS NOT OLD.notes OR NEW.terms IS NOT OLD.terms OR NEW.content_sha256 IS NOT OLD.content_sha256 OR NEW.previous_sha256 IS NOT OLD.previous_sha256 OR NEW.frozen_at IS NOT OLD.frozen_at OR NEW.deleted_at IS NOT OLD.deleted_at OR NEW.created_at IS NOT OLD.created_at;
END;
CREATE TRIGGER documents_frozen_kept BEFORE DELETE ON documents WHEN OLD.is_frozen = 1 BEGIN
  SELECT raise(ABORT, 'frozen document');
END;
CREATE TRIGGER document_lines_frozen_insert BEFORE INSERT ON document_lines WHEN (SELECT is_frozen FROM documents WHERE id = NEW.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_lines_frozen_update BEFORE UPDATE ON document_lines WHEN (SELECT is_frozen FROM documents WHERE id = OLD.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_lines_frozen_delete BEFORE DELETE ON document_lines WHEN (SELECT is_frozen FROM documents WHERE id = OLD.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_line_taxes_frozen_insert BEFORE INSERT ON document_line_taxes WHEN (SELECT d.is_frozen FROM document_lines l JOIN documents d ON d.id = l.document_id WHERE l.id = NEW.line_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_line_taxes_frozen_update BEFORE UPDATE ON document_line_taxes WHEN (SELECT d.is_frozen FROM document_lines l JOIN documents d ON d.id = l.document_id WHERE l.id = OLD.line_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_line_taxes_frozen_delete BEFORE DELETE ON document_line_taxes WHEN (SELECT d.is_frozen FROM document_lines l JOIN documents d ON d.id = l.document_id WHERE l.id = OLD.line_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_taxes_frozen_insert BEFORE INSERT ON document_taxes WHEN (SELECT is_frozen FROM documents WHERE id = NEW.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_taxes_frozen_update BEFORE UPDATE ON document_taxes WHEN (SELECT is_frozen FROM documents WHERE id = OLD.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER document_taxes_frozen_delete BEFORE DELETE ON document_taxes WHEN (SELECT is_frozen FROM documents WHERE id = OLD.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER receipt_tenders_frozen_insert BEFORE INSERT ON receipt_tenders WHEN (SELECT is_frozen FROM documents WHERE id = NEW.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER receipt_tenders_frozen_update BEFORE UPDATE OF document_id, position, method, amount_minor, reference, cheque_due_on ON receipt_tenders WHEN (SELECT is_frozen FROM documents WHERE id = OLD.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER receipt_tenders_frozen_delete BEFORE DELETE ON receipt_tenders WHEN (SELECT is_frozen FROM documents WHERE id = OLD.document_id) = 1 BEGIN SELECT raise(ABORT, 'frozen document'); END;
CREATE TRIGGER allocations_not_changed BEFORE UPDATE ON allocations BEGIN SELECT raise(ABORT, 'allocations are reversed, not changed'); END;
CREATE TRIGGER allocations_not_deleted BEFORE DELETE ON allocations BEGIN SELECT raise(ABORT, 'allocations are reversed, not deleted'); END;
CREATE TRIGGER sales_ledger_not_changed BEFORE UPDATE ON sales_ledger BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER sales_ledger_not_deleted BEFORE DELETE ON sales_ledger BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER events_not_changed BEFORE UPDATE ON events BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_not_deleted BEFORE DELETE ON events BEGIN SELECT raise(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_payloads_not_changed BEFORE UPDATE ON event_payloads BEGIN SELECT raise(ABORT, 'payloads are append-only'); END;
