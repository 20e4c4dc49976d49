import type { Database } from "@/db/open";
import { write } from "@/db/write";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createInvoice } from "@/lib/invoices/commands";
import { draft } from "../support/papers";
import { lineText } from "./paper-writers";
import type { Client } from "./writers";

const draftsEach = 12;

/** Gives every client drafts to issue and lists to apply, and lets the jobs that a kill sent to the end of the line go on at once. */
export async function restock(db: Database, clients: Client[], taken: Set<string>) {
  db.$client.exec("update outbox set run_at = 0 where state = 'queued' and run_at > 0");
  const by = { userId: 1, now: Date.now(), today: new Date().toISOString().slice(0, 10) };
  for (const client of clients) {
    const { records } = client.drafts;
    if (records.length >= draftsEach / 2) continue;
    write(db, (tx): void => {
      const accountId = createAccount(tx, accountForm.parse({ name: "La que compra", ownerId: "1", taxId: "XAXX010101000" }), by).id;
      while (records.length < draftsEach) {
        const submission = crypto.randomUUID();
        const line = { description: lineText(submission), unit: "saco", unitPrice: "228.55", quantity: "3" };
        records.push({ submission, id: createInvoice(tx, draft({ accountId, lines: [line] }), by).id });
      }
    });
    client.drafts.form ??= await formOf(client, `/invoices/${records[0]!.id}`, "Emitir");
  }
  const waiting = db.$client.prepare(checkedLists).all() as { id: number; submission: string; rows: number }[];
  for (const [place, { id, submission, rows }] of waiting.filter((list) => !taken.has(list.submission)).entries()) {
    taken.add(submission);
    const client = clients[place % clients.length]!;
    client.checked.records.push({ id, submission });
    client.checked.form ??= await formOf(client, `/imports/${id}`, `Aplicar ${rows} renglones`);
  }
}

const checkedLists = `
  select imports.id, substr(files.name, 38, 36) as submission, (select count(*) from import_rows where import_id = imports.id and outcome = 'new') as rows
  from imports join files on files.id = imports.file_id
  where imports.state = 'checked'`;

async function formOf({ visitor }: Client, path: string, button: string) {
  const page = await visitor.visit(path);
  return { path, body: page.bodyFor(button) };
}
