import type { Database } from "@/db/open";
import { company, type webForms } from "@/db/schema";
import { write } from "@/db/write";
import { RuleError } from "@/lib/core/errors";
import { recordEvent } from "@/lib/events/record";
import { tMaybe } from "@/lib/i18n/words";
import { cleanLine } from "@/lib/mail/clean";
import { visitorForm } from "@/lib/web-forms/forms";
import { receive } from "@/lib/web-forms/receive";
import { type Came, doubtsAbout, utmNames } from "@/lib/web-forms/rules";
import { countAnswer } from "../auth/throttle";
import { fieldErrors } from "../field-errors";
import { readStamp } from "./stamp";

export type Typed = Record<string, string>;
export type Answer = { kind: "taken" } | { kind: "refused"; status: 422 | 429; errors: Record<string, string> };
type Sent = { typed: Typed; ip: string; referrer: string | undefined; now: number };

/** What a visitor sent, whoever they are: they hear the same whether they are known, doubted or new. */
export async function answerForm(db: Database, form: typeof webForms.$inferSelect, { typed, ip, referrer, now }: Sent): Promise<Answer> {
  const parsed = visitorForm(form.fields).safeParse(typed, { reportInput: true });
  if (!parsed.success) return { kind: "refused", status: 422, errors: fieldErrors(parsed.error.issues) };
  const said = parsed.data;
  const stamp = readStamp(typed._drawn, form.id);
  const doubts = doubtsAbout({ said, trap: typed.website ?? "", issuedAt: stamp?.issuedAt, now });
  try {
    await countAnswer(db, { ip, formId: form.id });
    write(db, (tx): void => {
      const { zone } = tx.select({ zone: company.zone }).from(company).get()!;
      const told = receive(tx, form, { said, came: cameBy(typed, referrer), doubts, submission: stamp?.submission }, { now, zone });
      const viewer = { kind: "system", locale: "es", zone, today: "" } as const;
      if (told) recordEvent(tx, { viewer, name: told.name, change: told.change, at: now, source: "web_form" });
    });
    return { kind: "taken" };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { kind: "refused", status: 429, errors: { "": tMaybe(error.code, error.values) } };
  }
}

/** The campaign that the form's own address named, else the one in the address of the page it stood on. */
export function cameBy(typed: Typed, referrer: string | undefined): Came {
  const from = [typed._from, referrer].map((text) => URL.parse(text ?? "")).find((url) => url !== null && /^https?:$/.test(url.protocol));
  const named = Object.entries(utmNames).flatMap(([column, name]) => {
    const text = cleanLine(typed[name] || from?.searchParams.get(name) || "", 200);
    return text === "" ? [] : [[column, text]];
  });
  return { ...Object.fromEntries(named), ...(from && { referrer: cleanLine(from.href, 500) }) };
}
