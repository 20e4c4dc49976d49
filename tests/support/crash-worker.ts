import { sql } from "drizzle-orm";
import { connect, openDatabase } from "@/db/open";
import type { Handlers } from "@/lib/jobs/handler";
import { work } from "@/lib/jobs/work";

const handlers: Handlers = {
  "test.count": {
    slice(tx, payload, cursor) {
      const from = (cursor as number | null) ?? 0;
      tx.run(sql`insert into effects (job, step) values (${(payload as { name: string }).name}, ${from})`);
      return from + 1 === 5 ? { done: true } : { cursor: from + 1, progress: { done: from + 1 } };
    },
  },
};

/** A worker of the outbox to be killed at any moment: `crash-worker <file>`. Says a line per poll so that the killer has an ear. */
await work({
  db: connect(openDatabase(process.argv[2]!)),
  handlers,
  owner: String(process.pid),
  signal: new AbortController().signal,
  clock: Date.now,
});
