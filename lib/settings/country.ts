import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/open";
import { company, documents } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { packs } from "@/lib/i18n/packs";
import { packCodes } from "@/lib/i18n/packs/types";
import { replaceTaxes } from "./pack-taxes";

export const countryForm = z.object({ pack: z.enum(packCodes) });
export type CountryInput = z.output<typeof countryForm>;

/** Only before the first document: afterwards money, taxes and numbers already speak of one country. */
export function mayChangeCountry(scope: Scope): boolean {
  const { anyDocuments } = scope;
  return scope.select({ id: anyDocuments.id }).from(anyDocuments).limit(1).get() === undefined;
}

/** The company in another country, with its currency, clock, taxes, rounding and words. Throws once there is any document. */
export function changeCountry(tx: Transaction, { pack: code }: CountryInput, { now, today }: { now: number; today: string }): Change {
  const before = tx.select().from(company).where(eq(company.id, 1)).get()!;
  if (before.pack === code) return { kind: "company", id: 1, before, after: before };
  if (tx.select({ id: documents.id }).from(documents).limit(1).get()) throw new RuleError("settings.country_in_use", "pack");
  const pack = packs[code];
  const { mode, taxScope } = pack.rounding;
  replaceTaxes(tx, pack, today);
  const after = tx
    .update(company)
    .set({
      ...{ pack: code, currency: pack.currency, zone: pack.zone, priceMode: pack.priceMode, roundingMode: mode, taxScope },
      ...{ updatedAt: now, version: before.version + 1 },
    })
    .where(eq(company.id, 1))
    .returning()
    .get();
  return { kind: "company", id: 1, before, after };
}
