import { and, eq, isNull } from "drizzle-orm";
import { accounts, users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { findDocument } from "@/lib/documents/queries";
import { createInvoice, issueInvoice, voidInvoice } from "@/lib/invoices/commands";
import { draft, system } from "./papers";
import { dataOf } from "./people";

type Server = { dataDir: string };
type Line = { description: string; quantity?: string; unitPrice: string; taxes?: string[]; unit?: string; discount?: string };
type Draft = { account: string; lines: Line[]; dueOn?: string; notes?: string };

/** Issues an invoice in a running company by the same commands as its pages. Returns its id. */
export function bill(server: Server, paper: Draft, isIssued = true): number {
  const db = dataOf(server);
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const id = write(db, (tx) => {
    const userId = tx.select({ id: users.id }).from(users).where(eq(users.isAdmin, true)).get()!.id;
    const known = tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, paper.account)).get();
    const typed = accountForm.parse({
      name: paper.account,
      ownerId: String(userId),
      taxId: "AOC990101XY9",
      saveTaxIdAnyway: "on",
      address: "Álvaro Obregón 45",
      city: "Guadalajara",
    });
    const accountId = known?.id ?? createAccount(tx, typed, { userId, now }).id;
    if (isIssued)
      tx.update(accounts)
        .set({ taxId: typed.taxId })
        .where(and(eq(accounts.id, accountId), isNull(accounts.taxId)))
        .run();
    const by = { userId, now, today };
    const made = createInvoice(tx, draft({ ...paper, accountId, lines: paper.lines }), by);
    if (isIssued) issueInvoice(tx, findDocument(scopeFor(system, tx), "invoice", made.id)!, by);
    return made.id;
  });
  db.$client.close();
  return id;
}

export function unbill(server: Server, id: number) {
  const db = dataOf(server);
  const now = Date.now();
  write(db, (tx) =>
    voidInvoice(tx, findDocument(scopeFor(system, tx), "invoice", id)!, "Prueba", { userId: 1, now, today: new Date(now).toISOString().slice(0, 10) }),
  );
  db.$client.close();
}
