import type { Transaction } from "@/db/open";
import { contacts } from "@/db/schema";
import { homeCountry } from "@/lib/accounts/tax-id";
import { setPoints } from "@/lib/contact-points/commands";
import type { PointInput } from "@/lib/contact-points/forms";
import { settled } from "@/lib/contact-points/rules";
import { RuleError } from "@/lib/core/errors";
import { parsePhone } from "@/lib/core/phones";
import { emailKey, sortKey } from "@/lib/core/text";
import { requireOrigin } from "@/lib/settings/require-option";
import { setTags } from "@/lib/tags/commands";
import { requireGroup, requireOwner } from "@/lib/users/owner";
import type { PersonInput } from "./forms";
import { fullName } from "./rules";

type Row = typeof contacts.$inferSelect;
type Held = Pick<Row, "originId" | "ownerId">;

/** A person as a form tells of them, related to nobody yet. Throws when the owner is not an active user, unless `held` so already. */
export function insertContact(
  tx: Transaction,
  typed: PersonInput,
  { userId, now, held }: { userId: number | null; now: number; held?: Held },
): Row & { points?: string[]; tags?: readonly string[] } {
  const { input, points = [] } = reachOf(typed);
  const after = tx
    .insert(contacts)
    .values({ ...columnsOf(tx, input, held), createdBy: userId, createdAt: now, updatedAt: now })
    .returning()
    .get();
  const { tags = [] } = input;
  if (tags.length > 0) setTags(tx, { contactId: after.id }, tags);
  return {
    ...after,
    ...(tags.length > 0 && { tags }),
    ...(points.length > 0 && { points: setPoints(tx, { contactId: after.id }, points, homeCountry(tx)).after }),
  };
}

/** The main phone and mailbox by what the rows say; undefined rows were not shown and say nothing. */
export function reachOf(typed: PersonInput): { input: PersonInput; points?: PointInput[] } {
  const { setsPoints, points, phoneUse = null, emailUse = null } = typed;
  if (!setsPoints || !points) return { input: typed };
  const { reach, others } = settled({ ...typed, phoneUse, emailUse }, points);
  return { input: reach, points: others };
}

/** What a form says as columns, with the keys that sorting and searching use. */
export function columnsOf(tx: Transaction, { familyName, ...input }: PersonInput, held?: Held) {
  const { salutation, givenName, phone, email, phoneUse, emailUse, originId, ownerId, ownerGroupId, website, description, internalNote } = input;
  requireOrigin(tx, originId, held?.originId);
  requireHolder(tx, input, held?.ownerId);
  return {
    ...{ salutation, givenName, phone, email, phoneUse, emailUse, originId, ownerId, ownerGroupId, website, description, internalNote },
    familyName: familyName ?? "",
    nameKey: sortKey(fullName({ givenName, familyName })),
    phoneE164: (phone && parsePhone(phone, homeCountry(tx)).e164) ?? null,
    emailKey: email && emailKey(email),
  };
}

/** Of a colleague or of a group, never of both; of one who left only where they are its `held` owner. */
export function requireHolder(tx: Transaction, { ownerId, ownerGroupId }: { ownerId: number | null; ownerGroupId?: number | null }, held?: number | null) {
  if (ownerGroupId == null) return void (ownerId !== null && requireOwner(tx, ownerId, held));
  if (ownerId !== null) throw new RuleError("contacts.one_owner", "ownerId");
  requireGroup(tx, ownerGroupId);
}
