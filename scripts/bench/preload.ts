import { join } from "node:path";
import { seededAt } from "../seed/bench";

/** For NODE_OPTIONS of a measured process: what is not shipped is put in from outside. */
export function preloads(...sources: string[]): string {
  return [clock, ...sources].map((source) => `--import=data:text/javascript,${encodeURIComponent(source)}`).join(" ");
}

/** Moves the clock to the moment of the seed, so that «today» and «overdue» mean the same at every run. */
const clock = `
const shift = ${seededAt} - Date.now();
const real = Date.now.bind(Date);
globalThis.Date = class extends Date {
  constructor(...parts) { parts.length === 0 ? super(real() + shift) : super(...parts); }
  static now() { return real() + shift; }
};`;

/** Tells the parent each statement with the processor time of its thread. */
export const statementTimes = `
import { createRequire } from "node:module";
const Database = createRequire(${JSON.stringify(join(process.cwd(), "package.json"))})("better-sqlite3");
const prepare = Database.prototype.prepare;
const cpu = () => { const { user, system } = process.threadCpuUsage(); return user + system; };
Database.prototype.prepare = function (text) {
  const statement = Reflect.apply(prepare, this, [text]);
  for (const name of ["run", "get", "all"]) {
    const original = statement[name];
    statement[name] = function (...values) {
      const before = cpu();
      try { return Reflect.apply(original, statement, values); }
      finally { process.send?.({ type: "statement", text, ms: (cpu() - before) / 1000 }); }
    };
  }
  return statement;
};`;
