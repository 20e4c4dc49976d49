import { and, asc, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { profileGrants, profiles, userProfiles } from "@/db/schema";
import type { Preset } from "@/db/vocabulary";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import type { ProfileInput } from "./forms";
import { profilesFor } from "./presets";
import { beyondSight, inOrder } from "./rules";

type Profile = typeof profiles.$inferSelect;

/** Throws when the name is taken or a verb goes further than one sees. */
export function createProfile(tx: Transaction, input: ProfileInput, now: number): Change {
  requireSound(tx, input, 0);
  const { name, hiddenFields } = input;
  const after = tx.insert(profiles).values({ name, hiddenFields, createdAt: now, updatedAt: now }).returning().get();
  setGrants(tx, after.id, input.grants);
  return { kind: "profile", id: after.id, before: null, after: told(tx, after) };
}

/** Holds at the next request of everybody who has it. Throws as `createProfile` does. */
export function editProfile(tx: Transaction, profile: Profile, input: ProfileInput, now: number): Change {
  requireSound(tx, input, profile.id);
  const before = told(tx, profile);
  const after = tx
    .update(profiles)
    .set({ name: input.name, hiddenFields: input.hiddenFields, updatedAt: now, version: profile.version + 1 })
    .where(eq(profiles.id, profile.id))
    .returning()
    .get();
  setGrants(tx, profile.id, input.grants);
  return { kind: "profile", id: profile.id, before, after: told(tx, after) };
}

/** Throws while somebody has it. */
export function removeProfile(tx: Transaction, profile: Profile): Change {
  if (tx.select({ id: userProfiles.userId }).from(userProfiles).where(eq(userProfiles.profileId, profile.id)).get()) {
    throw new RuleError("users.profile_in_use");
  }
  const before = told(tx, profile);
  tx.delete(profiles).where(eq(profiles.id, profile.id)).run();
  return { kind: "profile", id: profile.id, before, after: null };
}

/** Gives the profiles every company starts with the reach of a preset, and makes the ones that are gone; others stay as they are. */
export function applyPreset(tx: Transaction, preset: Preset, now: number): Change {
  const also = profilesFor(preset).map((seed) => {
    const known = tx.select().from(profiles).where(eq(profiles.name, seed.name)).get();
    return known ? { name: "profile.edited", change: editProfile(tx, known, seed, now) } : { name: "profile.created", change: createProfile(tx, seed, now) };
  });
  return { kind: "company", id: 1, before: null, after: { preset }, also };
}

function requireSound(tx: Transaction, { name, grants }: ProfileInput, id: number) {
  const same = tx
    .select({ id: profiles.id })
    .from(profiles)
    .where(and(eq(profiles.name, name), ne(profiles.id, id)))
    .get();
  if (same) throw new RuleError("users.taken_name", "name");
  const blind = beyondSight(grants);
  if (blind) throw new RuleError("users.beyond_sight", `grants.${blind.module}.${blind.verb}`);
}

function setGrants(tx: Transaction, profileId: number, grants: ProfileInput["grants"]) {
  tx.delete(profileGrants).where(eq(profileGrants.profileId, profileId)).run();
  for (const grant of grants)
    tx.insert(profileGrants)
      .values({ profileId, ...grant })
      .run();
}

/** Each grant by its name, so that history tells the ones that changed. */
function told(tx: Transaction, { id, name, hiddenFields }: Profile) {
  const grants = inOrder(tx.select().from(profileGrants).where(eq(profileGrants.profileId, id)).orderBy(asc(profileGrants.module)).all());
  return { name, hiddenFields, ...Object.fromEntries(grants.map(({ module, verb, reach }) => [`${module}.${verb}`, reach])) };
}
