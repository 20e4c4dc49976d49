import { redirect } from "next/navigation";
import type { z } from "zod";
import { RuleError } from "@/lib/core/errors";
import { tMaybe } from "@/lib/i18n/words";
import { currentViewer } from "./auth/viewer";
import { fieldErrors } from "./field-errors";
import { nested, typedValues } from "./form-body";
import type { FormAction } from "./form-state";
import { speakFor } from "./language";
import { request } from "./request";

/** Forms of identity, whose work cannot be one synchronous transaction: hashing a password takes time. `run` answers where to go, or throws a RuleError. */
export function identityAction<Shape extends z.ZodType>({ form, run }: { form: Shape; run: (input: z.output<Shape>) => Promise<string> }): FormAction {
  return async (_previous, body) => {
    request();
    const typed = typedValues(body);
    speakFor(await currentViewer());
    const parsed = form.safeParse(nested(body), { reportInput: true });
    if (!parsed.success) return { status: "refused", values: typed, errors: fieldErrors(parsed.error.issues) };

    const result = await run(parsed.data).catch(ruleOf);
    if (typeof result === "string") redirect(result);
    return { status: "refused", values: typed, errors: { [result.field]: tMaybe(result.code, result.values) } };
  };
}

function ruleOf(error: unknown): RuleError {
  if (error instanceof RuleError) return error;
  throw error;
}
