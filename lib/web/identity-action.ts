import { redirect } from "next/navigation";
import type { z } from "zod";
import { isBusy } from "@/db/storage";
import { admits } from "@/lib/access/admit";
import { explainRefusal } from "@/lib/access/explain";
import { identities } from "@/lib/access/identities";
import type { Policy } from "@/lib/access/registry";
import { onlyLooks } from "@/lib/access/seeing";
import { RuleError } from "@/lib/core/errors";
import { tMaybe } from "@/lib/i18n/words";
import { currentViewer } from "./auth/viewer";
import { fieldErrors } from "./field-errors";
import { nested, typedValues } from "./form-body";
import type { FormAction } from "./form-state";
import { speakFor } from "./language";
import { refusalSentence } from "./refusal";
import { request, setStatus } from "./request";
import { storageAnswer } from "./storage";

type Operation<Shape extends z.ZodType> = { entry: keyof typeof identities; form: Shape; run: (input: z.output<Shape>) => Promise<string> };

/** Forms of identity, whose work cannot be one synchronous transaction: hashing a password takes time. The registry's policy for
 *  `entry` decides who may send one; `run` answers where to go, or throws a RuleError. */
export function identityAction<Shape extends z.ZodType>({ entry, form, run }: Operation<Shape>): FormAction {
  return async (_previous, body) => {
    const here = request();
    const typed = typedValues(body);
    const viewer = await currentViewer();
    speakFor(viewer);
    const policy: Policy = identities[entry];
    if (policy !== "open" && !viewer) redirect(`/login?next=${encodeURIComponent(here.path)}`);
    const isLeaving = onlyLooks(viewer) && waysOut.includes(entry);
    if (viewer && !isLeaving && !admits(policy, viewer)) {
      setStatus(403);
      return { status: "refused", values: typed, errors: { "": refusalSentence(explainRefusal(viewer, policy)) } };
    }
    if (onlyLooks(viewer) && !isLeaving) {
      setStatus(403);
      return { status: "refused", values: typed, errors: { "": refusalSentence({ reason: "only_looking" }) } };
    }
    const parsed = form.safeParse(nested(body), { reportInput: true });
    if (!parsed.success) return { status: "refused", values: typed, errors: fieldErrors(parsed.error.issues) };

    const result = await run(parsed.data).catch(reasonOf);
    if (typeof result === "string") redirect(result);
    return { status: "refused", values: typed, errors: { [result.field]: result.sentence } };
  };
}

const waysOut: (keyof typeof identities)[] = ["app/(open)/login/actions.ts#signOut", "app/(staff)/settings/me/actions.ts#endSight"];

function reasonOf(error: unknown): { field: string; sentence: string } {
  if (error instanceof RuleError) return { field: error.field, sentence: tMaybe(error.code, error.values) };
  if (isBusy(error)) return { field: "", sentence: tMaybe("busy") };
  const storage = storageAnswer(error);
  if (!storage) throw error;
  setStatus(storage.status);
  return { field: "", sentence: storage.sentence };
}
