import { redirect } from "next/navigation";
import type { z } from "zod";
import { isBusy } from "@/db/storage";
import { RuleError } from "@/lib/core/errors";
import { tMaybe } from "@/lib/i18n/words";
import { currentViewer } from "./auth/viewer";
import { fieldErrors } from "./field-errors";
import { nested, typedValues } from "./form-body";
import type { FormAction } from "./form-state";
import { speakFor } from "./language";
import { request, setStatus } from "./request";
import { storageAnswer } from "./storage";

/** Forms of identity, whose work cannot be one synchronous transaction: hashing a password takes time. `run` answers where to go, or throws a RuleError. */
export function identityAction<Shape extends z.ZodType>({ form, run }: { form: Shape; run: (input: z.output<Shape>) => Promise<string> }): FormAction {
  return async (_previous, body) => {
    request();
    const typed = typedValues(body);
    speakFor(await currentViewer());
    const parsed = form.safeParse(nested(body), { reportInput: true });
    if (!parsed.success) return { status: "refused", values: typed, errors: fieldErrors(parsed.error.issues) };

    const result = await run(parsed.data).catch(reasonOf);
    if (typeof result === "string") redirect(result);
    return { status: "refused", values: typed, errors: { [result.field]: result.sentence } };
  };
}

function reasonOf(error: unknown): { field: string; sentence: string } {
  if (error instanceof RuleError) return { field: error.field, sentence: tMaybe(error.code, error.values) };
  if (isBusy(error)) return { field: "", sentence: tMaybe("busy") };
  const storage = storageAnswer(error);
  if (!storage) throw error;
  setStatus(storage.status);
  return { field: "", sentence: storage.sentence };
}
