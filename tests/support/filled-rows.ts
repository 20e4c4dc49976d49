type Row = Record<string, string | number | null>;

const stamps = { created_at: 1_780_000_000_000, updated_at: 1_780_000_000_000 };
const verbs = ["view", "create", "edit", "delete", "assign", "export"];
const modules = ["prospects", "activities", "accounts", "contacts"];
const id = (place: number) => 1000 + place;
const sha = (place: number) => place.toString(16).padStart(64, "0");
const uuid = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`;

/** A row for each place, in an order in which what is pointed at comes first. What customers and their papers bring is not here. */
export const rowsByTable: [string, (place: number) => Row][] = [
  ["roles", (n) => ({ id: id(n), name: `Puesto ${n}`, parent_id: n === 0 ? null : id(n - 1), ...stamps })],
  ["groups", (n) => ({ id: id(n), name: `Grupo ${n}`, ...stamps })],
  ["profiles", (n) => ({ id: id(n), name: `Perfil ${n}`, hidden_fields: n % 2 ? '["cost"]' : "[]", ...stamps })],
  ["profile_grants", (n) => ({ profile_id: id(Math.floor(n / 24)), module: modules[n % 4]!, verb: verbs[Math.floor(n / 4) % 6]!, reach: "own" })],
  [
    "users",
    (n) => ({ id: id(n), name: `Persona ${n}`, email: `p${n}@ejemplo.test`, email_key: `p${n}@ejemplo.test`, password_hash: "x", role_id: id(n), ...stamps }),
  ],
  ["user_profiles", (n) => ({ user_id: id(n), profile_id: id(n) })],
  ["group_members", (n) => ({ group_id: id(n), user_id: id(n) })],
  [
    "sessions",
    (n) => ({ id_hash: sha(n), user_id: id(n), epoch: 1, created_at: 1, last_seen_at: 2, idle_until: 3, absolute_until: 4, idle_ms: 5, ip: "10.0.0.1" }),
  ],
  ["once_tokens", (n) => ({ token_hash: sha(n), purpose: "staff_password", user_id: id(n), created_at: 1, expires_at: 2 })],
  ["calendar_feeds", (n) => ({ user_id: id(n), token_hash: sha(n), created_at: n })],
  ["login_limits", (n) => ({ key: `ip:10.0.0.${n}`, points: n, expire: 1_780_000_000_000 + n })],
  ["tags", (n) => ({ id: id(n), name: `Señal ${n}`, name_key: `senal ${n}` })],
  ["account_tags", (n) => ({ account_id: 1 + n, tag_id: id(n) })],
  ["account_shares", (n) => ({ account_id: 1 + n, group_id: id(n) })],
  ["origins", (n) => ({ id: id(n), code: `origen-${n}`, name: `Origen ${n}`, position: n, ...stamps })],
  ["picklist_options", (n) => ({ id: id(n), list: "industry", code: `giro-${n}`, name: `Giro ${n}`, color: "menta", position: n })],
  ["taxes", (n) => ({ id: id(n), code: `T${n}`, name: `Impuesto ${n}`, kind: "percent", rate: `${n % 30}.5`, treatment: "taxed", valid_from: "2026-01-01" })],
  [
    "catalog_items",
    (n) => ({ id: id(n), code: `ART-${n}`, name: `Artículo ${n}`, name_key: `articulo ${n}`, unit: "pieza", unit_price: `${n}.5`, cost: `${n}`, ...stamps }),
  ],
  ["catalog_item_taxes", (n) => ({ item_id: id(n), tax_id: id(n) })],
  ["work_centers", (n) => ({ id: id(n), code: `C${n}`, name: `Sucursal ${n}`, ...stamps })],
  ["issue_points", (n) => ({ id: id(n), work_center_id: id(n), code: "001", name: `Caja ${n}` })],
  [
    "series",
    (n) => ({ id: id(n), work_center_id: id(n), issue_point_id: id(n), kind: "invoice", prefix: `S${n}-`, next: 1 + n, last_issued_on: "2026-08-01" }),
  ],
  ["burned_numbers", (n) => ({ series_id: id(n), number: 1, reason: "Papel arruinado", burned_at: n })],
  [
    "prospects",
    (n) => ({
      id: id(n),
      number: 1 + n,
      status: n % 2 ? "contacted" : "new",
      contacted_on: "2026-08-01",
      person_name: `Interesada ${n}`,
      name_key: `interesada ${n}`,
      subject: "Láminas",
      color_background: "menta",
      color_text: "pizarra",
      account_id: 1 + n,
      owner_id: id(n),
      next_action_on: "2026-09-01",
      ...stamps,
    }),
  ],
  [
    "web_forms",
    (n) => ({
      ...{ id: id(n), name: `Formulario ${n}`, address: `formulario-${n}`, title: "Escríbanos", locale: "es", fields: "{}", owner_ids: "[1]", sites: "[]" },
      ...stamps,
    }),
  ],
  [
    "web_form_entries",
    (n) => ({ id: id(n), form_id: id(n), state: "waiting", reasons: '["links"]', said: `{"name":"Eva ${n}"}`, came: "{}", received_at: 1_780_000_000_000 }),
  ],
  [
    "activities",
    (n) => ({
      id: id(n),
      kind: "visit",
      status: n % 2 ? "planned" : "done",
      subject: `Visita ${n}`,
      prospect_id: id(n),
      account_id: 1 + n,
      owner_id: id(n),
      starts_at: "2026-09-01T10:00",
      ends_at: "2026-09-01T11:00",
      zone: "America/Monterrey",
      starts_at_utc: 1_788_278_400_000,
      ends_at_utc: 1_788_282_000_000,
      ...stamps,
    }),
  ],
  ["files", (n) => ({ id: id(n), sha256: sha(n), name: `hoja-${n}.csv`, mime: "text/csv", size: n, created_at: n, created_by: 1 })],
  ["document_pdfs", (n) => ({ document_id: 1 + n, content_sha256: sha(n), file_id: id(n), created_at: n })],
  ["document_links", (n) => ({ from_line_id: 1 + n, to_line_id: 2 + n, quantity: "0.5" })],
  [
    "imports",
    (n) => ({
      id: id(n),
      kind: "accounts",
      state: "applied",
      file_id: id(n),
      owner_id: 1,
      header: '["Nombre"]',
      mapping: '{"0":"name"}',
      options: "{}",
      batch_id: uuid(n),
      ...stamps,
    }),
  ],
  ["import_rows", (n) => ({ import_id: id(n), number: 1, cells: `["Acme ${n}"]`, outcome: "new", record_id: 4 + n, applied_at: n })],
  ["mail_drafts", (n) => ({ id: id(n), user_id: id(n), typed: '{"about":["account"],"text":["Buen día"]}', created_at: n })],
  [
    "submissions",
    (n) => ({ id: uuid(n), actor: "staff:1", event: "account.created", location: `/accounts/${n}`, notice_values: "{}", event_id: 1 + n, created_at: n }),
  ],
];
