import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { applyMigrations } from "@/db/migrate";
import { connect, type Database, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { packs } from "@/lib/i18n/packs";
import { retryJob } from "@/lib/jobs/enqueue";
import { setUpCompany } from "@/lib/settings/commands";
import { bundled } from "../support/bundle";
import type { FaultPoint } from "../support/fault-points";
import { mailRows, queueMail, setMailServer } from "../support/mail-world";
import { emptyFolder } from "../support/server";
import { smtpServer } from "../support/smtp-server";

export type Fate = { point: FaultPoint; messageId: string; state: string; copies: number };

/** Kills a worker at each of these points of a mail of its own, lets another finish, then sends again by hand what is possibly sent. */
export async function crashed(points: FaultPoint[], { isForgetful = false } = {}): Promise<{ first: Fate[]; retried: Fate[] }> {
  await using server = await smtpServer();
  const file = join(emptyFolder(), "cartera.sqlite");
  const worker = await bundled("tests/support/mail-crash-worker.ts");
  const handle = openDatabase(file);
  applyMigrations(handle);
  const db = connect(handle);
  setMailServer(db, server);
  const company = { name: "El Sauce", pack: packs.MX, zone: "America/Monterrey", preset: "own", now: 0, today: "2026-08-22" } as const;
  write(db, (tx) => setUpCompany(tx, company, { name: "Marta", email: "marta@ejemplo.test", passwordHash: "x" }));
  const start = (point: string) => fork(worker, [file, point, ...(isForgetful ? ["forgetful"] : [])]);

  for (const point of points) {
    queueMail(db);
    const child = start(point);
    await once(child, "exit");
  }
  const fates = () => mailRows(db).map(({ mail }, place) => fateOf(points[place]!, mail));
  const fateOf = (point: FaultPoint, { messageId, state }: { messageId: string; state: string }) => ({
    ...{ point, messageId, state },
    copies: server.received.filter((received) => received.messageId === messageId).length,
  });

  const survivor = start("nowhere");
  await settled(db);
  const first = fates();
  write(db, (tx) => {
    for (const { mail } of mailRows(db)) if (mail.state === "possibly_sent") retryJob(tx, mail.jobId, 0);
  });
  await settled(db);
  survivor.kill("SIGKILL");
  await once(survivor, "exit");
  const retried = fates();
  handle.close();
  return { first, retried };
}

export function told(fates: Fate[]): string[] {
  return fates.map(({ point, state, copies }) => `${point} ${state} ${copies}`);
}

/** What was cut off waits a minute before its next try; the test does not. */
async function settled(db: Database) {
  while (mailRows(db).some(({ mail }) => mail.state === "queued" || mail.state === "sending")) {
    db.$client.exec("update outbox set run_at = 0 where state = 'queued' and run_at > 0");
    await pause(20);
  }
}
