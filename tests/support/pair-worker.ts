import { appendFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { connect, openDatabase } from "@/db/open";
import type { Handlers, JobHandler } from "@/lib/jobs/handler";
import { work } from "@/lib/jobs/work";

const [file, outside, ...kinds] = process.argv.slice(2) as [string, string, ...string[]];

const inside: JobHandler = {
  slice(tx, payload) {
    tx.run(sql`insert into effects (job, worker) values (${(payload as { name: string }).name}, ${process.pid})`);
    return { done: true };
  },
};

const beyond: JobHandler = {
  repeatable: false,
  async effect(payload) {
    appendFileSync(outside, `${(payload as { name: string }).name} ${process.pid}\n`);
  },
};

const handlers: Handlers = { inside, ...Object.fromEntries(kinds.map((kind) => [kind, beyond])) };

/** One of several workers on one file: `pair-worker <file> <outside file> <kind…>`. Says when it has settled what others left. */
const done = work({ db: connect(openDatabase(file)), handlers, owner: String(process.pid), signal: new AbortController().signal, clock: Date.now });
process.send?.("ready");
await done;
