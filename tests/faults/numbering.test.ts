import { fork } from "node:child_process";
import { once } from "node:events";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { documents, salesLedger, series } from "@/db/schema";
import { write } from "@/db/write";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createInvoice } from "@/lib/invoices/commands";
import { bundled } from "../support/bundle";
import { startCompany } from "../support/company";
import { cement, draft } from "../support/papers";
import { dataOf } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";
import { faultsIn, noFaults } from "./series";

const rounds = 5;
const atOnce = 64;

let server: RunningServer;
let marta: Visitor;
let db: Database;
beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "MX", zone: "America/Mexico_City" } }));
  db = dataOf(server);
});
afterAll(async () => {
  db.$client.close();
  await server.stop();
});

test(`${atOnce} at once over HTTP, ${rounds} times, beside a second process that falls and is killed: no gap, no double, no error to anybody`, async () => {
  const by = { userId: 1, now: Date.now(), today: new Date().toISOString().slice(0, 10) };
  const accountId = write(db, (tx) => createAccount(tx, accountForm.parse({ name: "Acme", ownerId: "1", taxId: "ACM990101AB1" }), by)).id;
  const endOfSecond = await issuingBeside(accountId, rounds * atOnce);
  for (let round = 0; round < rounds; round += 1) {
    const ids = write(db, (tx) => Array.from({ length: atOnce }, () => createInvoice(tx, draft({ accountId, lines: [cement] }), by).id));
    const form = (await marta.visit(`/invoices/${ids[0]}`)).bodyFor("Emitir");
    const answers = await Promise.all(ids.map((id) => press(`/invoices/${ids[0]}`, another(form, id))));
    expect(answers.filter((answer) => !/^303 .*\/invoices\/\d+\?aviso=/.test(answer))).toEqual([]);
  }
  expect(await endOfSecond()).toBe("SIGKILL, then 0");

  const issued = db.select({ number: documents.number, issuedOn: documents.issuedOn }).from(documents).where(eq(documents.status, "issued")).all();
  expect(faultsIn(issued)).toEqual(noFaults);
  expect(issued).toHaveLength(2 * rounds * atOnce);
  expect(db.select({ next: series.next }).from(series).where(eq(series.kind, "invoice")).get()).toEqual({ next: issued.length + 1 });
  expect(db.select().from(salesLedger).all()).toHaveLength(issued.length);
  promise("D5", `${issued.length} numbers by two processes, a fifth of one's tries fallen and that one killed: 0 gaps, 0 doubles, 0 errors`);
}, 600_000);

/** What the server says to the press of a button, without going where it sends. */
async function press(path: string, body: FormData): Promise<string> {
  const { status, headers } = await marta.ask(path, { method: "POST", body, headers: { origin: new URL(marta.base).origin, "sec-fetch-site": "same-origin" } });
  return `${status} ${headers.get("location")}`;
}

/** The form as its own page would send it for another invoice. */
function another(form: FormData, id: number): FormData {
  const body = new FormData();
  for (const [name, value] of form) body.append(name, name === "id" ? String(id) : name === "_submission" ? crypto.randomUUID() : value);
  return body;
}

/** A process that issues `count` invoices and is killed on the way; another then does what it left. Answers how that went. */
async function issuingBeside(accountId: number, count: number): Promise<() => Promise<string>> {
  const program = await bundled("tests/support/issuing-child.ts");
  let done = 0;
  const start = (left: number) => fork(program, [server.dataDir, String(accountId), String(left)]);
  const first = start(count).on("message", () => {
    done += 1;
    if (done === Math.floor(count / 2)) first.kill("SIGKILL");
  });
  const firstEnd = once(first, "exit");
  return async () => {
    const [code, signal] = await firstEnd;
    const standing = db.$client.prepare("select count(*) from documents where status = 'issued'").pluck().get() as number;
    const [second] = await once(start(count - (standing - rounds * atOnce)), "exit");
    return `${signal ?? code}, then ${second}`;
  };
}
