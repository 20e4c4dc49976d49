import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("docs/promises.md names exactly the promises that the tests declare", () => {
  expect(execFileSync(process.execPath, ["scripts/promises.mjs", "--check"], { encoding: "utf8" })).toBe("");
});

const scripts = `${process.cwd()}/scripts/promises`;
const { resultsOf } = await import(`${scripts}/reporter.mjs`);
const { rowOf } = await import(`${scripts}/rows.mjs`);

const declared = [{ id: "O4", says: "it stops", file: "tests/stop.test.ts", tier: "P" }];
const key = "O4 tests/stop.test.ts";
const known = { [key]: { state: "passed", on: "2026-01-01", tests: ["one"], figure: "8 stops" } };

/** A run as vitest tells it: the name of each test and how it ended; the first holds the promise. */
function run(states: Record<string, string>, kept: object = known) {
  const tests = Object.entries(states).map(([name, state], place) => ({
    name,
    meta: () => ({ promises: place === 0 ? [{ id: "O4", figure: "9 stops" }] : [] }),
    result: () => ({ state }),
  }));
  const module = { moduleId: `${process.cwd()}/tests/stop.test.ts`, state: () => "passed", children: { allTests: () => tests } };
  return Object.fromEntries(resultsOf(module, declared, kept, "2026-02-02"))[key];
}

test("only a run of every test of a file says «passed»; of some, the row stays and says so", () => {
  const row = (states: Record<string, string>, kept?: object) => rowOf(declared[0], run(states, kept));
  const before = ["O4", "it stops", "`tests/stop.test.ts`: one", "P", "8 stops"];
  expect(row({ one: "passed", control: "passed" }).slice(4)).toEqual(["9 stops", "passed, 2026-02-02"]);
  expect(row({ one: "passed", control: "skipped" })).toEqual([...before, "passed, 2026-01-01; run in part on 2026-02-02"]);
  expect(row({ one: "skipped", control: "passed" })).toEqual([...before, "passed, 2026-01-01; run in part on 2026-02-02"]);
  expect(row({ one: "passed", control: "failed" }).slice(4)).toEqual(["8 stops", "failed, 2026-02-02"]);
  expect(row({ one: "passed", control: "skipped" }, {})[5]).toBe("not run yet; run in part on 2026-02-02");
  const written = ["O4", "it stops", "t", "P", "8 stops", "passed, 2026-01-01; run in part on 2026-01-05"];
  expect(rowOf(declared[0], run({ one: "passed", control: "skipped" }, {}), written)[5]).toBe("passed, 2026-01-01; run in part on 2026-02-02");
});
