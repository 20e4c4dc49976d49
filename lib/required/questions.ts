import type { ActionEvent } from "@/lib/access/registry";
import type { AskedModule } from "./rules";

/** What a form said, before or after it was understood. */
export type Said = Record<string, unknown>;

/** Which record a form makes or changes, and so what the company asks of it. `kinds` answers none when it makes none; `subject` is the record
 *  once it was found. */
export type Question = {
  module: AskedModule;
  kinds: (said: Said, subject: unknown) => string[];
  /** The fields this form has, and what it calls them; without it, those it says by their own names. */
  names?: Record<string, string>;
};

const any = () => ["any"];
const account: Question = {
  module: "accounts",
  kinds: ({ personType, isSupplier }) => [personType === "individual" ? "individual" : "company", ...(isSupplier ? ["supplier"] : [])],
};
const contact: Question = { module: "contacts", kinds: any };
const activity: Question = { module: "activities", kinds: ({ kind }) => [String(kind)] };
const item: Question = { module: "catalog", kinds: ({ kind }) => [kind === "service" ? "service" : "product"] };
const relation: Question = { module: "contacts", kinds: any, names: { role: "role" } };
/** Who is written down in passing, where nobody that exists was picked. */
const passing: Question = {
  module: "contacts",
  kinds: ({ contactId }) => (contactId ? [] : ["any"]),
  names: { familyName: "familyName", phone: "phone", email: "email" },
};
const appointment: Question = {
  module: "activities",
  kinds: ({ appointmentOn, appointmentTime }) => (appointmentOn || appointmentTime ? ["appointment"] : []),
  names: { time: "appointmentTime" },
};
const nextStep: Question = {
  module: "activities",
  kinds: ({ nextOn, nextKind }) => (nextOn ? [String(nextKind || "call")] : []),
  names: { time: "nextTime" },
};

/** Put off, what has an hour keeps one; what never had goes on without. */
const moved: Question = { module: "activities", kinds: (_said, subject) => kindIfTimed(subject), names: { time: "time" } };

function kindIfTimed(subject: unknown): string[] {
  const { kind, isAllDay } = (subject ?? {}) as { kind?: string; isAllDay?: boolean };
  return kind !== undefined && isAllDay === false ? [kind] : [];
}

/** By the event a form leaves behind. Whoever writes a record of its own accord asks under the event it leaves. */
export const questions: Partial<Record<ActionEvent, readonly Question[]>> = {
  "account.created": [account],
  "account.edited": [account],
  "contact.created": [contact],
  "contact.edited": [contact],
  "relation.added": [passing, relation],
  "relation.edited": [relation],
  "prospect.created": [{ module: "prospects", kinds: any }, appointment],
  "prospect.edited": [{ module: "prospects", kinds: any }],
  "prospect.followed_up": [nextStep],
  "activity.created": [activity, nextStep],
  "activity.edited": [activity],
  "activity.done": [nextStep],
  "activity.moved": [moved],
  "catalog_item.created": [item],
  "catalog_item.edited": [item],
  "quote.created": [{ module: "quotes", kinds: any }],
  "quote.edited": [{ module: "quotes", kinds: any }],
  "order.created": [{ module: "orders", kinds: any }],
  "order.edited": [{ module: "orders", kinds: any }],
  "invoice.created": [{ module: "invoices", kinds: any }],
  "invoice.edited": [{ module: "invoices", kinds: any }],
};
