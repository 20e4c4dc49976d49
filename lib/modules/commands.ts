import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company } from "@/db/schema";
import type { SwitchableModule } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { t } from "@/lib/i18n/words";
import { missingIn, othersThan } from "./rules";

/** Switches these on and all others off. What they hold is kept, and so is what was granted in them. Throws where one lacks another that it needs. */
export function switchModules(tx: Transaction, on: readonly SwitchableModule[], now: number): Change {
  const lacking = missingIn(on);
  if (lacking) {
    const said = { module: t(`access.modules.${lacking.module}`), needed: t(`access.modules.${lacking.needed}`) };
    throw new RuleError("modules.needs", lacking.module, said);
  }
  const { offModules: before, version } = tx.select().from(company).where(eq(company.id, 1)).get()!;
  const after = othersThan(on);
  tx.update(company)
    .set({ offModules: after, updatedAt: now, version: version + 1 })
    .where(eq(company.id, 1))
    .run();
  return { kind: "company", id: 1, before: { offModules: before }, after: { offModules: after } };
}
