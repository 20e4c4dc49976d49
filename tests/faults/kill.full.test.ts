import { afterEach, expect, test } from "vitest";
import { promise } from "../support/promise";
import { type Company, endCompany, type Figures, killRound, writingCompany } from "./kill-round";
import { numbersFrom, seedOfRun } from "./numbers";

const rounds = Number(process.env.ROUNDS ?? 10);
const killsEach = 50;

const living = new Set<Company>();
afterEach(() => Promise.all([...living].map(endCompany)));

test(`what was acknowledged outlives ${rounds * killsEach} kills, and the next start takes 5 s at most`, {
  timeout: rounds * killsEach * 30_000,
}, async () => {
  const seed = seedOfRun();
  const next = numbersFrom(seed);
  const all: Figures[] = [];
  let begun = 0;
  const lane = async () => {
    while (begun < rounds) {
      begun += 1;
      const company = await writingCompany();
      living.add(company);
      all.push(await killRound(company, killsEach, next, seed));
      console.log(`round ${all.length}: ${JSON.stringify(all.at(-1))}`);
      await endCompany(company);
      living.delete(company);
    }
  };
  await Promise.all([lane(), lane()]);
  const sum = (name: keyof Figures) => all.reduce((total, figures) => total + figures[name], 0);
  const most = (name: keyof Figures) => Math.max(...all.map((figures) => figures[name]));
  const sentAgain = `${sum("retried")} sent again (${sum("doneUnsaid")} had been done), 0 doubled`;
  promise(
    "D1",
    `${rounds * killsEach} kills (${sum("importing")} during an import), ${sum("acknowledged")} acknowledged, 0 lost; ${sentAgain}; slowest start ${most("slowestStartMs")} ms, ${most("longestStartCpuMs")} of processor at most`,
    seed,
  );
  expect(most("slowestStartMs")).toBeLessThanOrEqual(5_000);
  expect(sum("acknowledged")).toBeGreaterThan(rounds * killsEach);
  expect(sum("retried")).toBeGreaterThan(0);
  expect(sum("importing")).toBeGreaterThan(0);
});
