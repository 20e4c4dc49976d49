/** The closed lists of the product. Imports nothing, so the browser, the schema and the rules share them. */

export const modules = [
  ...(["prospects", "activities", "accounts", "contacts", "catalog"] as const),
  ...(["quotes", "orders", "invoices", "receipts", "imports", "users", "settings"] as const),
] as const;
export type Module = (typeof modules)[number];

/** Those whose records somebody may or may not see; each is the first step of its records' addresses. */
export const seenModules = [
  ...(["accounts", "contacts", "prospects", "activities"] as const),
  ...(["catalog", "quotes", "orders", "invoices", "receipts"] as const),
] as const satisfies readonly Module[];
export type SeenModule = (typeof seenModules)[number];

export function isSeenModule(name: string | undefined): name is SeenModule {
  return seenModules.some((module) => module === name);
}

/** Those a company cannot do without: all the others hang on them, and can be switched off. */
export const lastingModules = ["accounts", "contacts", "users", "settings"] as const satisfies readonly Module[];
export type SwitchableModule = Exclude<Module, (typeof lastingModules)[number]>;
export const switchableModules = modules.filter((module): module is SwitchableModule => !lastingModules.some((one) => one === module));

/** What a company uses the program for. */
export const purposes = ["commercial", "services", "crm"] as const;
export type Purpose = (typeof purposes)[number];

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

export const contactPointKinds = ["phone", "email"] as const;
export type ContactPointKind = (typeof contactPointKinds)[number];
/** What a phone or a mailbox is for; of each kind some. */
export const contactPointUses = ["mobile", "work", "home", "fax", "personal", "billing", "other"] as const;
export type ContactPointUse = (typeof contactPointUses)[number];

/** What an address of an account is for. */
export const addressUses = ["fiscal", "delivery", "office", "other"] as const;
export type AddressUse = (typeof addressUses)[number];

/** What is counted of whoever came by an origin. */
export const originMeasures = ["accounts", "contacts", "prospects", "won", "invoiced"] as const;
export type OriginMeasure = (typeof originMeasures)[number];

export const prospectStatuses = ["new", "contacted", "qualified", "nurturing", "converted", "lost"] as const;
export type ProspectStatus = (typeof prospectStatuses)[number];

/** What a person is told to do with a prospect; derived from the facts on every read, in the order in which it presses. */
export const signals = ["overdue", "today", "no_action", "quoted", "planned", "ordered", "cancelled"] as const;
export type Signal = (typeof signals)[number];

export const opportunityStatuses = ["open", "won", "lost"] as const;
export type OpportunityStatus = (typeof opportunityStatuses)[number];

export const activityKinds = ["appointment", "task", "call", "whatsapp", "email", "meeting", "visit", "note"] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityStatuses = ["planned", "done", "cancelled"] as const;

/** How work comes again. `month_end` is the last day of each month, whichever it is. */
export const repetitionUnits = ["day", "week", "month", "month_end", "year"] as const;
export type RepetitionUnit = (typeof repetitionUnits)[number];

/** What a form on the web asks for beside the name, and how. */
export const webFormFields = ["company", "phone", "email", "region", "subject", "message"] as const;
export type WebFormField = (typeof webFormFields)[number];
export const webFormUses = ["hidden", "optional", "required"] as const;
export type WebFormUse = (typeof webFormUses)[number];

export const webFormEntryStates = ["waiting", "accepted", "discarded"] as const;
export type WebFormEntryState = (typeof webFormEntryStates)[number];

/** Why what was sent is looked at by a person first. */
export const reviewReasons = ["chosen", "honeypot", "too_fast", "too_old", "unsigned", "again", "links", "no_owner"] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** What a colleague is told of; each has its sentence under `notices.kinds`. */
export const noticeKinds = ["mention", "reminder", "password_link", "web_form"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const documentKinds = ["quote", "order", "delivery_note", "delivery_return", "invoice", "debit_note", "credit_note", "receipt"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStatuses = ["draft", "sent", "accepted", "rejected", "confirmed", "on_hold", "issued", "delivered", "posted", "closed", "voided"] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** Records that files hang on. */
export const attachmentKinds = ["account", "contact", "prospect", "activity", "catalog_item", ...documentKinds] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

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

export const pickLists = ["contact_channel", "industry", "account_category", "interest_level", "lost_reason", "relation_role"] as const;
export type PickList = (typeof pickLists)[number];

export const importKinds = ["accounts", "catalog"] as const;
export type ImportKind = (typeof importKinds)[number];
export const importStates = ["uploaded", "reading", "checked", "applying", "applied", "failed"] as const;
export const importOutcomes = ["new", "changed", "unchanged", "refused"] as const;

/** The lists that sort, filter, remember and go out alike; each is its module's too, but the log of mails, which hang on records of several. */
export const listNames = [
  ...(["accounts", "contacts", "prospects", "activities"] as const),
  ...(["quotes", "orders", "invoices", "receipts", "catalog", "mails"] as const),
] as const satisfies readonly (Module | "mails")[];
export type ListName = (typeof listNames)[number];
export const audiences = ["private", "group", "all"] as const;
export type Audience = (typeof audiences)[number];
export const sheetFormats = ["xlsx", "csv"] as const;
export const workStates = ["waiting", "working", "done", "failed"] as const;
export const bulkDeeds = ["edit", "undo"] as const;
/** What somebody has that is handed over all at once, in the order in which it goes. */
export const handedOver = ["accounts", "contacts", "prospects", "activities"] as const satisfies readonly Module[];
export type HandedOver = (typeof handedOver)[number];
export const bulkOutcomes = ["changed", "unchanged", "refused", "kept"] as const;

export const outboxStates = ["queued", "running", "sending", "done", "possibly_sent", "parked"] as const;

/** What becomes of a mail; kept from the state of its job. */
export const mailStates = ["queued", "sending", "sent", "possibly_sent", "failed"] as const;
export type MailState = (typeof mailStates)[number];

/** The records a mail is written from, by hand or from a template. */
export const mailKinds = ["account", "contact", "prospect", "quote", "order", "invoice", "receipt"] as const;
export type MailKind = (typeof mailKinds)[number];

/** What a mail may be about; the last four are written by the program itself. */
export const mailTopics = [...mailKinds, "activity", "user", "portal_user", "test"] as const;
export type MailTopic = (typeof mailTopics)[number];

export const recipientKinds = ["to", "cc"] as const;

/** How the line to the mail server is closed to others: from the first byte, after greeting, or not at all. */
export const mailSecurities = ["tls", "starttls", "none"] as const;
export type MailSecurity = (typeof mailSecurities)[number];

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
