import { eq, getTableColumns } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { accounts } from "@/db/schema";
import { write } from "@/db/write";
import { createAccount } from "@/lib/accounts/commands";
import { accountEditForm, accountForm } from "@/lib/accounts/forms";
import { startCompany } from "../support/company";
import { databaseHash, dataOf, hire } from "../support/people";
import type { RunningServer } from "../support/server";
import type { Visited, Visitor } from "../support/visit";
import { send } from "./cells";

let server: RunningServer;
let db: Database;
let ana: Visitor & { userId: number };
let luisId: number;
let own: number;
let foreign: number;
let page: Visited;

beforeAll(async () => {
  ({ server } = await startCompany({ fields: { preset: "own" } }));
  const hired = await hire(server, { ana: { name: "Ana", profile: "Ejecutivo" }, luis: { name: "Luis", profile: "Ejecutivo" } });
  ana = hired.ana;
  luisId = hired.luis.userId;
  db = dataOf(server);
  [own, foreign] = [ana.userId, luisId].map((userId) =>
    write(db, (tx) => createAccount(tx, accountForm.parse({ name: `De ${userId}`, city: "Apodaca", ownerId: String(userId) }), { userId, now: 0 }).id),
  ) as [number, number];
  page = await ana.visit(`/accounts/${own}/edit`);
});

afterAll(async () => {
  db.$client.close();
  await server.stop();
});

/** What a form may say, with the columns kept from it. Who may not give a record away does not change its owner. */
const listed = new Set(
  [...Object.keys(accountEditForm.parse({ id: "1", name: "Acme" })), "nameKey", "cityKey", "taxIdKey", "phoneE164", "emailKey"].filter(
    (name) => !["id", "ownerId"].includes(name),
  ),
);
const kept = new Set(["version", "updatedAt"]);

test("one more field for every column of the table changes only what the form lists", { timeout: 300_000 }, async () => {
  const columns = Object.entries(getTableColumns(accounts)).flatMap(([name, column]) => [name, column.name]);
  const odd: string[] = [];
  let changed = 0;
  for (const name of new Set(columns)) {
    for (const value of [String(luisId), "zz"]) {
      const before = stored();
      await sendWith((body) => body.set(name, value));
      const touched = difference(before, stored());
      changed += touched.length;
      if (touched.some((column) => !listed.has(column) && !kept.has(column))) odd.push(`${name}=${value}: ${touched}`);
    }
  }
  console.log(`${new Set(columns).size * 2} cells of column and value`);
  expect(odd).toEqual([]);
  expect(changed, "some of them were listed, and did change").toBeGreaterThan(8);
});

const strange: [string, string[]][] = [
  ["__proto__", ["x"]],
  ["__proto__.isAdmin", ["1"]],
  ["constructor", ["x"]],
  ["constructor.prototype.isAdmin", ["1"]],
  ["prototype", ["x"]],
  ["toString", ["x"]],
  ["account.ownerId", ["2"]],
  ["owner.id", ["2"]],
  ["ownerId.0", ["2"]],
  ["ownerId", ["2", "3"]],
  ["ownerId[]", ["2"]],
  ["data[ownerId]", ["2"]],
  ["createdBy", ["2", "3"]],
  ["deletedAt", ["1", "2"]],
  ["_event", ["account.trashed"]],
  ["version", ["999"]],
  ["a.b.c.d.e.f", ["x"]],
  ["0", ["x"]],
  ["", ["x"]],
];

test.each(strange)("«%s» with %j changes nothing that is not typed", async (name, values) => {
  const before = stored();
  const { status } = await sendWith((body) => values.forEach((value) => void body.append(name, value)));
  expect(status).toBeLessThan(500);
  expect(difference(before, stored()).filter((column) => !kept.has(column))).toEqual([]);
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
});

test("neither another's number nor two of them reach another's record", async () => {
  const before = databaseHash(db);
  expect((await sendWith((body) => body.set("id", String(foreign)))).status).toBe(404);
  for (const add of [String(foreign), "999999"]) expect((await sendWith((body) => body.append("id", add))).status).toBe(200);
  for (const name of ["id.0", "id.id", "id[]"]) {
    await sendWith((body) => {
      body.delete("id");
      body.append(name, String(foreign));
    });
  }
  expect(databaseHash(db)).toBe(before);
});

async function sendWith(change: (body: FormData) => unknown) {
  const { version } = db.select({ version: accounts.version }).from(accounts).where(eq(accounts.id, own)).get()!;
  const body = page.bodyFor("Guardar", { _submission: crypto.randomUUID(), _version: String(version) });
  change(body);
  return send(ana, page.path, body);
}

function stored(): Record<string, unknown> {
  return Object.fromEntries(
    db
      .select()
      .from(accounts)
      .all()
      .flatMap((row) => Object.entries(row).map(([name, value]) => [row.id === own ? name : `${row.id}.${name}`, value])),
  );
}

function difference(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
}
