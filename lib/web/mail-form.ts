import type { Transaction } from "@/db/open";
import type { Scope } from "@/lib/access/scope";
import { findAttachment } from "@/lib/attachments/queries";
import { RuleError } from "@/lib/core/errors";
import { isSalesKind } from "@/lib/documents/kinds";
import { current } from "@/lib/i18n/current";
import { t, tMaybe } from "@/lib/i18n/words";
import { paperContent } from "@/lib/jobs/document-pdf";
import { type Recipient as Addressee, distinctRecipients } from "@/lib/mail/enqueue";
import { filledWhole, type MailValues } from "@/lib/mail/fields";
import { type MailInput, mailForm } from "@/lib/mail/forms";
import { canMail } from "@/lib/mail/policy";
import { findMailTemplate, templatesFor } from "@/lib/mail/queries";
import type { FormState } from "./form-state";
import { withInsertedField } from "./insert-field";
import { leaveForFiles, mayAddFiles } from "./mail-draft";
import { findMailSubject, type MailSubject } from "./mail-subject";

const mostFiles = 50;
/** Few servers take more; the bytes grow by a third on their way. */
const largestMail = 15 * 1_048_576;

type Values = FormState["values"];
type Start = { id: string; name: string; subject: string; text: string };

/** What a mail about this record may start from: the company's templates, and where it has none our own. */
export function startsFor(scope: Scope, kind: MailSubject["kind"]): Start[] {
  const { locale } = current();
  const kept = templatesFor(scope, kind, locale);
  const hasOwn = kept.some((one) => one.locale === locale);
  const ours = {
    id: "usual",
    name: t("mails.usual_template"),
    subject: withBraces(t(`mails.starting.${kind}.subject`)),
    text: withBraces(t(`mails.starting.${kind}.text`)),
  };
  return [...kept.map(({ id, name, subject, text }) => ({ id: String(id), name, subject, text })), ...(hasOwn ? [] : [ours])].sort(byDefault(kept));
}

/** In a sentence of the catalog braces are its own, so our templates write their fields between brackets. */
function withBraces(text: string): string {
  return text.replace(/\[([^\]]+)\]/g, "{{$1}}");
}

function byDefault(kept: { id: number; isDefault: boolean }[]) {
  const isFirst = ({ id }: Start) => kept.some((one) => String(one.id) === id && one.isDefault);
  return (one: Start, other: Start) => Number(isFirst(other)) - Number(isFirst(one));
}

/** Who is proposed goes under a key, so that a form cannot put another address in their place. */
export function keyOf({ contactId }: { contactId: number | null }): string {
  return contactId === null ? "account" : `c${contactId}`;
}

/** The second step of the form: a template just chosen writes its words, and what would travel is shown. A plain post goes on once it was seen. */
export function assistMail(scope: Scope, values: Values, isAsked: boolean, by: unknown = null): Values | undefined {
  if (!isAsked && values.seen?.[0] === "yes") return undefined;
  const parsed = mailForm.pick({ about: true, id: true }).safeParse({ about: values.about?.[0], id: values.id?.[0] });
  const subject = parsed.success ? findMailSubject(scope, parsed.data.about, parsed.data.id) : undefined;
  if (!subject || !canMail(scope.viewer, subject)) return undefined;
  if (by === "files" && mayAddFiles(scope, subject)) return { ...values, ...withProblem({ field: "", sentence: leaveForFiles(scope, subject, values) }) };
  const chosen = withTemplate(scope, subject, withInsertedField(values) ?? values);
  return { ...chosen, seen: ["yes"], ...previewOf(subject, chosen) };
}

function withTemplate(scope: Scope, { kind }: MailSubject, values: Values): Values {
  const asked = values.templateId?.[0] ?? "";
  const start = startsFor(scope, kind).find(({ id }) => id === asked);
  if (!start || values.startedFrom?.[0] === asked) return values;
  return { ...values, subject: [start.subject], text: [start.text], startedFrom: [asked] };
}

