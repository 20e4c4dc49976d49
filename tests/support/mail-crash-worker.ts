import { connect, openDatabase } from "@/db/open";
import type { EffectContext } from "@/lib/jobs/handler";
import { mailSending } from "@/lib/jobs/mail";
import { work } from "@/lib/jobs/work";
import type { FaultPoint } from "./fault-points";

const [file, point, isForgetful] = process.argv.slice(2);
const db = connect(openDatabase(file!));
const sending = mailSending();
const die = () => process.kill(process.pid, "SIGKILL");
const dieAt = (here: FaultPoint) => {
  if (point === here) die();
};

/** The worker of mail, which dies at one point of its first mail. A forgetful one does not write down that it handed over: the harness must notice. */
await work({
  db,
  handlers: {
    "mails.send": {
      ...sending,
      async effect(payload: unknown, context: EffectContext) {
        dieAt("after_claim");
        await sending.effect(payload, {
          ...context,
          handOver() {
            dieAt("before_send");
            if (!isForgetful) context.handOver();
            dieAt("handed_over");
          },
        });
        dieAt("after_250");
        if (point === "after_commit") setInterval(() => isDone(context.jobId) && die(), 1);
      },
    },
  },
  owner: String(process.pid),
  signal: new AbortController().signal,
  clock: Date.now,
});

function isDone(id: number): boolean {
  return db.$client.prepare("select state from outbox where id = ?").pluck().get(id) === "done";
}
