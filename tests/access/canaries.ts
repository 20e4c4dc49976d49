import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Transaction } from "@/db/open";
import {
  accountContacts,
  accounts,
  activities,
  catalogItems,
  contacts,
  documentLines,
  documents,
  files,
  groups,
  importRows,
  imports,
  portalUsers,
  prospects,
  users,
} from "@/db/schema";
import type { PartySnapshot } from "@/db/schema/documents";

/** In every text of every planted record, with a number of its own; never in a page of somebody who may not see it. */
export const canary = "zqcanto";
/** A word that every planted text holds, for searching without typing the canary. */
export const bait = "secreto";

/** The records of one owner by the first part of their pages' addresses. Numbers nobody else has, so that they can be told in a page. */
export type Planted = Record<string, { id: number; parameters?: Record<string, number> }>;

const stamps = { createdAt: 1_780_000_000_000, updatedAt: 1_780_000_000_000 };
const day = "2026-08-22";

type Owner = { ownerId: number; roleId: number; from: number; words: string };

/** One record of each kind, all of one owner, each with every text its table has. What everybody may see (an item, a colleague's name) is not signed. */
export function plant(tx: Transaction, { ownerId, roleId, from, words }: Owner): Planted {
  const own = { ownerId, createdBy: ownerId, ...stamps };
  const write = writer(tx, words);
  const { text, mail } = write;
  const id = (place: number) => from + place;
  const reached = (place: number) => ({ phone: `81 1234 567${place}`, phoneE164: `+52811234567${place}`, email: mail(place), emailKey: mail(place) });

  write.row(accounts, { id: id(1), ...own, ...reached(1), country: "MX" });
  write.row(contacts, { id: id(2), ...own, ...reached(2) });
  write.row(accountContacts, {
    id: id(3),
    accountId: id(1),
    contactId: id(2),
    sinceOn: null,
    untilOn: null,
    serviceStartsOn: null,
    serviceEndsOn: null,
    ...stamps,
  });
  write.row(prospects, {
    id: id(4),
    number: id(4),
    ...own,
    ...reached(3),
    contactedOn: day,
    nextActionOn: day,
    quotedOn: null,
    country: "MX",
    accountId: id(1),
  });
  const at = { startsAt: `${day}T10:00`, endsAt: `${day}T11:00`, zone: "America/Monterrey", startsAtUtc: 1_787_414_400_000, endsAtUtc: 1_787_418_000_000 };
  write.row(activities, { id: id(5), ...own, ...at, kind: "call", status: "planned", accountId: id(1), prospectId: id(4) });
  for (const [place, kind] of papers) plantPaper(write, { id: id(place), kind, ...own, accountId: id(1), contactId: id(2) });
  const item = { name: "Martillo", nameKey: "martillo", code: `M-${from}`, description: null, unit: null };
  write.row(catalogItems, { id: id(10), ...item, unitPrice: "10", cost: "5", ...stamps });
  write.row(files, { id: id(11), mime: "text/csv", size: 1, createdAt: 0, createdBy: ownerId });
  const options = { sheet: "csv", nullText: "", numberFormat: "1,234.56", dateFormat: "dd/mm/aaaa", country: "MX" };
  write.row(imports, { id: id(12), ...own, kind: "accounts", state: "checked", fileId: id(11), header: [text()], mapping: { 0: "name" }, options });
  write.row(importRows, { id: id(13), importId: id(12), number: 1, cells: [text()], outcome: "new", reasons: null });
  write.row(users, { id: id(14), name: "Eva", roleId, email: mail(4), emailKey: mail(4), zone: null, ...stamps });
  write.row(groups, { id: id(15), name: "Norte", ...stamps });
  write.row(portalUsers, { id: id(16), contactId: id(2), email: mail(2), emailKey: mail(2), passwordHash: null, ...stamps });

  return {
    "/accounts": { id: id(1) },
    "/contacts": { id: id(2), parameters: { relationId: id(3) } },
    "/prospects": { id: id(4) },
    "/activities": { id: id(5) },
    "/quotes": { id: id(6) },
    "/orders": { id: id(7) },
    "/invoices": { id: id(8) },
    "/receipts": { id: id(9) },
    "/portal/documents": { id: id(8) },
    "/catalog": { id: id(10) },
    "/imports": { id: id(12) },
    "/settings/users": { id: id(14) },
    "/settings/groups": { id: id(15) },
  };
}

const papers = [
  [6, "quote"],
  [7, "order"],
  [8, "invoice"],
  [9, "receipt"],
] as const;

type Write = ReturnType<typeof writer>;

/** Writes rows whose every free text holds `words` and a number of its own. */
function writer(tx: Transaction, words: string) {
  let drawn = 0;
  const text = () => {
    drawn += 1;
    return `${words}${drawn}`;
  };
  const free = (table: SQLiteTable) =>
    Object.entries(getTableColumns(table)).filter(([, column]) => column.columnType === "SQLiteText" && !column.enumValues?.length);
  const row = <Table extends SQLiteTable>(table: Table, given: Record<string, unknown>) =>
    void tx
      .insert(table)
      .values({ ...Object.fromEntries(free(table).map(([name]) => [name, text()])), ...given } as Table["$inferInsert"])
      .run();
  return { row, text, mail: (place: number) => `${words.replaceAll(" ", ".")}${place}@ejemplo.test` };
}

function plantPaper({ row, text }: Write, filed: { id: number } & Record<string, unknown>) {
  const money = { currency: "MXN", exchangeRate: null, priceMode: "tax_excluded", roundingMode: "half_up", taxScope: "rate", discountValue: null };
  const dates = { issuedOn: day, dueOn: day, validUntil: day };
  const draft = { fiscalType: "", status: "draft", contentSha256: null, previousSha256: null };
  row(documents, { ...filed, ...draft, ...dates, ...money, customerSnapshot: party(text), issuerSnapshot: party(text) });
  const amounts = { grossMinor: 1000, discountMinor: 0, netMinor: 1000, taxMinor: 0, totalMinor: 1000 };
  row(documentLines, { documentId: filed.id, position: 1, quantity: "1", unitPrice: "10", discountValue: null, ...amounts });
}

function party(text: () => string): PartySnapshot {
  return { name: text(), legalName: text(), taxId: text(), taxIdLabel: text(), address: [text()], phone: text(), email: text(), contact: text() };
}
