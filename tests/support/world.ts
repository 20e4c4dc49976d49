import { eq } from "drizzle-orm";
import { applyMigrations } from "@/db/migrate";
import { connect, type Database, openDatabase } from "@/db/open";
import { accounts, company, groupMembers, groups, profiles, roles, userProfiles, users } from "@/db/schema";
import type { Preset } from "@/db/vocabulary";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import type { StaffViewer } from "@/lib/access/viewer";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { emailKey } from "@/lib/core/text";
import { packs } from "@/lib/i18n/packs";
import { setUpCompany } from "@/lib/settings/commands";

export const now = Date.UTC(2026, 7, 22, 18, 0);
export const today = "2026-08-22";
const people = {
  ana: ["Ejecutivo", "Ejecutivo"],
  luis: ["Ejecutivo", "Ejecutivo"],
  bruno: ["Gerencia", "Gerencia"],
  clara: ["Ejecutivo", "Facturación y cobranza"],
  rita: ["Ejecutivo", "Solo lectura"],
} as const;
type Person = keyof typeof people | "marta";

export type World = ReturnType<typeof world>;

/** The named company: Ana sells, Bruno manages her, Luis sells elsewhere, Clara invoices, Rita reads, Marta administers.
 *  Acme and Beta are Ana's, Zeta is Luis's. Ana is in group Norte, Luis in Sur; Bruno stands above Ana only. */
export function world({ preset = "own" as Preset, pack = packs.MX } = {}) {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  const db = connect(handle);
  const ids = write(db, (tx) => {
    const marta = setUpCompany(
      tx,
      { name: "Ferretería El Sauce", pack, zone: "America/Monterrey", preset, now, today },
      { name: "Marta Ríos", email: "marta@ejemplo.test", passwordHash: "x" },
    );
    const stamps = { createdAt: now, updatedAt: now };
    const roleId = (name: string) => tx.select({ id: roles.id }).from(roles).where(eq(roles.name, name)).get()!.id;
    const otherSide = tx
      .insert(roles)
      .values({ name: "Otra plaza", parentId: roleId("Dirección"), ...stamps })
      .returning({ id: roles.id })
      .get().id;
    const groupId = (name: string) =>
      tx
        .insert(groups)
        .values({ name, ...stamps })
        .returning({ id: groups.id })
        .get().id;
    const norte = groupId("Norte");
    const sur = groupId("Sur");

    const made = { marta } as Record<Person, number>;
    for (const [name, [role, profile]] of Object.entries(people) as [keyof typeof people, readonly [string, string]][]) {
      const email = `${name}@ejemplo.test`;
      const placed = name === "luis" || name === "clara" || name === "rita" ? otherSide : roleId(role);
      const row = { name: name[0]!.toUpperCase() + name.slice(1), email, emailKey: emailKey(email), passwordHash: "x", roleId: placed, ...stamps };
      made[name] = tx.insert(users).values(row).returning({ id: users.id }).get().id;
      const { id } = tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.name, profile)).get()!;
      tx.insert(userProfiles).values({ userId: made[name], profileId: id }).run();
    }
    tx.insert(groupMembers)
      .values([
        { groupId: norte, userId: made.ana },
        { groupId: sur, userId: made.luis },
      ])
      .run();

    const account = (name: string, ownerId: number) => {
      const taxId = pack.code === "MX" ? `${name.slice(0, 3).toUpperCase()}990101AB1` : undefined;
      return createAccount(tx, accountForm.parse({ name, ownerId: String(ownerId), taxId }), { userId: ownerId, now }).id;
    };
    return { ...made, norte, sur, acme: account("Acme", made.ana), beta: account("Beta", made.ana), zeta: account("Zeta", made.luis) };
  });
  return { db, ids, viewer: (person: Person) => viewerOf(db, ids[person]) };
}

/** As they stand in the database now: call again after rights change. */
export function viewerOf(db: Database, userId: number): StaffViewer {
  return loadStaffViewer(db, userId, now)!;
}

export function companyOf(db: Database) {
  return db.select().from(company).get()!;
}

export function accountNames(db: Database) {
  return new Map(
    db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .all()
      .map(({ id, name }) => [id, name]),
  );
}
