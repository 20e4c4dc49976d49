import { inArray } from "drizzle-orm";
import { profiles, roles, users } from "@/db/schema";
import { createGroup, createUser } from "@/lib/users/commands";
import { rightsOf, standingOf } from "@/lib/users/queries";
import type { Stage } from "./stage";

export type Team = { administrator: number; manager: number; reps: number[]; billing: number; reader: number };

/** Groups first, then everybody in their place, all with the password the administrator has. */
export function hireTeam(stage: Stage, administrator: number, passwordHash: string, now: number): Team {
  const { tx, tell, by, example, scope } = stage;
  const boss = by(administrator, now);
  const names = [...new Set(example.team.flatMap(({ group }) => group ?? []))];
  const groupIds = new Map(names.map((name) => [name, tell("group.created", createGroup(tx, { name, memberIds: [] }, now), boss).id]));
  const roleIds = new Map(
    tx
      .select({ id: roles.id, name: roles.name })
      .from(roles)
      .all()
      .map(({ id, name }) => [name, id]),
  );
  const profileIds = new Map(
    tx
      .select({ id: profiles.id, name: profiles.name })
      .from(profiles)
      .all()
      .map(({ id, name }) => [name, id]),
  );

  const hired = example.team.map(({ name, email, role, profile, group }) => {
    const choices = { roleId: roleIds.get(role)!, profileIds: [profileIds.get(profile)!], groupIds: group ? [groupIds.get(group)!] : [], isAdmin: false };
    const granting = { viewer: scope.viewer, standing: standingOf(scope), wanted: rightsOf(scope, choices), now };
    const { id } = tell("user.created", createUser(tx, { name, email, locale: "es", ...choices }, granting), boss);
    return { id, profile };
  });
  const ids = hired.map(({ id }) => id);
  tx.update(users).set({ passwordHash }).where(inArray(users.id, ids)).run();
  const of = (profile: string) => hired.filter((one) => one.profile === profile).map(({ id }) => id);
  return { administrator, manager: of("Gerencia")[0]!, reps: of("Ejecutivo"), billing: of("Facturación y cobranza")[0]!, reader: of("Solo lectura")[0]! };
}
