import { eq } from "drizzle-orm";
import { profileGrants, profiles, roles } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createUser, editUser } from "@/lib/users/commands";
import { type UserInput, userForm } from "@/lib/users/forms";
import { findUser, rightsOf, standingOf } from "@/lib/users/queries";
import { now, viewerOf, type World } from "../../support/world";

export const profileId = ({ db }: World, name: string) => db.select().from(profiles).where(eq(profiles.name, name)).get()!.id;
export const roleId = ({ db }: World, name: string) => db.select().from(roles).where(eq(roles.name, name)).get()!.id;

function input(company: World, fields: Record<string, unknown> = {}): UserInput {
  return userForm.parse({
    name: "Nueva",
    email: "nueva@ejemplo.test",
    roleId: roleId(company, "Ejecutivo"),
    profileIds: [profileId(company, "Ejecutivo")],
    locale: "es",
    ...fields,
  });
}

export function create(company: World, who: number, fields: Record<string, unknown> = {}) {
  return write(company.db, (tx) => {
    const viewer = viewerOf(company.db, who);
    const scope = scopeFor(viewer, tx);
    const wanted = input(company, fields);
    return createUser(tx, wanted, { viewer, standing: standingOf(scope), wanted: rightsOf(scope, wanted), now });
  });
}

export function edit(company: World, who: number, id: number, fields: Record<string, unknown>) {
  return write(company.db, (tx) => {
    const viewer = viewerOf(company.db, who);
    const scope = scopeFor(viewer, tx);
    const subject = findUser(scope, id)!;
    const { name, email, roleId: role, profileIds, groupIds, isAdmin, locale } = subject;
    const wanted = userForm.parse({ name, email, roleId: role, profileIds, groupIds, isAdmin, locale, ...fields });
    return editUser(tx, subject, wanted, { viewer, standing: subject.standing, wanted: rightsOf(scope, wanted), now });
  });
}

/** Bruno, whose profile lets him add and change users as far as he reaches. */
export function letBrunoHire(company: World) {
  const { db, ids } = company;
  write(db, (tx) => {
    for (const verb of ["create", "edit", "configure"] as const)
      tx.insert(profileGrants)
        .values({ profileId: profileId(company, "Gerencia"), module: "users", verb, reach: "all" })
        .run();
  });
  return ids.bruno;
}
