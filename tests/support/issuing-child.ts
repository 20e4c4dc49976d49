import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { companyToday } from "@/lib/documents/numbering";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { cement, draft, paper } from "./papers";

const [dataDir, accountId, count] = process.argv.slice(2) as [string, string, string];
const db = connect(openDatabase(join(dataDir, "cartera.sqlite")));

/** A second process that issues beside the server, and leaves the lock free as long as it held it, as our worker does.
 *  One in five falls after its number was given, and is done again. Says each one that stands. */
for (let done = 0, tries = 0; done < Number(count); tries += 1) {
  const startedAt = performance.now();
  try {
    write(db, (tx) => {
      const by = { userId: 1, now: Date.now(), today: companyToday(tx, Date.now()) };
      const { id } = createInvoice(tx, draft({ accountId, lines: [cement] }), by);
      issueInvoice(tx, paper(tx, "invoice", id), by);
      if (tries % 5 === 4) throw new Error("planned");
    });
    done += 1;
    process.send?.(done);
  } catch (error) {
    if (!(error instanceof Error) || error.message !== "planned") throw error;
  }
  await pause(performance.now() - startedAt);
}
process.disconnect?.();
