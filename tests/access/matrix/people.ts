import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { groupMembers, groups, profileGrants, profiles, roles, userProfiles, users } from "@/db/schema";
import { profilesFor } from "@/lib/settings/presets";

type Person = { role: keyof typeof tree; profile?: string; groups: readonly GroupName[]; isActive?: false };
export type GroupName = "Norte" | "Sur";

/** Who stands under whom. */
export const tree = { Dirección: null, Gerencia: "Dirección", Ejecutivo: "Gerencia", "Otra plaza": "Dirección" } as const;

/** The team of the matrix, beside Marta who administers. */
export const team = {
  bruno: { role: "Gerencia", profile: "Gerencia", groups: [] },
  ana: { role: "Ejecutivo", profile: "Ejecutivo", groups: ["Norte"] },
  gael: { role: "Ejecutivo", profile: "Ejecutivo", groups: ["Norte"] },
  eva: { role: "Ejecutivo", profile: "Ejecutivo de grupo", groups: ["Norte"] },
  luis: { role: "Otra plaza", profile: "Ejecutivo", groups: ["Sur"] },
  solo: { role: "Otra plaza", profile: "Ejecutivo de grupo", groups: [] },
  vera: { role: "Otra plaza", profile: "Ejecutivo que ve todo", groups: [] },
  clara: { role: "Otra plaza", profile: "Facturación y cobranza", groups: [] },
  rita: { role: "Otra plaza", profile: "Solo lectura", groups: [] },
  blas: { role: "Otra plaza", groups: [] },
  omar: { role: "Gerencia", profile: "Gerencia", groups: ["Norte"], isActive: false },
} as const satisfies Record<string, Person>;
export type StaffName = keyof typeof team | "marta";

/** Portal users by what makes each another case: whose account, which days, which kinds. Days from today. */
export const customers = {
  cara: { of: "own", from: -1, until: 1, kinds: null, isActive: true },
  pronto: { of: "own", from: 30, until: null, kinds: null, isActive: true },
  tarde: { of: "own", from: null, until: -2, kinds: null, isActive: true },
  ajeno: { of: "others", from: null, until: null, kinds: null, isActive: true },
  poco: { of: "own", from: null, until: null, kinds: ["quote"], isActive: true },
  fuera: { of: "own", from: null, until: null, kinds: null, isActive: false },
} as const;
export type CustomerName = keyof typeof customers;

/** The number of a customer's contact; their relation and their login stand beside it. */
export const personPlace = (name: CustomerName) => 750_000 + Object.keys(customers).indexOf(name) * 10;

export type Name = StaffName | CustomerName | "nobody";
export const names = ["nobody", "marta", ...Object.keys(team), ...Object.keys(customers)] as Name[];

const stamps = { createdAt: 0, updatedAt: 0 };

/** Hires the team into a company that was set up with «Cada quien lo suyo». */
export function plantTeam(tx: Transaction, passwordHash: string): Record<StaffName, number> & Record<GroupName, number> {
  const extra = { "Ejecutivo de grupo": "group", "Ejecutivo que ve todo": "all" } as const;
  for (const [name, preset] of Object.entries(extra)) {
    const seed = profilesFor(preset).find((one) => one.name === "Ejecutivo")!;
    const { id } = tx
      .insert(profiles)
      .values({ name, hiddenFields: seed.hiddenFields, ...stamps })
      .returning()
      .get();
    tx.insert(profileGrants)
      .values(seed.grants.map((grant) => ({ profileId: id, ...grant })))
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
    if (!person.profile) continue;
    const { id } = tx.select().from(profiles).where(eq(profiles.name, person.profile)).get()!;
    tx.insert(userProfiles).values({ userId: made[name], profileId: id }).run();
  }
  return made;
}
