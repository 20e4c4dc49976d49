import { migrate } from "@/db/migrate";

/** Migrates the file it is given once it is told to, so that it can be killed in the middle. */
process.once("message", () => {
  migrate(process.argv[2]!, { now: 1 });
  process.send!("done");
  process.disconnect();
});
process.send!("ready");
