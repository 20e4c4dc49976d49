import { redirect } from "next/navigation";
import type { z } from "zod";
import { database } from "@/db/client";
import type { Change } from "@/lib/events/record";
import { t } from "@/lib/i18n/words";
import { whoAsks } from "./auth/viewer";
import { answer, submissionOf } from "./form-action";
import { nested } from "./form-body";
import type { FormAction } from "./form-state";
import { speakFor } from "./language";
import { type Context, type Operation, perform } from "./perform";
import { request } from "./request";

/** A button that makes a link with a secret. The answer to its post shows the link, and nothing ever shows it again: it stands in no address and no table. */
type LinkOperation<Shape extends z.ZodType, Subject> = Pick<Operation<Shape, Subject, Change>, "event" | "form" | "subject" | "allow"> & {
  run: (context: Context<z.output<Shape>, Subject>) => { change: Change; token: string };
  /** The whole link. */
  address: (token: string) => string;
  /** Where it can be made again. */
  to: (input: z.output<Shape>) => string;
};

export function linkAction<Shape extends z.ZodType, Subject>({ run, address, to, ...operation }: LinkOperation<Shape, Subject>): FormAction {
  return async (_previous, body) => {
    const here = request();
    const viewer = (await whoAsks())();
    if (!viewer) redirect(`/login?next=${encodeURIComponent(here.path)}`);
    speakFor(viewer);

    const parsed = operation.form.safeParse(nested(body));
    if (!parsed.success) return { status: "refused", values: {}, errors: { "": t("errors.invalid") } };
    let token: string | undefined;
    const whole = {
      ...operation,
      next: () => ({ to: to(parsed.data) }),
      run: (context: Context<z.output<Shape>, Subject>) => {
        const made = run(context);
        token = made.token;
        return made.change;
      },
    };
    const outcome = perform(whole, { db: database(), viewer, input: parsed.data, now: Date.now(), submission: submissionOf(body) });
    if (outcome.kind !== "done") return answer(outcome, whole, viewer, { typed: {}, input: parsed.data });
    if (token === undefined) return { status: "refused", values: {}, errors: { "": t("users.link_shown") } };
    return { status: "untouched", values: { link: [address(token)] }, errors: {} };
  };
}
