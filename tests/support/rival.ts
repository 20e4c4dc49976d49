import type { z } from "zod";
import { connect, openDatabase } from "@/db/open";
import { type SwitchableModule, switchableModules } from "@/db/vocabulary";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import type { Change } from "@/lib/events/record";
import { verifyKind } from "@/lib/events/verification";
import { enqueue } from "@/lib/jobs/enqueue";
import { verifyLog } from "@/lib/jobs/verify-log";
import { switchModules } from "@/lib/modules/commands";
import { modulesForm } from "@/lib/modules/forms";
import { canSwitchModules } from "@/lib/modules/policy";
import { findCompany } from "@/lib/settings/queries";
import { deactivateUser, editUser } from "@/lib/users/commands";
import { userEditForm, userRef } from "@/lib/users/forms";
import { canEditUser } from "@/lib/users/policy";
import { findUser, rightsOf } from "@/lib/users/queries";
import { type Operation, perform } from "@/lib/web/perform";
import { lookAtLog } from "@/scripts/doctor/log";

export type Order =
  | { deed: "deactivate" | "demote"; as: number; whom: number }
  | { deed: "switch"; as: number; on: SwitchableModule[]; version: number }
  | { deed: "verify" | "doctor" };

const file = process.argv[2]!;
const db = connect(openDatabase(file));

/** One of two that do a deed on one file at the very same moment: `rival <file>`. Answers how it ended. */
process.on("message", async ({ order, at }: { order: Order; at: number }) => {
  while (Date.now() < at);
  process.send?.(await ended(order));
});
process.send?.("ready");

async function ended(order: Order): Promise<string> {
  const now = Date.now();
  switch (order.deed) {
    case "deactivate":
      return does(
        order.as,
        { event: "user.deactivated", form: userRef, ...onUser, run: ({ tx, viewer, subject }) => deactivateUser(tx, subject, { viewer, now }) },
        { id: order.whom },
      );
    case "demote": {
      const { name, email, roleId, locale } = db.$client
        .prepare("select name, email, role_id as roleId, locale from users where id = ?")
        .get(order.whom) as Fields;
      return does(
        order.as,
        {
          ...{ event: "user.edited", form: userEditForm, ...onUser },
          run: ({ tx, scope, viewer, subject, input }) =>
            editUser(tx, subject, input, { viewer, standing: subject.standing, wanted: rightsOf(scope, input), now }),
        },
        { id: order.whom, name, email, roleId, locale, isAdmin: false, profileIds: [1], groupIds: [] },
      );
    }
    case "switch":
      return does(
        order.as,
        {
          ...{ event: "company.modules_switched", form: modulesForm, subject: findCompany, allow: canSwitchModules, next },
          run: ({ tx, input }) =>
            switchModules(
              tx,
              switchableModules.filter((module) => input[module]),
              now,
            ),
        },
        modulesForm.parse(Object.fromEntries(order.on.map((module) => [module, "on"]))),
        order.version,
      );
    case "verify": {
      const jobId = write(db, (tx): number => enqueue(tx, verifyKind, {}, { now }));
      await verifyLog.effect({}, { db, jobId, now, signal: new AbortController().signal } as Parameters<typeof verifyLog.effect>[1]);
      return "done";
    }
    case "doctor":
      return lookAtLog(db, file, now);
    default:
      return order satisfies never;
  }
}

type Fields = { name: string; email: string; roleId: number; locale: "es" | "en" };
const next = () => ({ to: "/" });
const onUser = { subject: (scope: Parameters<typeof findUser>[0], { id }: { id: number }) => findUser(scope, id), allow: canEditUser, next };

/** Who asks is looked up first, as a request does. */
function does<Shape extends z.ZodType, Subject, Result extends Change>(
  as: number,
  operation: Operation<Shape, Subject, Result>,
  input: z.output<Shape>,
  version?: number,
): string {
  const viewer = loadStaffViewer(db, as, Date.now());
  if (!viewer) return "outside";
  const outcome = perform(operation, { db, viewer, input, now: Date.now(), submission: crypto.randomUUID(), version });
  return outcome.kind === "rule" ? outcome.error.code : outcome.kind;
}
