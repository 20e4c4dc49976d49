import { afterEach, expect, test } from "vitest";
import { promise } from "../support/promise";
import { numbersFrom, seedOfRun } from "./numbers";
import { cutPower, forget, type Recording, record } from "./power/cuts";
import { canTrace } from "./power/trace";

const cuts = Number(process.env.CUTS ?? 2_000);
const turns = 40;

const isHere = canTrace();
if (!isHere) console.log("Sin strace no se prueba el corte de corriente.");

const recordings: Recording[] = [];
afterEach(() => recordings.splice(0).forEach(forget));

test.skipIf(!isHere)(`what was acknowledged outlives ${cuts} cuts of the power`, { timeout: 1_800_000 }, async () => {
  const seed = seedOfRun();
  const next = numbersFrom(seed);
  const recorded = async (pragmas: string) => {
    const recording = await record(turns, pragmas);
    recordings.push(recording);
    return recording;
  };
  const asShipped = await recorded("");
  const emptying = await recorded("wal_autocheckpoint=20");
  const found = [cutPower(asShipped, cuts / 2, next), cutPower(emptying, cuts / 2, next)];
  expect(
    found.flatMap(({ corrupt }) => corrupt),
    `SEED=${seed}`,
  ).toEqual([]);
  expect(
    found.map(({ lost }) => lost),
    `SEED=${seed}`,
  ).toEqual([0, 0]);

  const lazy = cutPower(await recorded("synchronous=normal"), cuts / 10, next);
  expect(lazy.lossy, `SEED=${seed}`).toBeGreaterThan(lazy.cuts / 2);
  const forgetful = cutPower(asShipped, cuts / 20, next, { forgets: true });
  expect(forgetful.lost, `SEED=${seed}`).toBeGreaterThan(0);

  const controls = `controls: ${lazy.lossy} of ${lazy.cuts} cuts lose with synchronous=NORMAL, ${forgetful.lossy} of ${forgetful.cuts} on a disk that forgets folders`;
  promise("D2", `${cuts} cuts over ${asShipped.deeds.length + emptying.deeds.length} calls, 0 corrupt, 0 acknowledged lost; ${controls}`, seed);
});
