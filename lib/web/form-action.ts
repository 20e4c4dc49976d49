import { redirect } from "next/navigation";
import type { z } from "zod";
import { database } from "@/db/client";
import { admits } from "@/lib/access/admit";
import { explainRefusal, type Refusal } from "@/lib/access/explain";
import { type ActionEvent, actions } from "@/lib/access/registry";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { onlyLooks } from "@/lib/access/seeing";
import type { Viewer } from "@/lib/access/viewer";
import { allOf, RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { current } from "@/lib/i18n/current";
import { t, tMaybe } from "@/lib/i18n/words";
import { lackingIn } from "@/lib/required/lacking";
import type { Said } from "@/lib/required/questions";
import { provedColleague } from "./auth/own-access";
import { whoAsks } from "./auth/viewer";
import { bothVersions, type Stored } from "./both-versions";
import { withChoices } from "./choices";
import { fieldErrors } from "./field-errors";
import { nested, typedValues } from "./form-body";
import { withRows } from "./form-rows";
import type { FormAction, FormState } from "./form-state";
import { speakFor } from "./language";
import { noticeAddress } from "./notices";
import { type Operation, type Outcome, perform } from "./perform";
import { refusalSentence } from "./refusal";
import { request, setStatus } from "./request";
import { troubleAnswer } from "./storage";

/** A form's operation. `values` gives the record's present values by field, for showing both sides of a lost update. */
type FormOperation<Shape extends z.ZodType, Subject, Result extends Change> = Omit<Operation<Shape, Subject, Result>, "form"> & {
  form: Shape | (() => Shape);
  values?: (subject: Subject, scope: Scope) => Stored<z.output<Shape>>;
  /** What stands for several typed fields in that comparison, under the name `values` gives it. */
  typedTexts?: (typed: FormState["values"]) => Record<string, string>;
  /** Whether whoever asks shows first, by the field `password`, that the open session is theirs. */
  asksPassword?: (scope: Scope, input: z.output<Shape>) => boolean;
  /** Fills in what was typed, for a form that computes. `isAsked` by a row button, «Buscar» or `_assist`, `by` being what the last says; a plain post goes on when it gives nothing back. */
  assist?: (scope: Scope, values: FormState["values"], isAsked: boolean, by: unknown) => FormState["values"] | undefined;
  /** What is wrong with what it filled in, by field. */
  complaints?: (values: FormState["values"]) => FormState["errors"];
};

/** A server action whole: who asks, what was typed, then `perform`, then where to go. Works as a plain post too. */
export function formAction<Shape extends z.ZodType, Subject, Result extends Change>(operation: FormOperation<Shape, Subject, Result>): FormAction {
  return async (_previous, body) => {
    const here = request();
    const asking = await whoAsks();
    const viewer = asking();
    if (!viewer) redirect(`/login?next=${encodeURIComponent(here.path)}`);
    speakFor(viewer);

    const typed = typedValues(body);
    if (onlyLooks(viewer)) return notAdmitted(typed, { reason: "only_looking" });
    const policy = actions[operation.event];
    if (!admits(policy, viewer)) return notAdmitted(typed, explainRefusal(viewer, policy));
    const pressed = body.get("_pick");
    const asked = withRows(typed, body.get("_rows")) ?? (typeof pressed === "string" ? { ...typed, [pressed]: [] } : body.has("_assist") ? typed : undefined);
    const values = operation.assist ? operation.assist(scopeFor(viewer, database()), asked ?? typed, asked !== undefined, body.get("_assist")) : asked;
    const complaints = values && operation.complaints?.(values);
    if (values) return { status: "rows", values: withChoices(scopeFor(viewer, database()), values, pressed), errors: complaints ?? {} };

    const form = typeof operation.form === "function" ? operation.form() : operation.form;
    const parsed = form.safeParse(nested(body), { reportInput: true });
    if (!parsed.success) return refused(viewer, typed, { ...lacking(viewer, operation.event, body), ...fieldErrors(parsed.error.issues) });

    const asks = operation.asksPassword?.(scopeFor(viewer, database()), parsed.data) ?? false;
    const proved = asks ? await provedColleague(body.get("password")) : undefined;
    if (proved instanceof RuleError) return refused(viewer, typed, { [proved.field]: tMaybe(proved.code, proved.values) });
    const doer = asks ? asking() : viewer;
    if (!doer) redirect(`/login?next=${encodeURIComponent(here.path)}`);
    const outcome = perform(
      { ...operation, form },
      { db: database(), viewer: doer, input: parsed.data, now: Date.now(), submission: submissionOf(body), version: versionOf(body) },
    );
    return answer(outcome, operation, viewer, { typed, input: parsed.data });
  };
}

export function answer<Shape extends z.ZodType, Subject, Result extends Change>(
  outcome: Outcome<Subject>,
  operation: FormOperation<Shape, Subject, Result>,
  viewer: Viewer,
  { typed, input }: { typed: FormState["values"]; input: z.output<Shape> },
): FormState {
  if (outcome.kind === "done") redirect(noticeAddress(outcome.to, outcome.submission));
  switch (outcome.kind) {
    case "missing":
      setStatus(404);
      return refused(viewer, typed, { "": t("errors.missing") });
    case "refused":
      setStatus(403);
      return refused(viewer, typed, { "": refusalSentence(outcome.refusal) });
    case "rule":
      return { ...refused(viewer, typed, sentencesOf(outcome.error)), anyway: outcome.error.anyway };
    case "storage": {
      const { status, sentence } = troubleAnswer(outcome.trouble);
      setStatus(status);
      return refused(viewer, typed, { "": sentence });
    }
    case "conflict": {
      setStatus(409);
      const { event, values, typedTexts } = operation;
      const scope = scopeFor(viewer, database());
      const stored = values?.(outcome.subject, scope) ?? {};
      const conflict = bothVersions(scope, { event, stored, input: input as object, typed, texts: typedTexts?.(typed) });
      return { ...refused(viewer, typed, { "": t("errors.stale") }), conflict, version: (outcome.subject as { version: number }).version };
    }
    default:
      return outcome satisfies never;
  }
}

/** Who may not send the form is not helped to fill it in either. */
function notAdmitted(typed: FormState["values"], reason: Refusal): FormState {
  setStatus(403);
  return { status: "refused", values: typed, errors: { "": refusalSentence(reason) } };
}

/** What the company asks for is told along with what the form itself does not understand. */
function lacking(viewer: Viewer, event: ActionEvent, body: FormData): FormState["errors"] {
  const lacks = lackingIn(current().requiredFields ?? [], { event, viewer, said: nested(body) as Said });
  return Object.fromEntries(lacks.map(({ name, label }) => [name, t("errors.asked.missing", { name: t(label) })]));
}

function sentencesOf(error: RuleError): FormState["errors"] {
  return Object.fromEntries(allOf(error).map(({ field, code, values }) => [field, tMaybe(code, values)]));
}

function refused(viewer: Viewer, typed: FormState["values"], errors: FormState["errors"]): FormState {
  return { status: "refused", values: withChoices(scopeFor(viewer, database()), typed, null), errors };
}

export function submissionOf(body: FormData): string {
  const submission = body.get("_submission");
  return typeof submission === "string" && /^[0-9a-f-]{36}$/.test(submission) ? ofRow(submission, body) : crypto.randomUUID();
}

/** Of a form round many rows each row is sent once: its record is part of the submission. */
function ofRow(submission: string, body: FormData): string {
  const each = body.get("_each");
  const id = typeof each === "string" ? body.get(each) : null;
  return typeof id === "string" && /^\d{1,14}$/.test(id) ? `${submission.slice(0, 24)}${Number(id).toString(16).padStart(12, "0")}` : submission;
}

function versionOf(body: FormData): number | undefined {
  const version = body.get("_version");
  return typeof version === "string" && /^\d{1,9}$/.test(version) ? Number(version) : undefined;
}
