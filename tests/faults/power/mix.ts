import { openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { dataFolder } from "@/db/data-folder";
import { connect, openDatabase } from "@/db/open";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { documentForm, documentRef } from "@/lib/documents/forms";
import { findDocument } from "@/lib/documents/queries";
import type { Change } from "@/lib/events/record";
import { keepFile } from "@/lib/files/store";
import { uploadImport } from "@/lib/imports/commands";
import { uploadForm } from "@/lib/imports/forms";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { type Operation, perform } from "@/lib/web/perform";

const [acknowledgements, turns, pragmas = ""] = process.argv.slice(2);
const now = Date.UTC(2026, 10, 22, 18);
const by = { userId: 1, now, today: "2026-11-22" };

const said = openSync(acknowledgements!, "a");
const handle = openDatabase(join(dataFolder(), "cartera.sqlite"));
for (const pragma of pragmas.split(" ").filter(Boolean)) handle.pragma(pragma);
const db = connect(handle);
const viewer = loadStaffViewer(db, 1, now)!;

const shared = { allow: () => true, next: ({ id }: Change) => ({ to: String(id) }) };
const newAccount = {
  ...shared,
  event: "account.created",
  form: accountForm,
  subject: () => viewer,
  run: ({ tx, input }) => createAccount(tx, input, by),
} satisfies Operation<typeof accountForm, unknown, Change>;
const drafts = documentForm();
const newInvoice = {
  ...shared,
  event: "invoice.created",
  form: drafts,
  subject: () => viewer,
  run: ({ tx, input }) => createInvoice(tx, input, by),
} satisfies Operation<typeof drafts, unknown, Change>;
const issue = {
  ...shared,
  event: "invoice.issued",
  form: documentRef,
  subject: (scope, { id }) => findDocument(scope, "invoice", id),
  run: ({ tx, subject }) => issueInvoice(tx, subject, by),
} satisfies Operation<typeof documentRef, NonNullable<ReturnType<typeof findDocument>>, Change>;
const upload = {
  ...shared,
  event: "import.uploaded",
  form: uploadForm,
  subject: () => viewer,
  run: ({ tx, input }) => uploadImport(tx, input, by),
} satisfies Operation<typeof uploadForm, unknown, Change>;

/** What people do, on the product's own connection and files, watched by strace from outside: a line for each deed, written once it was done. */
for (let turn = 0; turn < Number(turns); turn += 1) {
  const accountId = does(newAccount, { name: `Cuenta ${turn}`, ownerId: "1", taxId: "XAXX010101000", description: "x".repeat(turn * 40) });
  const line = { description: "Cemento gris 50 kg", unit: "saco", unitPrice: "228.5", quantity: "2" };
  does(issue, { id: does(newInvoice, { accountId, lines: [line, line] }) });
  const bytes = Buffer.alloc(9_000 + turn * 701, `${turn},`);
  const file = { ...(await keepFile(bytes, bytes.length)), name: `lista-${turn}.csv` };
  does(upload, { kind: "accounts", file }, file.sha256);
}
handle.close();

/** Answers the id of what it made. */
function does<Shape extends z.ZodType, Subject>(operation: Operation<Shape, Subject, Change>, typed: object, sha256?: string): string {
  const submission = crypto.randomUUID();
  const outcome = perform(operation, { db, viewer, input: operation.form.parse(typed), now, submission });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  writeSync(said, `${JSON.stringify({ submission, sha256 })}\n`);
  return outcome.to;
}
