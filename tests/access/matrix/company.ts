import { hash } from "@node-rs/argon2";
import { expect, vi } from "vitest";
import type { Database } from "@/db/open";
import { company } from "@/db/schema";
import { write } from "@/db/write";
import { dayOf } from "@/lib/core/dates";
import { password, startCompany } from "../../support/company";
import { databaseHash, dataOf, logIn } from "../../support/people";
import type { RunningServer } from "../../support/server";
import type { Visitor } from "../../support/visit";
import { writeAttachedBytes } from "./attached";
import { type Name, names, plantTeam } from "./people";
import { plantRecords } from "./records";
import { cookieOf, type Line, openLine } from "./wire";

export type MatrixCompany = {
  server: RunningServer;
  db: Database;
  line: Line;
  marta: Visitor;
  cookies: Record<Name, string>;
  /** Whether anything was written since the last time it was asked. */
  hasChanged: () => boolean;
  /** Waits for the work that the worker still has, and puts off what it will have. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The matrix's company behind a started server, with everybody inside who ever was. */
export async function matrixCompany(): Promise<MatrixCompany> {
  const { server, marta } = await startCompany({ fields: { preset: "own" } });
  const db = dataOf(server);
  const passwordHash = await hash(password, { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  write(db, (tx): void => {
    const { zone } = tx.select().from(company).get()!;
    plantRecords(tx, plantTeam(tx, passwordHash), dayOf(Date.now(), zone));
    tx.run(`update portal_users set password_hash = '${passwordHash}' where id >= 750000`);
    tx.run("update portal_users set is_active = 1 where id >= 750000");
  });
  writeAttachedBytes(server.dataDir);
  const cookies = { nobody: "", marta: cookieOf(marta.jar) } as Record<Name, string>;
  for (const name of names) cookies[name] ??= cookieOf((await logIn(server, `${name}@ejemplo.test`)).jar);
  write(db, (tx): void => {
    tx.run("update users set is_active = 0 where email_key = 'omar@ejemplo.test'");
    tx.run("update portal_users set is_active = 0 where email_key = 'fuera@ejemplo.test'");
  });
  const line = openLine(server.url);
  return { server, db, line, marta, cookies, hasChanged: watch(db), settled: () => settled(db), stop: () => stop(line, db, server) };
}

/** What is due is waited for; what comes due later is put off, so that the worker changes nothing while answers are compared. */
async function settled(db: Database) {
  const waiting = db.$client.prepare("select count(*) from outbox where state in ('queued', 'running') and run_at <= ?").pluck();
  await vi.waitFor(() => expect(waiting.get(Date.now())).toBe(0), { timeout: 300_000, interval: 500 });
  write(db, (tx): void => void tx.run(`update outbox set run_at = run_at + ${24 * 3_600_000} where state = 'queued'`));
}

async function stop(line: Line, db: Database, server: RunningServer) {
  line.close();
  db.$client.close();
  await server.stop();
}

/** SQLite moves this connection's `data_version` whenever another connection commits, so as long as it stands nothing was written.
 *  Where it moved (a session seen, a worker's beat) the whole data are hashed, which is what a cell promises. */
function watch(db: Database): () => boolean {
  const version = () => db.$client.pragma("data_version", { simple: true });
  let seen = version();
  let kept = databaseHash(db);
  return () => {
    const present = version();
    if (present === seen) return false;
    seen = present;
    const whole = databaseHash(db);
    const isOther = whole !== kept;
    kept = whole;
    return isOther;
  };
}
