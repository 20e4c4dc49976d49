import { randomUUID } from "node:crypto";
import { closeDatabase, database } from "@/db/client";
import { dataFolder } from "@/db/data-folder";
import { refusalOf } from "@/db/refusal";
import { storageTrouble, troubleSentence } from "@/db/storage";
import { askForSweep } from "@/lib/files/sweep";
import { handlers } from "@/lib/jobs/handlers";
import { askForPurge } from "@/lib/jobs/purge-trash";
import { onceThereIsRoom } from "@/lib/jobs/room";
import { askForVerification } from "@/lib/jobs/verify-log";
import { work } from "@/lib/jobs/work";
import { endWithParent, tellAlive } from "./parent";

try {
  const stop = new AbortController();
  await onceThereIsRoom(() => askForSweep(database(), Date.now()));
  await onceThereIsRoom(() => askForVerification(database(), Date.now()));
  await onceThereIsRoom(() => askForPurge(database(), Date.now()));
  const done = work({ db: database(), handlers, owner: randomUUID(), signal: stop.signal, clock: Date.now });
  endWithParent(async () => {
    stop.abort();
    await done;
    closeDatabase();
  });
  tellAlive();
  await done;
} catch (error) {
  const trouble = storageTrouble(error);
  if (trouble) console.error(troubleSentence(trouble, dataFolder()));
  const refusal = refusalOf(error);
  console.error(refusal?.message ?? error);
  process.exit(refusal?.exitCode ?? 1);
}
