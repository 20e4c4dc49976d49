import { randomBytes } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { webForms } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { requireOption, requireOrigin } from "@/lib/settings/require-option";
import { requireOwner } from "@/lib/users/owner";
import type { WebFormInput } from "./forms";

type Row = typeof webForms.$inferSelect;

/** Without an address typed it gets one that nobody guesses. Throws when the address is another's, or somebody it is shared among does not work here. */
export function createWebForm(tx: Transaction, input: WebFormInput, now: number): Change {
  const columns = columnsOf(tx, input, { address: randomBytes(8).toString("hex") });
  const after = tx
    .insert(webForms)
    .values({ ...columns, createdAt: now, updatedAt: now })
    .returning()
    .get();
  return { kind: "web_form", id: after.id, before: null, after };
}

/** Throws as making one does; what was chosen before may have been retired since. */
export function editWebForm(tx: Transaction, form: Pick<Row, "id">, input: WebFormInput, now: number): Change {
  const before = rowOf(tx, form.id);
  return changed(tx, before, columnsOf(tx, input, before), now);
}

/** A retired form's address answers as one that never was. */
export function retireWebForm(tx: Transaction, form: Pick<Row, "id">, isRetired: boolean, now: number): Change {
  return changed(tx, rowOf(tx, form.id), { retiredAt: isRetired ? now : null }, now);
}

function changed(tx: Transaction, before: Row, values: Partial<Row>, now: number): Change {
  const after = tx
    .update(webForms)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(webForms.id, before.id))
    .returning()
    .get();
  return { kind: "web_form", id: after.id, before, after };
}

function columnsOf(tx: Transaction, input: WebFormInput, held: Pick<Row, "address"> & Partial<Row>) {
  const { useCompany, usePhone, useEmail, useRegion, useSubject, useMessage, ...rest } = input;
  const address = input.address ?? held.address;
  const isTaken = tx
    .select({ id: webForms.id })
    .from(webForms)
    .where(and(eq(webForms.address, address), ne(webForms.id, held.id ?? 0)))
    .get();
  if (isTaken) throw new RuleError("web_forms.taken_address", "address");
  requireOrigin(tx, input.originId, held.originId);
  requireOption(tx, "contact_channel", { id: input.channelId, held: held.channelId, field: "channelId" });
  for (const id of input.ownerIds) requireOwner(tx, id, held.ownerIds?.includes(id) ? id : null, "ownerIds");
  const fields = { company: useCompany, phone: usePhone, email: useEmail, region: useRegion, subject: useSubject, message: useMessage };
  return { ...rest, address, fields };
}

function rowOf(tx: Transaction, id: number): Row {
  return tx.select().from(webForms).where(eq(webForms.id, id)).get()!;
}
