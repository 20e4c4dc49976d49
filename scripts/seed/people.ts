import type { Handle } from "@/db/open";
import { familyNames, givenNames, groupNames } from "@/db/seeds/bench";
import { emailKey } from "@/lib/core/text";
import { inserter } from "./inserter";

export type Representative = { id: number; name: string; groupId: number };

const regions = ["Norte", "Sur"] as const;

/** Two managers, each over half of the representatives; five groups that cross both halves. All share one password. */
export function addPeople(handle: Handle, { count, passwordHash, now }: { count: number; passwordHash: string; now: number }): Representative[] {
  const stamps = { created_at: now, updated_at: now };
  const profile = (name: string) => handle.prepare("select id from profiles where name = ?").pluck().get(name) as number;
  const top = handle.prepare("select id from roles where parent_id is null").pluck().get() as number;
  const addRole = inserter(handle, "roles", ["name", "parent_id", "created_at", "updated_at"]);
  const addGroup = inserter(handle, "groups", ["name", "created_at", "updated_at"]);
  const addMember = inserter(handle, "group_members", ["group_id", "user_id"]);
  const addUser = userMaker(handle, passwordHash, stamps);

  const sides = regions.map((region) => {
    const managerRole = addRole({ name: `Gerencia ${region}`, parent_id: top, ...stamps });
    addUser(`Gerencia ${region}`, `gerencia.${region.toLowerCase()}`, managerRole, profile("Gerencia"));
    return addRole({ name: `Ejecutivo ${region}`, parent_id: managerRole, ...stamps });
  });
  const groups = groupNames.map((name) => addGroup({ name, ...stamps }));

  return Array.from({ length: count }, (_, place) => {
    const name = `${givenNames[place % givenNames.length]} ${familyNames[(place * 7) % familyNames.length]}`;
    const id = addUser(name, `ventas${place + 1}`, sides[place % sides.length]!, profile("Ejecutivo"));
    const groupId = groups[place % groups.length]!;
    addMember({ group_id: groupId, user_id: id });
    return { id, name, groupId };
  });
}

function userMaker(handle: Handle, passwordHash: string, stamps: { created_at: number; updated_at: number }) {
  const add = inserter(handle, "users", ["name", "email", "email_key", "password_hash", "role_id", "created_at", "updated_at"]);
  const hold = inserter(handle, "user_profiles", ["user_id", "profile_id"]);
  return (name: string, mailbox: string, roleId: number, profileId: number): number => {
    const email = `${mailbox}@ejemplo.test`;
    const id = add({ name, email, email_key: emailKey(email), password_hash: passwordHash, role_id: roleId, ...stamps });
    hold({ user_id: id, profile_id: profileId });
    return id;
  };
}
