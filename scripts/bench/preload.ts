import { join } from "node:path";
import { seededAt } from "../seed/bench";

/** For NODE_OPTIONS of a measured process: what is not shipped is put in from outside. */
export function preloads(...sources: string[]): string {
  return [clock, ...sources].map((source) => `--import=data:text/javascript,${encodeURIComponent(source)}`).join(" ");
}

/** Moves the clock to the moment of the seed, so that «today» and «overdue» mean the same at every run. Next looks for `UTC` on the class itself. */
const clock = `
const { now: real, UTC, parse } = Date;
const shift = ${seededAt} - real();
globalThis.Date = class extends Date {
  constructor(...parts) { parts.length === 0 ? super(real() + shift) : super(...parts); }
  static now() { return real() + shift; }
  static UTC = UTC;
  static parse = parse;
};`;

/** Tells the parent each statement with its time. */
export const statementTimes = `
import { createRequire } from "node:module";
const Database = createRequire(${JSON.stringify(join(process.cwd(), "package.json"))})("better-sqlite3");
const prepare = Database.prototype.prepare;
Database.prototype.prepare = function (text) {
  const statement = Reflect.apply(prepare, this, [text]);
  for (const name of ["run", "get", "all"]) {
    const original = statement[name];
    statement[name] = function (...values) {
      const before = performance.now();
      try { return Reflect.apply(original, statement, values); }
      finally { process.send?.({ type: "statement", text, ms: performance.now() - before }); }
    };
  }
  return statement;
};`;
