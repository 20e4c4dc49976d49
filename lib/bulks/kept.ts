import type { Transaction } from "@/db/open";
import type { Viewer } from "@/lib/access/viewer";
import { type CatalogChanges, taxesAfter } from "@/lib/catalog/change-fields";
import { RuleError } from "@/lib/core/errors";
import type { Values } from "@/lib/events/record";
import { lackingIn, rulesOf } from "@/lib/required/lacking";
import { isGiven } from "@/lib/required/said";
import { withTags } from "@/lib/tags/commands";
import { type Holder, isGift } from "./targets";

type Work = { holder: Holder; viewer: Viewer; record: { id: number } };

/** Throws when a change would empty what the company asks for. What was empty before may stay so: the change is not about it. */
export function requireKept(tx: Transaction, { holder, viewer, record }: Work, { addTags, removeTags, ...changes }: Values) {
  const { event } = holder;
  if (isGift(event)) return;
  const rules = rulesOf(tx);
  const present = rules.length === 0 ? undefined : holder.present(tx, record.id);
  if (!present) return;
  const { personType, isSupplier, kind, tags } = present;
  const retagged = addTags || removeTags ? { tags: withTags(listOf(tags), listOf(addTags), listOf(removeTags)) } : {};
  const { addTaxId, removeTaxId } = changes as CatalogChanges;
  const retaxed = addTaxId || removeTaxId ? { taxIds: taxesAfter(present.taxIds as number[], { addTaxId, removeTaxId }) } : {};
  const said = { personType, isSupplier, kind, ...changes, ...retagged, ...retaxed };
  const emptied = lackingIn(rules, { event, viewer, said, subject: record }).filter(({ field }) => isGiven(field, present));
  if (emptied.length > 0) throw new RuleError("asked.emptied");
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
