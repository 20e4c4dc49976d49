import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { burnedNumbers, company, origins, series, workCenters } from "@/db/schema";
import type { ExampleCompany } from "@/db/seeds/demo/types";
import type { Color } from "@/db/vocabulary";
import { addDays, type Day } from "@/lib/core/dates";
import { packs } from "@/lib/i18n/packs";
import { setUpCompany } from "@/lib/settings/commands";
import { editCompany } from "@/lib/settings/edit-company";
import { settleStep } from "@/lib/setup/commands";
import type { Stage } from "./stage";

export type Administrator = { name: string; email: string; passwordHash: string; locale?: "es" | "en" };

/** The company as its first day left it. Returns the administrator's id. */
export function foundCompany(tx: Transaction, example: ExampleCompany, { administrator, on, now }: { administrator: Administrator; on: Day; now: number }) {
  const { name, zone, workCenters: names, invoiceSeries } = example;
  const userId = setUpCompany(tx, { name, pack: packs[example.pack], zone, preset: "group", now, today: on }, administrator);
  tx.update(company).set({ isDemo: true }).where(eq(company.id, 1)).run();
  tx.update(workCenters).set({ name: names[0] }).where(eq(workCenters.code, "1")).run();
  tx.insert(workCenters).values({ code: "2", name: names[1], createdAt: now, updatedAt: now }).run();
  const { prefix, padding, rangeTo = null, validDays } = invoiceSeries;
  const validUntil = validDays === undefined ? null : addDays(on, validDays);
  tx.update(series).set({ prefix, padding, rangeTo, validUntil }).where(eq(series.kind, "invoice")).run();
  for (const [code, color] of Object.entries(outstanding)) tx.update(origins).set({ color }).where(eq(origins.code, code)).run();
  return userId;
}

/** The origins that stand out by their colour: what costs money and what comes by itself. */
const outstanding: Record<string, Color> = { RS: "magenta", REF: "verde", WEB: "azul" };

/** Its name, address and data for payment, as the administrator wrote them down. */
export function describeCompany({ tx, tell, by, example }: Stage, userId: number, now: number) {
  const { name, legalName, taxId, phone, email, address, postalCode, paymentData, zone, cities, pack } = example;
  const [city, region] = cities[0]!;
  const input = {
    name,
    legalName,
    taxId,
    phone,
    email,
    address,
    city,
    region,
    postalCode,
    paymentData,
    zone,
    quoteValidDays: 15,
    quoteSilenceDays: 7,
    filesRoomMb: 5000,
    saveTaxIdAnyway: false,
    allowsLooseContacts: false,
    asksDuplicates: true,
  };
  tell("company.edited", editCompany(tx, { ...input, priceMode: packs[pack].priceMode }, { userId, now }), by(userId, now));
  tell("company.step_settled", settleStep("picklists"), by(userId, now));
}

/** A number taken and never used, said aloud: a spoiled sheet, a rejected document. */
export function burnNumber({ tx }: Stage, reason: string, now: number) {
  const taken = tx
    .update(series)
    .set({ next: sql`${series.next} + 1` })
    .where(eq(series.kind, "invoice"))
    .returning({ id: series.id, next: series.next })
    .get()!;
  tx.insert(burnedNumbers)
    .values({ seriesId: taken.id, number: taken.next - 1, reason, burnedAt: now })
    .run();
}
