import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { promise } from "../support/promise";
import { type Failure, failWrites } from "./failing-disk";
import { beside, type Company, endCompany, writingCompany } from "./kill-round";
import { complaints, type Ledger } from "./ledger";
import { killAll, restart, retry } from "./lives";
import { canTrace } from "./power/trace";
import { torn } from "./whole";

const positions = Number(process.env.POSITIONS ?? 50);
const slowestEndMs = 2_000;

const isHere = canTrace();
if (!isHere) console.log("Sin strace no se prueba el disco que falla.");

let company: Company | undefined;
afterEach(async () => company && endCompany(company));

test.skipIf(!isHere)(`a disk that fails from its nth write on is told, at ${positions} places`, { timeout: 1_800_000 }, async () => {
  company = await writingCompany();
  const { dataDir } = company.server;
  const ledger: Ledger = [];
  const failures: Failure[] = [];
  let deniedLosses = 0;
  for (let position = 1; position <= positions; position += 1) {
    // Half of them at a sync, one after the other; half at a write, spread over what a few changes write.
    const half = Math.ceil(position / 2);
    const calls = position % 2 === 0 ? `fsync,fdatasync:error=EIO:when=${half}+` : `pwrite64:error=EIO:when=${half * 9 - 8}+`;
    const failure = await failWrites(company, ledger, calls);
    failures.push(failure);
    expect(failure, calls).toMatchObject({ said: expect.stringMatching(/ 503: .*El disco del servidor falló|error=storage_failing/), wasReady: false });
    await expect.poll(company.server.output, { message: calls, timeout: 30_000 }).toContain("El proceso web terminó (1); se inicia de nuevo");
    if (position === 1) await untilReady(company);
    await killAll(company.server);
    company.server = await restart(dataDir, company.clients);
    await beside(company, (db) => {
      expect([...torn(db, dataDir), ...complaints(db, ledger)], calls).toEqual([]);
      deniedLosses += complaints(
        db,
        ledger.map((deed) => ({ ...deed, location: deed.location ?? "as if it had been done" })),
      ).length;
    });
    await retry(ledger);
    await beside(company, (db) => expect(complaints(db, ledger), calls).toEqual([]));
  }
  const slowest = Math.round(Math.max(...failures.map(({ endedAfterMs }) => endedAfterMs)));
  expect(slowest).toBeLessThanOrEqual(slowestEndMs);
  expect(deniedLosses).toBeGreaterThan(0);
  const control = `control: ${deniedLosses} lost had the failed ones been acknowledged`;
  promise(
    "D3",
    `${positions} places of failure, ${ledger.length - positions} acknowledged, 0 lost, 0 torn; not ready and ended within ${slowest} ms; ${control}`,
  );
});

/** The supervisor has started web again, by itself. */
async function untilReady({ server }: Company) {
  for (;;) {
    const answer = await fetch(`${server.url}/api/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    await pause(50);
  }
}
