import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "@/db/data-folder";
import { connect, type Database, openDatabase } from "@/db/open";
import { dataChecks } from "./doctor/data";
import { logCheck, lookAtLog } from "./doctor/log";
import { machineChecks } from "./doctor/machine";
import { tableOf } from "./doctor/table";

/** Looks at the machine and at every kept number of the company, beside a running Cartera or without one, and changes nothing: it only
 *  notes what it found of the log.
 *  Ends with 0 when all is well, 1 when something is not, 66 when there are no data. */
process.exitCode = examine(dataFolder());

function examine(folder: string): number {
  const path = join(folder, "cartera.sqlite");
  if (!existsSync(path)) {
    console.error(`No hay datos de Cartera en ${folder}; indique su carpeta en DATA_DIR.`);
    return 66;
  }
  try {
    return report(folder, connect(openDatabase(path, { readonly: true })));
  } catch (error) {
    console.error(`No se pueden abrir los datos de ${folder}: ${sentenceOf(error)}`);
    return 1;
  }
}

function report(folder: string, db: Database): number {
  const findings = [
    ...machineChecks(folder, db.$client, Date.now()).map(({ name, look }) => finding(name, look)),
    ...dataChecks.map(({ name, complaints }) => finding(name, () => requireNone(complaints(db)))),
    finding(logCheck.name, () => lookAtLog(db, join(folder, "cartera.sqlite"), Date.now())),
  ];
  db.$client.close();
  const wrong = findings.filter(({ isWell }) => !isWell).length;
  console.log(tableOf(findings));
  console.log(wrong === 0 ? `\n${findings.length} comprobaciones, todo en orden.` : `\n${findings.length} comprobaciones, ${wrong} con problemas.`);
  return wrong === 0 ? 0 : 1;
}

/** What cannot be looked at is not well either. */
function finding(name: string, look: () => string) {
  try {
    return { name, isWell: true, detail: look() };
  } catch (error) {
    return { name, isWell: false, detail: sentenceOf(error) };
  }
}

function requireNone(complaints: string[]): string {
  if (complaints.length > 0) throw new Error(complaints.slice(0, 5).join("; "));
  return "";
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
