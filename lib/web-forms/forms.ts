import { z } from "zod";
import { locales, type WebFormField, webFormUses } from "@/db/vocabulary";
import { checkbox, id, optionalId, optionalText, requiredText } from "@/lib/core/fields";
import { cleanLine, cleanText } from "@/lib/mail/clean";
import { asksAnyContact, type Said, shownFields, type Uses } from "./rules";

const use = () => z.enum(webFormUses);

const ids = z
  .union([z.array(z.string()), z.string()])
  .nullish()
  .transform((value): (string | number)[] => (typeof value === "string" ? [value] : (value ?? [])))
  .pipe(z.array(id()));

const fields = z
  .object({
    name: requiredText(80),
    title: requiredText(120),
    intro: optionalText(1000),
    locale: z.enum(locales),
    address: optionalText(60)
      .transform((text) => text?.toLowerCase() ?? null)
      .refine((text) => text === null || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), { params: { code: "web_forms.address_letters" } }),
    useCompany: use(),
    usePhone: use(),
    useEmail: use(),
    useRegion: use(),
    useSubject: use(),
    useMessage: use(),
    originId: optionalId(),
    channelId: optionalId(),
    campaign: optionalText(120),
    ownerIds: ids.pipe(z.array(z.number()).max(50)).refine((chosen) => chosen.length > 0, { params: { code: "web_forms.no_owners" } }),
    thanks: optionalText(500),
    returnUrl: optionalText(500).transform(asReturn),
    sites: optionalText(2000).transform(asSites),
    isReviewed: checkbox(),
    isAccepting: checkbox(),
  })
  .refine(({ usePhone, useEmail }) => usePhone !== "hidden" || useEmail !== "hidden", {
    path: ["useEmail"],
    params: { code: "web_forms.no_way" },
  });

export const webFormForm = fields;
export const webFormEditForm = fields.safeExtend({ id: id() });
export const webFormUseForm = z.object({ id: id(), use: z.enum(["yes", "no"]) });
export const reviewForm = z.object({
  ids: ids.pipe(z.array(z.number()).max(100)).refine((picked) => picked.length > 0, { params: { code: "web_forms.none_picked" } }),
  verdict: z.enum(["accept", "discard"]),
});

export type WebFormInput = z.output<typeof webFormForm>;
export type ReviewInput = z.output<typeof reviewForm>;

/** What a visitor types, of what this form shows. Lines stay lines only in the message. */
export function visitorForm(uses: Uses) {
  const shown = shownFields(uses);
  const has = (field: WebFormField) => shown.includes(field);
  const line = (field: WebFormField, max: number) => (has(field) ? typed(uses[field] === "required", max) : none);
  return z
    .object({
      name: typed(true, 120) as z.ZodType<string>,
      company: line("company", 120),
      phone: line("phone", 40),
      email: has("email") ? z.pipe(typed(uses.email === "required", 254), z.email().nullable()) : none,
      region: line("region", 120),
      subject: line("subject", 200),
      message: has("message") ? typed(uses.message === "required", 3000, cleanText) : none,
    })
    .superRefine(({ phone, email }, context) => {
      const field = has("phone") ? "phone" : "email";
      if (asksAnyContact(uses) && phone === null && email === null)
        context.addIssue({ code: "custom", path: [field], params: { code: "web_forms.no_contact" } });
    }) satisfies z.ZodType<Said>;
}

const none: z.ZodType<string | null> = z
  .string()
  .nullish()
  .transform(() => null);

function typed(isRequired: boolean, max: number, clean: (text: string) => string = oneLine): z.ZodType<string | null> {
  const text = z.string().transform(clean);
  return isRequired ? text.pipe(requiredText(max)) : text.nullish().pipe(optionalText(max));
}

function oneLine(text: string): string {
  return cleanLine(text, Number.POSITIVE_INFINITY);
}

/** Their own page, over https: nobody is sent on by a line that others read. */
function asReturn(text: string | null, context: z.RefinementCtx): string | null {
  if (text === null) return null;
  const url = secure(text);
  if (!url) context.addIssue({ code: "custom", params: { code: "web_forms.not_https" } });
  return url?.href ?? null;
}

/** One a line; of each what comes before its path. */
function asSites(text: string | null, context: z.RefinementCtx): string[] {
  const urls = (text ?? "").split(/\s+/).filter(Boolean).map(secure);
  if (urls.length > 20 || urls.includes(undefined)) context.addIssue({ code: "custom", params: { code: "web_forms.not_sites" } });
  return [...new Set(urls.flatMap((url) => url?.origin ?? []))];
}

function secure(text: string): URL | undefined {
  const url = URL.parse(text);
  const isPlain = url?.protocol === "https:" && url.username === "" && url.password === "" && /^[a-z0-9.-]+\.[a-z0-9-]+$/.test(url.hostname);
  return isPlain ? url : undefined;
}
