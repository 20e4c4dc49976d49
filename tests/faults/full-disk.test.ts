import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompany } from "../support/company";
import { databaseHash, dataOf } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";
import { webOf } from "./failing-disk";
import { filesUnder, flowsOf, prepare, readingStatuses } from "./full-disk-flows";
import { withPragmas } from "./server-pragmas";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany({ env: withPragmas() }));
  await prepare(server, marta);
});
afterAll(() => server.stop());

test("with no page left in the database, a form says so and keeps what was typed, nothing is half written, and it goes on once there is room", async () => {
  const flows = await flowsOf(marta);
  const before = look();
  toggleRoom();
  for (const { name, send, kept } of flows) {
    const answer = await send();
    expect([name, answer.status], answer.text).toEqual([name, 507]);
    expect(answer.text).toContain("No queda espacio en el servidor. No se guardó nada.");
    if (kept) expect(answer.valueOf(kept[0])).toBe(kept[1]);
  }
  expect(await readingStatuses(marta)).toEqual(Array(7).fill(200));
  expect(look()).toEqual(before);

  toggleRoom();
  for (const { name, send } of flows) expect([name, (await send()).status]).toEqual([name, 200]);
  expect((await marta.visit("/invoices/2")).title).toContain("00002");
  expect(look()).not.toEqual(before);
  expect((await marta.ask("/api/health")).status).toBe(200);
  promise(
    "D4",
    `${flows.length} forms with no page left (${flows.map(({ name }) => name).join(", ")}): a sentence and 507 each, 0 rows, 0 files; all of them done after, without a restart`,
  );
});

test("the same look turns red for a row and for a file", async () => {
  const before = look();
  const db = dataOf(server);
  db.$client.exec("update accounts set name = 'Otra' where id = 1");
  db.$client.close();
  expect(look().rows).not.toBe(before.rows);
});

function look() {
  const db = dataOf(server);
  const rows = databaseHash(db);
  db.$client.close();
  return { rows, files: filesUnder(server.dataDir) };
}

/** Takes every new page away from web, or gives them back; before, nothing is left free inside. */
function toggleRoom() {
  const db = dataOf(server);
  db.$client.exec("vacuum");
  db.$client.close();
  process.kill(webOf(server), "SIGUSR2");
}
