import { randomUUID } from "node:crypto";
import { closeDatabase, database } from "@/db/client";
import { DatabaseRefusal } from "@/db/refusal";
import { askForSweep } from "@/lib/files/sweep";
import { handlers } from "@/lib/jobs/handlers";
import { work } from "@/lib/jobs/work";
import { endWithParent } from "./parent";

const heartbeatMs = 2_000;

try {
  const stop = new AbortController();
  askForSweep(database(), Date.now());
  const done = work({ db: database(), handlers, owner: randomUUID(), signal: stop.signal, clock: Date.now });
  endWithParent(async () => {
    stop.abort();
    await done;
    closeDatabase();
  });
  setInterval(() => process.send?.({ type: "alive" }), heartbeatMs).unref();
  await done;
} catch (error) {
  console.error(error instanceof DatabaseRefusal ? error.message : error);
  process.exit(error instanceof DatabaseRefusal ? error.exitCode : 1);
}
