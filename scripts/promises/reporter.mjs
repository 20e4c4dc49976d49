import { relative } from "node:path";
import { root } from "../stamp.mjs";
import { declaredPromises } from "./declared.mjs";
import { keepResults, keptResults, resultKey } from "./results.mjs";

/** A vitest reporter that keeps what each run reached, for `npm run promises`. */
export default class PromiseReporter {
  onTestRunEnd(modules) {
    const on = new Date().toISOString().slice(0, 10);
    const known = keptResults();
    const declared = declaredPromises();
    const results = modules.flatMap((module) => resultsOf(module, declared, known, on));
    if (results.length > 0) keepResults(Object.fromEntries(results));
  }
}

/** A promise stands while every test of its file does, the controls too. A run of some of them says nothing but that it was. */
export function resultsOf(module, declared, known, on) {
  const file = relative(root, module.moduleId);
  const tests = [...module.children.allTests()].map((test) => ({ name: test.name, kept: test.meta().promises ?? [], state: test.result().state }));
  const failed = tests.find(({ state }) => state === "failed");
  return declared
    .filter((one) => one.file === file)
    .flatMap(({ id }) => {
      const key = resultKey(id, file);
      const holders = tests.filter(({ kept }) => kept.some((one) => one.id === id));
      if (failed || module.state() === "failed") return [[key, { ...known[key], state: "failed", on, partlyOn: undefined }]];
      if (tests.some(({ state }) => state !== "passed")) return [[key, { ...known[key], partlyOn: on }]];
      if (holders.length === 0) return [];
      const reached = holders.flatMap(({ kept }) => kept.filter((one) => one.id === id));
      return [[key, { state: "passed", on, tests: holders.map(({ name }) => name), figure: reached.map(told).join("; ") }]];
    });
}

function told({ figure, seed }) {
  return seed === undefined ? figure : `${figure} (seed ${seed})`;
}
