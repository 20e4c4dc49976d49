import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { contactPoints } from "@/db/schema";
import { type PointValues, pointValues } from "@/lib/contact-points/values";
import { parsePhone } from "@/lib/core/phones";
import { emailKey } from "@/lib/core/text";
import type { AccountRecord } from "./records";

type Main = { phoneE164: string | null; emailKey: string | null };
type Point = PointValues & { field: "otherPhone" | "otherEmail" };

/** The second phone and mailbox of a row that the account does not have yet, beside those it has. */
export function otherPoints(tx: Transaction, { otherPhone, otherEmail }: AccountRecord, country: string, account?: Main & { id: number }) {
  const stored = account ? tx.select().from(contactPoints).where(eq(contactPoints.accountId, account.id)).orderBy(contactPoints.position).all() : [];
  const isThere = (key: string, text: string) =>
    [account?.phoneE164, account?.emailKey].includes(key) || stored.some(({ value, valueKey }) => valueKey === key || value === text);
  const told: Point[] = [];
  if (otherPhone && !isThere(parsePhone(otherPhone, country).e164 ?? otherPhone, otherPhone)) {
    told.push({ field: "otherPhone", what: "phone.other", value: otherPhone });
  }
  if (otherEmail && !isThere(emailKey(otherEmail), otherEmail)) told.push({ field: "otherEmail", what: "email.other", value: otherEmail });
  return {
    reasons: told.map(({ field, value }) => ({ field, was: "", becomes: value })),
    fields: told.length === 0 ? {} : { setsPoints: true, points: [...pointValues(stored), ...told.map(({ what, value }) => ({ what, value }))] },
  };
}
