import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { startCompany } from "../support/company";
import { databaseHash, dataOf, hire } from "../support/people";
import { promise } from "../support/promise";
import { type RunningServer, refusedStart, startServer } from "../support/server";
import { filesUnder, flowsOf, flowsOfFiles, prepare, readingStatuses } from "./full-disk-flows";
import { killAll } from "./lives";
import { canMount, smallDisk } from "./small-disk";

const sentence = "No queda espacio en el servidor. No se guardó nada.";
const isHere = canMount();
if (!isHere) console.log("Sin permiso para montar un disco pequeño no se prueba el disco lleno.");

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

test.skipIf(!isHere)("on a full disk everything that needs room gets a sentence and leaves nothing, and goes on after", { timeout: 600_000 }, async () => {
  const { disk, server, marta } = await companyOnDisk();
  await hire(server, { ana: { name: "Ana", profile: "Gerencia" } });
  await prepare(server, marta);
  const flows = [...(await flowsOf(marta)), ...(await flowsOfFiles(server, marta))];
  const pid = server.pid;
  // Somebody reading keeps the log from starting over in room it already has.
  const reading = dataOf(server);
  reading.$client.exec("begin; select count(*) from accounts");
  const before = look(server);
  expect(disk.fill()).toBe(0);
  for (const { name, send, kept } of flows) {
    const answer = await send();
    expect([name, answer.status], answer.text).toEqual([name, 507]);
    expect(answer.text).toContain(sentence);
    if (kept) expect(answer.valueOf(kept[0])).toBe(kept[1]);
  }
  expect(await readingStatuses(marta)).toEqual(Array(7).fill(200));
  expect((await marta.ask("/api/health")).status).toBe(503);
  expect(look(server)).toEqual(before);

  disk.empty();
  reading.$client.close();
  for (const { name, send } of flows) expect([name, (await send()).status], server.output()).toEqual([name, 200]);
  expect((await marta.visit("/invoices/2")).title).toContain("00002");
  expect(server.pid).toBe(pid);
  expect(server.output()).not.toContain("se inicia de nuevo");
  promise(
    "D4",
    `${flows.length} flows on a full disk (${flows.map(({ name }) => name).join(", ")}): a sentence and 507 each, 0 rows, 0 files left; then all done without a restart`,
  );
});

test.skipIf(!isHere)("a list that meets a full disk half way waits, says so, and is applied whole", { timeout: 600_000 }, async () => {
  const { disk, server, marta } = await companyOnDisk();
  const rows = 999;
  const file = new File([["Empresa,Ciudad", ...Array.from({ length: rows }, (_, place) => `Fila ${place},Mérida`)].join("\n")], "lista.csv");
  await (await marta.visit("/imports/new")).submit("Subir y revisar", { kind: "accounts", file });
  const db = dataOf(server);
  endings.push(() => db.$client.close());
  const value = (sql: string) => db.$client.prepare(sql).pluck().get() as number;
  while (value("select count(*) from imports where state = 'checked'") === 0) await pause(20);
  await (await marta.visit("/imports/1")).submit(`Aplicar ${rows} renglones`);
  while (value("select count(*) from accounts") === 0) await pause(1);

  const reading = dataOf(server);
  reading.$client.exec("begin; select count(*) from accounts");
  expect(disk.fill()).toBe(0);
  while (!server.output().includes("los trabajos esperan a que haya")) await pause(20);
  const written = value("select count(*) from accounts");
  expect(written).toBeLessThan(rows);
  expect(value("select count(*) from import_rows where applied_at is not null")).toBe(written);
  expect((await marta.visit("/imports/1")).text).toContain("No queda espacio en el servidor. El trabajo espera");
  disk.empty();
  reading.$client.close();
  while (value("select count(*) from imports where state = 'applied'") === 0) await pause(20);
  expect(value("select count(distinct name) from accounts")).toBe(rows);
  expect(server.output()).not.toContain("se inicia de nuevo");
  promise("D4", `a list of ${rows} rows meets a full disk after ${written}: 0 half applied, ${rows} once there is room`);
});

test.skipIf(!isHere)("a first start and a migration on a full disk end with a sentence, and work after", { timeout: 600_000 }, async () => {
  const disk = smallDisk(64);
  endings.push(disk.remove);
  const folder = join(disk.folder, "data");
  mkdirSync(folder, { mode: 0o700 });
  disk.fill();
  const refused = await refusedStart({ env: { DATA_DIR: folder } });
  expect(refused.code).toBe(74);
  expect(refused.sentences.at(-1)).toContain("No queda espacio en el disco");
  expect(filesUnder(folder)).toEqual([]);
  disk.empty();
  const server = await startServer({ env: { DATA_DIR: folder } });
  endings.push(() => killAll(server));
  expect(server.output()).toContain("lista en");
  promise("D4", "a first start on a full disk: a sentence, exit 74, 0 files; the same start works once there is room");
});

async function companyOnDisk() {
  const disk = smallDisk(64);
  endings.push(disk.remove);
  const folder = join(disk.folder, "data");
  mkdirSync(folder, { mode: 0o700 });
  const { server, marta } = await startCompany({ env: { DATA_DIR: folder } });
  endings.push(() => killAll(server));
  return { disk, server, marta };
}

function look(server: RunningServer) {
  const db = dataOf(server);
  const rows = databaseHash(db);
  db.$client.close();
  return { rows, files: filesUnder(server.dataDir) };
}
