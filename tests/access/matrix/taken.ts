import type { Transaction } from "@/db/open";
import { bulkRows, bulks, listColumns, listExports, mailDrafts, savedViews } from "@/db/schema";
import { type ListName, listNames, type Module } from "@/db/vocabulary";
import { idOf, type SetName, setNames, sets, token } from "./facts";
import { reach } from "./oracle";
import type { plantTeam, StaffName } from "./people";
import type { Verdict } from "./verdicts";

/** What each person took out of a list, and kept as a view, theirs alone even from the administrator, and changed in one, which the administrator sees too. One of each per set. */
export function plantTaken(tx: Transaction, ids: ReturnType<typeof plantTeam>) {
  for (const set of setNames) plantSet(tx, set, ids[sets[set].children]);
  for (const userId of new Set(setNames.map((set) => ids[sets[set].children])))
    tx.insert(listColumns)
      .values({ userId, list: "catalog", columns: ["name"] })
      .run();
}

function plantSet(tx: Transaction, set: SetName, ownerId: number) {
  const id = idOf({ set, kind: "taken" });
  const address = (field: number) => `q=${token(id, field)}`;
  const times = { createdAt: 0, updatedAt: 0 };
  tx.insert(savedViews)
    .values({ id, list: "accounts", name: token(id, 501), ownerId, audience: "private", address: address(502), ...times })
    .run();
  tx.insert(listExports)
    .values({
      id,
      ownerId,
      list: "accounts",
      address: address(503),
      columns: ["name"],
      format: "csv",
      state: "done",
      rows: 0,
      expiresAt: Date.UTC(2100, 0),
      createdAt: 0,
    })
    .run();
  tx.insert(mailDrafts)
    .values({ id, userId: ownerId, typed: { about: ["account"], id: [String(idOf({ set, kind: "account" }))], text: [token(id, 507)] }, createdAt: 0 })
    .run();
  const bulkId = idOf({ set, kind: "bulk" });
  const changes = { addTags: [token(bulkId, 505)] };
  tx.insert(bulks)
    .values({
      id: bulkId,
      ownerId,
      list: "accounts",
      deed: "edit",
      address: `q=${token(bulkId, 504)}`,
      changes,
      batchId: token(bulkId, 506),
      state: "done",
      createdAt: 0,
    })
    .run();
  tx.insert(bulkRows).values({ bulkId, recordId: bulkId, outcome: "unchanged", reasons: null }).run();
}

/** The pages about lists, by each list's address. */
export function listAddresses(path: string): string[] {
  return listNames.map((list) => path.replace("[list]", list));
}

const papers: readonly ListName[] = ["quotes", "orders", "invoices", "receipts"];

/** Who has no such list finds nothing; taking it out and changing many are rights of their own. */
export function listVerdict(name: StaffName, address: string): Verdict {
  const [, , list, page] = address.split("/") as [string, string, ListName, string];
  if (list === "mails") return page === "bulk" ? "missing" : page === "export" && !modulesWithMails.some((module) => isOut(name, module)) ? "refused" : "shown";
  const may = (verb: "view" | "export" | "edit" | "assign") => reach(name, list, verb) !== undefined;
  if (!may("view")) return "missing";
  if (page === "export" && !may("export")) return "refused";
  return page === "bulk" && !may("assign") && (papers.includes(list) || !may("edit")) ? "refused" : "shown";
}

/** The log of mails is the whole team's, and goes out with what may go out of the records it tells of. */
const modulesWithMails: Module[] = ["accounts", "contacts", "activities", "quotes", "orders", "invoices", "receipts"];

function isOut(name: StaffName, module: Module): boolean {
  return reach(name, module, "view") !== undefined && reach(name, module, "export") !== undefined;
}
