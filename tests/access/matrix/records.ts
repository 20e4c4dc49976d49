import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Transaction } from "@/db/open";
import {
  accountContacts,
  accountShares,
  accounts,
  activities,
  catalogItems,
  contacts,
  documentLines,
  documents,
  files,
  importRows,
  imports,
  portalUsers,
  prospects,
  receiptTenders,
} from "@/db/schema";
import type { PartySnapshot } from "@/db/schema/documents";
import { addDays } from "@/lib/core/dates";
import { recordEvent } from "@/lib/events/record";
import { notify } from "@/lib/notices/commands";
import { plantAttachments } from "./attached";
import { bait, globals, idOf, type Kind, type SetName, type SetSpec, setNames, sets, token } from "./facts";
import { plantParts } from "./parts";
import { type CustomerName, customers, personPlace, type plantTeam, relationsOf } from "./people";
import { plantTaken } from "./taken";

type Ids = ReturnType<typeof plantTeam>;
type Given = Record<string, unknown>;

const undated = { sinceOn: null, untilOn: null, serviceStartsOn: null, serviceEndsOn: null };
const stamps = { createdAt: 1_780_000_000_000, updatedAt: 1_780_000_000_000 };

/** The price a seller pays for the planted item: a number no other text holds. */
export const secretCost = "7391.17";

/** Every record of every set, each text of each with a canary of its own, and what happened to some. `today` in the company's zone. */
export function plantRecords(tx: Transaction, ids: Ids, today: string) {
  for (const name of setNames) plantSet(writerOf(tx), ids, name, today);
  plantAttachments(tx);
  plantParts(tx);
  plantTaken(tx, ids);
  for (const set of setNames) for (const kind of frozen) tx.run(`update documents set is_frozen = 1 where id = ${idOf({ set, kind })}`);
  plantCustomers(tx, ids, today);
  const item = { name: "Martillo", nameKey: "martillo", description: null, unit: null, unitPrice: "10", cost: secretCost, ...stamps };
  tx.insert(catalogItems)
    .values([
      { id: globals.item, ...item, code: "M-1" },
      { id: globals.trashedItem, ...item, code: "M-2", deletedAt: 1 },
    ])
    .run();
}

function plantSet(write: Writer, ids: Ids, set: SetName, today: string) {
  const spec: SetSpec = sets[set];
  const at = (kind: Kind) => idOf({ set, kind });
  const gone = spec.isTrashed ? { deletedAt: Date.now() } : {};
  const isGroup = spec.account === "Norte" || spec.account === "Sur";
  const holder = spec.account === null ? {} : isGroup ? { ownerGroupId: ids[spec.account] } : { ownerId: ids[spec.account] };
  const own = { ownerId: ids[spec.children], createdBy: ids.marta, ...stamps };
  const filed = { accountId: at("account") };

  write.row(accounts, at("account"), { ownerId: null, ...holder, createdBy: ids.marta, ...stamps, ...gone, country: "MX" });
  if (spec.sharedWith)
    write.tx
      .insert(accountShares)
      .values({ ...filed, groupId: ids[spec.sharedWith] })
      .run();
  const person = { ownerId: spec.contact && ids[spec.contact], createdBy: ids.marta, ...stamps, ...gone };
  write.row(contacts, at("contact"), person);
  write.row(contacts, at("looseContact"), person);
  write.row(accountContacts, at("relation"), { ...filed, contactId: at("contact"), ...undated, portalKinds: null, ...stamps });
  write.row(portalUsers, at("portalUser"), { contactId: at("contact"), passwordHash: null, ...stamps });

  const prospect = { ...own, ...gone, contactedOn: today, nextActionOn: today, quotedOn: null, country: "MX" };
  write.row(prospects, at("prospect"), { ...prospect, number: at("prospect"), ...filed });
  write.row(prospects, at("looseProspect"), { ...prospect, number: at("looseProspect"), nextActionOn: null, status: "lost", closedAt: 1 });
  const hours = { startsAt: `${today}T10:00`, endsAt: `${today}T11:00`, zone: "UTC", startsAtUtc: Date.parse(`${today}T10:00Z`) };
  const activity = { ...own, ...gone, ...hours, endsAtUtc: Date.parse(`${today}T11:00Z`), kind: "call", status: "planned" };
  write.row(activities, at("activity"), { ...activity, ...filed });
  write.row(activities, at("prospectActivity"), { ...activity, prospectId: at("looseProspect") });
  write.row(activities, at("looseActivity"), activity);

  const told = { kind: "reminder", subject: { kind: "activity", id: at("looseActivity") }, said: { when: token(at("looseActivity"), 70) } } as const;
  notify(write.tx, { ...told, userId: ids[spec.children], now: stamps.createdAt });

  for (const paper of papers) plantPaper(write, at(paper.place), { ...own, ...gone, ...filed, contactId: at("contact") }, paper, today);

  write.row(files, at("file"), { mime: "text/csv", size: 1, createdAt: 0, createdBy: own.ownerId });
  const options = { sheet: "csv", nullText: "", numberFormat: "1,234.56", dateFormat: "dd/mm/aaaa", country: "MX" };
  const sheet = { kind: "accounts", state: "checked", fileId: at("file"), header: [token(at("import"), 50)], mapping: { 0: "name" }, options };
  write.row(imports, at("import"), { ...own, ...sheet });
  for (const [number, outcome] of ["new", "refused"].entries()) {
    const cells = [`${bait} ${token(at("import"), 60 + number)}`];
    const reasons = outcome === "refused" ? [{ field: "name", code: "required" }] : null;
    write.tx
      .insert(importRows)
      .values({ importId: at("import"), number: number + 1, cells, outcome: outcome as "new", reasons })
      .run();
  }
  remember(write.tx, at);
}

