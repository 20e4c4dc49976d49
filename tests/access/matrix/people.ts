import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { calendarFeeds, groupMembers, groups, onceTokens, profileGrants, profiles, roles, userProfiles, users } from "@/db/schema";
import { profilesFor } from "@/lib/scheme/presets";
import type { Grant } from "@/lib/scheme/rules";
import type { SetName } from "./facts";

type Person = { role: keyof typeof tree; profiles?: readonly string[]; groups: readonly GroupName[]; isActive?: false };
export type GroupName = "Norte" | "Sur";

/** Who stands under whom. */
export const tree = { Dirección: null, Gerencia: "Dirección", Ejecutivo: "Gerencia", "Otra plaza": "Dirección" } as const;

/** The team of the matrix, beside Marta who administers. */
export const team = {
  bruno: { role: "Gerencia", profiles: ["Gerencia"], groups: [] },
  ana: { role: "Ejecutivo", profiles: ["Ejecutivo"], groups: ["Norte"] },
  gael: { role: "Ejecutivo", profiles: ["Ejecutivo"], groups: ["Norte"] },
  eva: { role: "Ejecutivo", profiles: ["Ejecutivo de grupo"], groups: ["Norte"] },
  luis: { role: "Otra plaza", profiles: ["Ejecutivo"], groups: ["Sur"] },
  solo: { role: "Otra plaza", profiles: ["Ejecutivo de grupo"], groups: [] },
  vera: { role: "Otra plaza", profiles: ["Ejecutivo que ve todo"], groups: [] },
  clara: { role: "Otra plaza", profiles: ["Facturación y cobranza"], groups: [] },
  rita: { role: "Otra plaza", profiles: ["Solo lectura"], groups: [] },
  dora: { role: "Otra plaza", profiles: ["Ejecutivo", "Solo lectura"], groups: [] },
  elena: { role: "Otra plaza", profiles: ["Facturación y cobranza", "Ejecutivo de grupo"], groups: ["Sur"] },
  nora: { role: "Otra plaza", profiles: ["Ejecutivo sin notas"], groups: ["Sur"] },
  blas: { role: "Otra plaza", groups: [] },
  omar: { role: "Gerencia", profiles: ["Gerencia"], groups: ["Norte"], isActive: false },
} as const satisfies Record<string, Person>;
export type StaffName = keyof typeof team | "marta";

/** What a customer is to an account: which days, which kinds, whether its portal is open at all. Days from today. */
export type RelationSpec = {
  of: SetName;
  from: number | null;
  until: number | null;
  kinds: readonly ("quote" | "order" | "invoice" | "receipt")[] | null;
  hasPortal?: boolean;
};
export type CustomerSpec = { relations: readonly RelationSpec[]; isActive: boolean };

const always = { from: null, until: null, kinds: null } as const;

/** Portal users by what makes each another case; the last stands to three accounts, to each in another way. */
export const customers = {
  cara: { relations: [{ of: "own", from: -1, until: 1, kinds: null }], isActive: true },
  pronto: { relations: [{ ...always, of: "own", from: 30 }], isActive: true },
  tarde: { relations: [{ ...always, of: "own", until: -2 }], isActive: true },
  ajeno: { relations: [{ ...always, of: "others" }], isActive: true },
  poco: { relations: [{ ...always, of: "own", kinds: ["quote"] }], isActive: true },
  perdido: { relations: [{ ...always, of: "trashed" }], isActive: true },
  huerfano: { relations: [{ ...always, of: "former" }], isActive: true },
  mudo: { relations: [{ ...always, of: "own", hasPortal: false }], isActive: true },
  fuera: { relations: [{ ...always, of: "own" }], isActive: false },
  varios: {
    relations: [
      { ...always, of: "own", kinds: ["quote"] },
      { ...always, of: "others" },
      { ...always, of: "mates", until: -2 },
    ],
    isActive: true,
  },
} as const satisfies Record<string, CustomerSpec>;
export type CustomerName = keyof typeof customers;

