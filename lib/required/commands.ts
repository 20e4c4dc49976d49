import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company } from "@/db/schema";
import type { Change } from "@/lib/events/record";
import type { RequiredInput } from "./forms";
import { type AskedModule, ruleKeys, ruleParts } from "./rules";

/** Which fields the company asks for from now on, of the modules that were `shown`. What is there without them stays as it is until somebody edits it. */
export function changeRequired(tx: Transaction, { requiredFields: ticked }: RequiredInput, { shown, now }: { shown: AskedModule[]; now: number }): Change {
  const before = tx.select().from(company).where(eq(company.id, 1)).get()!;
  const isSet = (key: string) => (shown.includes(ruleParts(key).module) ? ticked : before.requiredFields).includes(key);
  const requiredFields = ruleKeys.filter(isSet);
  const after = tx
    .update(company)
    .set({ requiredFields, updatedAt: now, version: before.version + 1 })
    .where(eq(company.id, 1))
    .returning()
    .get();
  return { kind: "company", id: 1, before, after };
}
