import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { promise } from "../support/promise";
import { type World, world } from "../support/world";
import { type App, history, type Model } from "./histories";

const runs = Number(process.env.PROPERTY_RUNS ?? 300);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

let company: World;
beforeAll(() => {
  company = world({ preset: "all" });
});

test(`${runs} histories of two people on the same accounts are what they ought to be`, () => {
  const steps = live({}, runs);
  expect(steps.complaint).toBeUndefined();
  expect(steps.count).toBeGreaterThan(runs * 5);
  promise("D6", `${runs} histories of up to 30 steps, ${steps.count} steps, data as the model, 1 effect per form`, seed);
});

test("without the version of the form an edit is lost", () => {
  expect(live({ usesVersions: false }, 200).complaint).toContain("saving answered done");
});

test("without the memory of what was sent a form is done twice", () => {
  expect(live({ usesSubmissions: false }, 200).complaint).toMatch(/a repeat answered|events for/);
});

/** Lives through histories, and says how many steps there were and what was found to be wrong. */
function live(without: Partial<App>, numRuns: number): { count: number; complaint: string | undefined } {
  let count = 0;
  const property = fc.property(history(), (steps) => {
    const model: Model = { accounts: [], open: [], sent: [], effects: 0 };
    fc.modelRun(() => ({ model, real: { ...company, usesVersions: true, usesSubmissions: true, ...without } }), steps);
    count += [...steps].length;
  });
  const { errorInstance } = fc.check(property, { numRuns, seed, endOnFailure: true });
  return { count, complaint: errorInstance instanceof Error ? errorInstance.message : undefined };
}