function previewOf(subject: MailSubject, values: Values): Values {
  const typed = { people: values.people ?? [], to: values.to?.[0] ?? null, cc: values.cc?.[0] ?? null };
  try {
    const { to, cc } = addresseesOf(subject, typed);
    distinctRecipients({ to, cc });
    requireFiles(subject, (values.files ?? []).map(Number));
    const known = valuesFor(subject, to);
    const whole = filledWhole(subject.kind, { subject: values.subject?.[0] ?? "", text: values.text?.[0] ?? "" }, known);
    const shown = ({ name, address }: Addressee) => (name ? `${name} <${address}>` : address);
    return {
      "preview.to": [to.map(shown).join(", ")],
      "preview.cc": [cc.map(shown).join(", ")],
      "preview.subject": [whole.subject],
      "preview.text": [whole.text],
      "preview.problem": [],
      "preview.field": [],
    };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return withProblem({ field: error.field, sentence: tMaybe(error.code, error.values) });
  }
}

function withProblem({ field, sentence }: { field: string; sentence: string }): Values {
  return { "preview.problem": [sentence], "preview.field": [field], "preview.to": [], "preview.cc": [], "preview.subject": [], "preview.text": [] };
}

/** What keeps a mail from being shown as it would travel, at the field where it can be mended. */
export function complaintsOfMail(values: Values): Record<string, string> {
  const [sentence] = values["preview.problem"] ?? [];
  return sentence ? { [values["preview.field"]?.[0] ?? ""]: sentence } : {};
}

/** The mail as it goes into the outbox, every field filled in. Throws on a field its record does not have, on a text that grew too long, and on a file that is not there any more. */
export function mailOf(tx: Transaction, scope: Scope, subject: MailSubject, input: MailInput) {
  const { to, cc } = addresseesOf(subject, input);
  const known = valuesFor(subject, to);
  return {
    ...{ to, cc },
    ...filledWhole(subject.kind, input, known),
    attachments: [...(input.withPaper ? paperOf(tx, subject) : []), ...filesOf(scope, subject, input.files)],
    about: { kind: subject.kind, id: subject.id, accountId: subject.accountId },
  };
}

function paperOf(tx: Transaction, { document }: MailSubject) {
  if (document === undefined || !isSalesKind(document.kind)) return [];
  const { kind, id } = document;
  return [{ document: kind, id, contentSha256: paperContent(tx, { kind, id })! }];
}

function filesOf(scope: Scope, subject: MailSubject, chosen: number[]) {
  requireFiles(subject, chosen);
  const kept = chosen.map((id) => findAttachment(scope, id)!.file);
  if (kept.reduce((sum, { size }) => sum + size, 0) > largestMail) throw new RuleError("mails.too_heavy", "files", { max: largestMail / 1_048_576 });
  return kept.map(({ name, mime, sha256, size }) => ({ name, mime, sha256, size }));
}

/** What was ticked and thrown away since is not left out in silence. */
function requireFiles({ files }: MailSubject, chosen: number[]) {
  if (chosen.length > mostFiles) throw new RuleError("mails.too_many_files", "files", { max: mostFiles });
  if (!chosen.every((id) => files.some((file) => file.id === id))) throw new RuleError("mails.file_gone", "files");
}

export function templateOf(scope: Scope, templateId: string | null): number | null {
  return findMailTemplate(scope, templateId)?.id ?? null;
}

function addresseesOf({ people }: MailSubject, { people: keys, to, cc }: Pick<MailInput, "people" | "to" | "cc">): Record<"to" | "cc", Addressee[]> {
  const chosen = people.filter((one) => keys.includes(keyOf(one))).map(({ contactId, name, email }) => ({ contactId, name, address: email }));
  return { to: [...chosen, ...typedAddresses(to)], cc: typedAddresses(cc) };
}

function typedAddresses(text: string | null): Addressee[] {
  return (text ?? "")
    .split(/[,;\s]+/)
    .filter((address) => address !== "")
    .map((address) => ({ address }));
}

/** Who it is for is the first with a name. */
function valuesFor({ values, people }: MailSubject, to: Addressee[]): MailValues {
  const name = to.find((one) => one.name)?.name ?? people[0]?.name;
  return { ...(name && { contact: name }), ...values };
}
