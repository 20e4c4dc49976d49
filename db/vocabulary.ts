/** The closed lists of the product. Imports nothing, so the browser, the schema and the rules share them. */

export const modules = [
  "prospects",
  "activities",
  "accounts",
  "contacts",
  "catalog",
  "quotes",
  "orders",
  "invoices",
  "receipts",
  "imports",
  "users",
  "settings",
] as const;
export type Module = (typeof modules)[number];

export const verbs = ["view", "create", "edit", "delete", "assign", "export", "import", "send", "issue", "void", "collect", "configure"] as const;
export type Verb = (typeof verbs)[number];

/** How far a grant reaches, narrowest first. */
export const reaches = ["own", "group", "subordinates", "all"] as const;
export type ReachName = (typeof reaches)[number];

export const hideableFields = ["cost", "internalNote"] as const;
export type HideableField = (typeof hideableFields)[number];

export const presets = ["own", "group", "all"] as const;
export type Preset = (typeof presets)[number];

export const actorKinds = ["staff", "customer", "system"] as const;

export const personTypes = ["company", "individual"] as const;

export const prospectStatuses = ["new", "contacted", "qualified", "nurturing", "converted", "lost"] as const;
export type ProspectStatus = (typeof prospectStatuses)[number];

/** What a person is told to do with a prospect; derived from the facts on every read, in the order in which it presses. */
export const signals = ["overdue", "today", "no_action", "quoted", "planned", "ordered", "cancelled"] as const;
export type Signal = (typeof signals)[number];

export const activityKinds = ["appointment", "task", "call", "whatsapp", "email", "meeting", "visit", "note"] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityStatuses = ["planned", "done", "cancelled"] as const;

export const documentKinds = ["quote", "order", "delivery_note", "delivery_return", "invoice", "debit_note", "credit_note", "receipt"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStatuses = ["draft", "sent", "accepted", "rejected", "confirmed", "on_hold", "issued", "delivered", "posted", "closed", "voided"] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

export const roundingModes = ["half_up", "half_even"] as const;
export const taxScopes = ["rate", "line"] as const;
export const priceModes = ["tax_excluded", "tax_included"] as const;

export const taxKinds = ["percent", "percent_of_gross", "fixed_per_unit"] as const;
export const taxTreatments = ["taxed", "exempt", "zero_rated", "not_subject"] as const;

export const discountTypes = ["percent", "amount"] as const;

export const tenderMethods = [
  "cash",
  "transfer",
  "debit_card",
  "credit_card",
  "cheque",
  "deferred_cheque",
  "wallet",
  "withholding",
  "credit",
  "rounding",
] as const;
export type TenderMethod = (typeof tenderMethods)[number];
export const chequeStates = ["to_deposit", "cleared", "bounced"] as const;

export const catalogKinds = ["product", "service"] as const;

export const pickLists = ["contact_channel", "industry", "account_category", "lost_reason", "relation_role"] as const;
export type PickList = (typeof pickLists)[number];

export const importKinds = ["accounts", "catalog"] as const;
export type ImportKind = (typeof importKinds)[number];
export const importStates = ["uploaded", "reading", "checked", "applying", "applied", "failed"] as const;
export const importOutcomes = ["new", "changed", "unchanged", "refused"] as const;

export const outboxStates = ["queued", "running", "sending", "done", "possibly_sent", "parked"] as const;

/** Named colours people choose; each has a tested pair of inks for light and dark in `components/styles`. */
export const colors = [
  "pizarra",
  "grafito",
  "arena",
  "ladrillo",
  "coral",
  "ambar",
  "oliva",
  "verde",
  "menta",
  "turquesa",
  "cielo",
  "azul",
  "indigo",
  "violeta",
  "magenta",
  "rosa",
] as const;
export type Color = (typeof colors)[number];

/** What the product speaks. */
export const locales = ["es", "en"] as const;
