import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company } from "@/db/schema";
import { isZone } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { insertFile } from "@/lib/files/store";
import type { CompanyInput, LogoInput } from "./forms";

type By = { userId: number | null; now: number };

/** What is printed from here on; papers already issued keep what they said. Throws when the zone does not exist. */
export function editCompany(tx: Transaction, input: CompanyInput, by: By): Change {
  if (!isZone(input.zone)) throw new RuleError("settings.unknown_zone", "zone");
  return update(tx, input, by);
}

export function setLogo(tx: Transaction, { file }: LogoInput, by: By): Change {
  const logoFileId = insertFile(tx, { ...file, mime: "image/png", createdAt: by.now, createdBy: by.userId });
  return update(tx, { logoFileId }, by);
}

function update(tx: Transaction, values: Partial<typeof company.$inferInsert>, { now }: By): Change {
  const before = tx.select().from(company).where(eq(company.id, 1)).get()!;
  const after = tx
    .update(company)
    .set({ ...values, updatedAt: now, version: before.version + 1 })
    .where(eq(company.id, 1))
    .returning()
    .get();
  return { kind: "company", id: 1, before, after };
}
