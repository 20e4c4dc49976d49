import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { documents, salesLedger, series } from "@/db/schema";
import { write } from "@/db/write";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createInvoice } from "@/lib/invoices/commands";
import { startCompany } from "../support/company";
import { cement, draft } from "../support/papers";
import { dataOf } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

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

test(`${atOnce} invoices issued at once, ${rounds} times: no gap, no double, no error to anybody`, async () => {
  const by = { userId: 1, now: Date.now(), today: new Date().toISOString().slice(0, 10) };
  const accountId = write(db, (tx) => createAccount(tx, accountForm.parse({ name: "Acme", ownerId: "1", taxId: "ACM990101AB1" }), by)).id;
  for (let round = 0; round < rounds; round += 1) {
    const ids = write(db, (tx) => Array.from({ length: atOnce }, () => createInvoice(tx, draft({ accountId, lines: [cement] }), by).id));
    const form = (await marta.visit(`/invoices/${ids[0]}`)).bodyFor("Emitir");
    const answers = await Promise.all(ids.map((id) => press(`/invoices/${ids[0]}`, another(form, id))));
    expect(answers.filter((answer) => !/^303 .*\/invoices\/\d+\?aviso=/.test(answer))).toEqual([]);
  }
  const issued = db.select({ number: documents.number }).from(documents).where(eq(documents.status, "issued")).all();
  expect(faultsIn(issued.map(({ number }) => number!))).toEqual({ doubled: [], missing: [] });
  expect(issued).toHaveLength(rounds * atOnce);
  expect(db.select({ next: series.next }).from(series).where(eq(series.kind, "invoice")).get()).toEqual({ next: rounds * atOnce + 1 });
  expect(db.select().from(salesLedger).all()).toHaveLength(rounds * atOnce);
  promise("D5", `${issued.length} numbers asked at once over HTTP, 0 gaps, 0 doubles`);
}, 600_000);

test("the same check sees what the highest number plus one would do", async () => {
  const numbers: number[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const next = Math.max(0, ...numbers) + 1;
      await Promise.resolve();
      numbers.push(next);
    }),
  );
  expect(faultsIn(numbers).doubled).not.toEqual([]);
  expect(faultsIn([1, 2, 4])).toEqual({ doubled: [], missing: [3] });
});

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

function faultsIn(numbers: number[]) {
  const seen = new Set(numbers);
  const last = Math.max(...numbers);
  return {
    doubled: numbers.filter((number, place) => numbers.indexOf(number) !== place),
    missing: Array.from({ length: last }, (_, place) => place + 1).filter((number) => !seen.has(number)),
  };
}
