import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company, origins, picklistOptions, profileGrants, profiles, roles, series, users, workCenters } from "@/db/schema";
import type { PickList, Preset, SwitchableModule } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";
import { emailKey } from "@/lib/core/text";
import type { Locale } from "@/lib/i18n/keys";
import type { Pack } from "@/lib/i18n/packs/types";
import { profilesFor, startingRoles } from "@/lib/scheme/presets";
import { fillTaxes } from "./pack-taxes";
import { startingColors, startingLists, startingOrigins, startingSeries } from "./starting-lists";
import { addStartingPipeline } from "./starting-pipeline";

export type NewCompany = { name: string; pack: Pack; zone: string; preset: Preset; offModules?: SwitchableModule[]; now: number; today: string };
export type FirstUser = { name: string; email: string; passwordHash: string; locale?: Locale };

/** Makes the company of this data folder with everything a first quotation needs, and its administrator. Returns the user's id. */
export function setUpCompany(tx: Transaction, { name, pack, zone, preset, offModules, now, today }: NewCompany, administrator: FirstUser): number {
  if (tx.select({ id: company.id }).from(company).get()) throw new RuleError("setup.already_done");
  const stamps = { createdAt: now, updatedAt: now };
  const { mode, taxScope } = pack.rounding;
  tx.insert(company)
    .values({
      ...{ id: 1, name, pack: pack.code, currency: pack.currency, zone, preset, offModules },
      ...{ priceMode: pack.priceMode, roundingMode: mode, taxScope, ...stamps },
    })
    .run();
  tx.insert(workCenters)
    .values({ code: "1", name: "Principal", ...stamps })
    .run();
  fillLists(tx, stamps);
  addStartingPipeline(tx, now);
  fillTaxes(tx, pack, today);
  for (const [kind, prefix] of Object.entries(startingSeries) as [keyof typeof startingSeries, string][]) tx.insert(series).values({ kind, prefix }).run();
  fillProfiles(tx, preset, stamps);
  return firstUser(tx, administrator, stamps);
}

type Stamps = { createdAt: number; updatedAt: number };

function fillLists(tx: Transaction, stamps: Stamps) {
  tx.insert(origins)
    .values(startingOrigins.map(([code, name], position) => ({ code, name, position, ...stamps })))
    .run();
  for (const [list, names] of Object.entries(startingLists) as [PickList, string[]][]) {
    tx.insert(picklistOptions)
      .values(names.map((name, position) => ({ list, code: String(position + 1).padStart(2, "0"), name, color: startingColors[list]?.[position], position })))
      .run();
  }
}

function fillProfiles(tx: Transaction, preset: Preset, stamps: Stamps) {
  for (const { name, hiddenFields, grants } of profilesFor(preset)) {
    const { id } = tx
      .insert(profiles)
      .values({ name, hiddenFields, ...stamps })
      .returning({ id: profiles.id })
      .get();
    tx.insert(profileGrants)
      .values(grants.map((grant) => ({ profileId: id, ...grant })))
      .run();
  }
}

/** The top of the tree belongs to the administrator. */
function firstUser(tx: Transaction, { name, email, passwordHash, locale = "es" }: FirstUser, stamps: Stamps): number {
  let parentId: number | null = null;
  for (const role of startingRoles) {
    const made: { id: number } = tx
      .insert(roles)
      .values({ name: role, parentId, ...stamps })
      .returning({ id: roles.id })
      .get();
    parentId = made.id;
  }
  const top = tx.select({ id: roles.id }).from(roles).where(eq(roles.name, startingRoles[0])).get()!;
  const row = { name, email: email.trim(), emailKey: emailKey(email), passwordHash, locale, roleId: top.id, isAdmin: true, ...stamps };
  return tx.insert(users).values(row).returning({ id: users.id }).get().id;
}
