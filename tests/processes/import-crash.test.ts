import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Handle, openDatabase } from "@/db/open";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

const rows = 999;
const kills = 3;
const file = ["Código,Empresa,Contacto,Ciudad", ...Array.from({ length: rows }, (_, place) => `C${place},Empresa ${place},Persona ${place},Mérida`)].join("\n");

let server: RunningServer;
let marta: Visitor;
let handle: Handle;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  handle = openDatabase(join(server.dataDir, "cartera.sqlite"));
});
afterAll(async () => {
  handle.close();
  await server.stop();
});

test(`a list of ${rows} accounts goes in once through ${kills} kills of the worker`, async () => {
  const form = await marta.visit("/imports/new");
  await form.submit("Subir y revisar", { kind: "accounts", file: new File([file], "lista.csv") });
  await until(() => value("select state from imports") === "checked");
  await (await marta.visit("/imports/1")).submit(`Aplicar ${rows} renglones`);

  for (let kill = 1, before = 0; kill <= kills; kill += 1) {
    // As soon as it got on since the last time: a quick machine must not be done first.
    await until(() => written() > before && workerPid() > 0);
    before = written();
    expect(before).toBeLessThan(rows);
    process.kill(workerPid(), "SIGKILL");
  }
  expect((await marta.visit("/imports/1")).status).toBe(200);
  await until(() => value("select state from imports") === "applied");

  expect(written()).toBe(rows);
  expect(value("select count(*) from contacts")).toBe(rows);
  expect(value("select count(*) from account_contacts")).toBe(rows);
  expect(value("select count(*) from events where source = 'import'")).toBe(2 * rows);
  expect(value("select count(*) from import_rows where outcome = 'new' and record_id is not null and applied_at is not null")).toBe(rows);
  const report = await marta.visit("/imports/1");
  expect(report.text).toContain(`Agregados: ${rows}`);
});

function value(sql: string): unknown {
  return handle.prepare(sql).pluck().get();
}

function written() {
  return value("select count(*) from accounts") as number;
}

/** What was cut off waits a minute before its next try; the test does not. */
async function until(holds: () => boolean) {
  while (!holds()) {
    handle.exec("update outbox set run_at = 0 where state = 'queued' and run_at > 0");
    await pause(2);
  }
}

/** The supervisor's child that runs the worker's program; 0 while there is none. */
function workerPid(): number {
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, "utf8").trim().split(" ");
  return Number(children.find((pid) => pid !== "" && commandOf(pid).includes("worker.mjs")) ?? 0);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
