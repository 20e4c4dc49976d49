import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { connect, openDatabase, type Transaction } from "@/db/open";
import { groupMembers, userProfiles, users } from "@/db/schema";
import { presets } from "@/db/vocabulary";
import { write } from "@/db/write";
import { type ProfileSeed, profilesFor } from "@/lib/scheme/presets";
import { createProfile } from "@/lib/scheme/profile-commands";
import { seededAt } from "../seed/bench";
import { cookieIn, type Member, shareSecret } from "./members";

/** Whose place in the tree and in the groups each profile is tried from: the representative of 8,827 accounts, and the manager of twenty. */
const models: Record<string, string> = { Gerencia: "gerencia.norte@ejemplo.test" };
const representative = "ventas3@ejemplo.test";
/** Who has more than enough at every size gives a representative's new colleague these, so that who sees only their own sees a page. */
const giver = "ventas4@ejemplo.test";
const givenAccounts = 50;

/** One person for each profile of the sharing presets, each different one once, added to the measured companies. */
export function openProfileSessions(folders: string[]): Member[] {
  shareSecret(folders);
  return everyProfile().map(({ name, profile }) => ({ name, cookies: folders.map((folder) => cookieIn(folder, personWith(folder, name, profile))) }));
}

function everyProfile() {
  const all = presets.flatMap((preset) => profilesFor(preset).map((profile) => ({ name: `${profile.name} («${preset}»)`, profile })));
  return [...new Map(all.map((one) => [JSON.stringify(one.profile), one])).values()];
}

/** The mailbox of whoever holds the profile; made at the first run. */
function personWith(folder: string, name: string, profile: ProfileSeed): string {
  const handle = openDatabase(join(folder, "cartera.sqlite"));
  const email = `${(name.match(/\w+/g) ?? []).join(".").toLowerCase()}@ejemplo.test`;
  write(connect(handle), (tx): void => {
    if (!tx.select().from(users).where(eq(users.email, email)).get()) addPerson(tx, { name, email, profile });
  });
  handle.close();
  return email;
}

function addPerson(tx: Transaction, { name, email, profile }: { name: string; email: string; profile: ProfileSeed }) {
  const model = tx
    .select()
    .from(users)
    .where(eq(users.email, models[profile.name] ?? representative))
    .get()!;
  const { id: _, ...likeModel } = model;
  const { id: userId } = tx
    .insert(users)
    .values({ ...likeModel, name, email, emailKey: email })
    .returning({ id: users.id })
    .get();
  const { id: profileId } = createProfile(tx, { ...profile, name }, seededAt);
  tx.insert(userProfiles).values({ userId, profileId }).run();
  for (const { groupId } of tx.select().from(groupMembers).where(eq(groupMembers.userId, model.id)).all())
    tx.insert(groupMembers).values({ groupId, userId }).run();
  if (profile.name in models) return;
  const { id: giverId } = tx.select().from(users).where(eq(users.email, giver)).get()!;
  tx.run(sql`update accounts set owner_id = ${userId} where id in (select id from accounts where owner_id = ${giverId} order by id limit ${givenAccounts})`);
}