const papers = [
  { place: "quote", kind: "quote", status: "draft" },
  { place: "sentQuote", kind: "quote", status: "sent" },
  { place: "order", kind: "order", status: "draft" },
  { place: "confirmedOrder", kind: "order", status: "confirmed" },
  { place: "invoice", kind: "invoice", status: "draft" },
  { place: "issuedInvoice", kind: "invoice", status: "issued" },
  { place: "receipt", kind: "receipt", status: "posted" },
] as const;

const frozen = ["sentQuote", "issuedInvoice", "receipt"] as const;

function plantPaper({ tx, row }: Writer, id: number, filed: Given, { kind, status }: (typeof papers)[number], today: string) {
  const isIssued = status !== "draft";
  const money = { currency: "MXN", exchangeRate: null, priceMode: "tax_excluded", roundingMode: "half_up", taxScope: "rate", discountValue: null };
  const dates = { issuedOn: today, dueOn: today, validUntil: addDays(today, 9) };
  const state = {
    kind,
    status,
    number: isIssued || kind === "quote" || kind === "order" ? id : null,
    fiscalType: "",
    contentSha256: null,
    previousSha256: null,
  };
  const sums = {
    grossMinor: 100_000,
    netMinor: 100_000,
    totalMinor: 100_000,
    ...(isIssued && (kind === "invoice" || kind === "receipt") && { paidMinor: 1, balanceMinor: 99_999 }),
  };
  let field = 100;
  const text = () => token(id, field++);
  row(documents, id, { ...filed, ...state, ...dates, ...money, ...sums, customerSnapshot: party(text), issuerSnapshot: party(text) });
  const amounts = { grossMinor: 100_000, discountMinor: 0, netMinor: 100_000, taxMinor: 0, totalMinor: 100_000 };
  if (kind === "receipt") tx.insert(receiptTenders).values({ documentId: id, position: 1, method: "cash", amountMinor: 100_000, reference: text() }).run();
  else row(documentLines, id, { documentId: id, position: 1, quantity: "1", unitPrice: "1000", discountValue: null, ...amounts }, 200);
}

function party(text: () => string): PartySnapshot {
  return { name: text(), legalName: text(), taxId: text(), taxIdLabel: text(), address: [text()], phone: text(), email: text(), contact: text() };
}

/** One contact each, in the accounts the case asks for. */
function plantCustomers(tx: Transaction, ids: Ids, today: string) {
  const { row } = writerOf(tx);
  for (const name of Object.keys(customers) as CustomerName[]) {
    const id = personPlace(name);
    row(contacts, id, { ownerId: null, createdBy: ids.marta, ...stamps });
    for (const { id: relationId, of, from, until, kinds, hasPortal = true } of relationsOf(name)) {
      const window = { serviceStartsOn: from === null ? null : addDays(today, from), serviceEndsOn: until === null ? null : addDays(today, until) };
      const accountId = idOf({ set: of, kind: "account" });
      row(accountContacts, relationId, { accountId, contactId: id, sinceOn: null, untilOn: null, hasPortal, ...window, portalKinds: kinds, ...stamps });
    }
    const email = `${name}@ejemplo.test`;
    row(portalUsers, id + 2, { contactId: id, email, emailKey: email, isActive: customers[name].isActive, passwordHash: null, ...stamps });
  }
}

/** A line of history for each record that has one, with the record's canary in what it changed. */
function remember(tx: Transaction, at: (kind: Kind) => number) {
  const told = { account: "name", contact: "givenName", prospect: "subject", quote: "notes", order: "notes", invoice: "notes" } as const;
  const viewer = { kind: "system", locale: "es", zone: "UTC", today: "" } as const;
  for (const [kind, field] of Object.entries(told) as [keyof typeof told, string][]) {
    const change = { kind, id: at(kind), accountId: at("account"), before: { [field]: token(at(kind), 90) }, after: { [field]: token(at(kind), 91) } };
    recordEvent(tx, { viewer, name: `${kind}.edited`, change, at: stamps.createdAt });
  }
}

type Writer = ReturnType<typeof writerOf>;

/** Writes rows whose every free text is `bait` and a canary of the row. */
function writerOf(tx: Transaction) {
  const row = (table: SQLiteTable, id: number, given: Given, from = 0) => {
    const values: Given = { id };
    for (const [place, [name, column]] of Object.entries(getTableColumns(table)).entries()) {
      if (column.columnType !== "SQLiteText" || column.enumValues?.length) continue;
      values[name] =
        name === "internalNote"
          ? `${bait} ${token(id, "n")}`
          : /^email(Key)?$/.test(name)
            ? `${token(id, from)}@ejemplo.test`
            : `${bait} ${token(id, from + place)}`;
    }
    tx.insert(table)
      .values({ ...values, ...given } as (typeof table)["$inferInsert"])
      .run();
  };
  return { tx, row };
}