/** The number of a customer's contact; their relations and their login stand beside it. */
export const personPlace = (name: CustomerName) => 750_000 + Object.keys(customers).indexOf(name) * 10;
const relationPlaces = [1, 3, 4];

/** The relations of a customer, with their numbers. */
export function relationsOf(name: CustomerName): (RelationSpec & { id: number })[] {
  const { relations }: CustomerSpec = customers[name];
  return relations.map((relation, place) => ({ ...relation, id: personPlace(name) + relationPlaces[place]! }));
}

export type Name = StaffName | CustomerName | "nobody";
export const names = ["nobody", "marta", ...Object.keys(team), ...Object.keys(customers)] as Name[];

const stamps = { createdAt: 0, updatedAt: 0 };

const extraProfiles = { "Ejecutivo de grupo": "group", "Ejecutivo que ve todo": "all", "Ejecutivo sin notas": "own" } as const;

/** One who sees invoices further than other papers, and no receipts. */
function mixed(grants: Grant[]): Grant[] {
  return grants
    .filter(({ module }) => module !== "receipts")
    .map((grant) => (grant.module === "invoices" && grant.verb === "view" ? { ...grant, reach: "group" } : grant));
}

/** Hires the team into a company that was set up with «Cada quien lo suyo». */
export function plantTeam(tx: Transaction, passwordHash: string): Record<StaffName, number> & Record<GroupName, number> {
  for (const [name, preset] of Object.entries(extraProfiles)) {
    const seed = profilesFor(preset).find((one) => one.name === "Ejecutivo")!;
    const { id } = tx
      .insert(profiles)
      .values({ name, hiddenFields: preset === "own" ? ["cost", "internalNote"] : seed.hiddenFields, ...stamps })
      .returning()
      .get();
    tx.insert(profileGrants)
      .values((preset === "own" ? mixed(seed.grants) : seed.grants).map((grant) => ({ profileId: id, ...grant })))
      .run();
  }
  const roleId = (name: string) => tx.select().from(roles).where(eq(roles.name, name)).get()!.id;
  tx.insert(roles)
    .values({ name: "Otra plaza", parentId: roleId("Dirección"), ...stamps })
    .run();
  const made = { marta: tx.select().from(users).where(eq(users.isAdmin, true)).get()!.id } as Record<StaffName | GroupName, number>;
  for (const name of ["Norte", "Sur"] as const) {
    made[name] = tx
      .insert(groups)
      .values({ name, ...stamps })
      .returning()
      .get().id;
  }
  for (const [name, person] of Object.entries<Person>(team) as [keyof typeof team, Person][]) {
    const email = `${name}@ejemplo.test`;
    const row = { name: name[0]!.toUpperCase() + name.slice(1), email, emailKey: email, passwordHash, roleId: roleId(person.role), ...stamps };
    made[name] = tx.insert(users).values(row).returning().get().id;
    for (const group of person.groups) tx.insert(groupMembers).values({ groupId: made[group], userId: made[name] }).run();
    for (const profile of person.profiles ?? []) {
      const { id } = tx.select().from(profiles).where(eq(profiles.name, profile)).get()!;
      tx.insert(userProfiles).values({ userId: made[name], profileId: id }).run();
    }
  }
  // A link that is good, for taking it back.
  tx.insert(onceTokens).values({ tokenHash: "x", purpose: "staff_password", userId: made.bruno, createdAt: 0, expiresAt: 8_000_000_000_000 }).run();
  // Addresses of calendars, for taking them back.
  const holders: StaffName[] = ["marta", ...(Object.keys(team) as (keyof typeof team)[])];
  tx.insert(calendarFeeds)
    .values(holders.map((name) => ({ userId: made[name], tokenHash: name, createdAt: 0 })))
    .run();
  return made;
}
