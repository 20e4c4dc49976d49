import { createHash } from "node:crypto";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { connect, type Database, openDatabase } from "@/db/open";
import { groupMembers, groups, profiles, roles, userProfiles, users } from "@/db/schema";
import { write } from "@/db/write";
import { password } from "./company";
import type { RunningServer } from "./server";
import { type Visitor, visitor } from "./visit";

type Person = { name: string; profile: string; role?: string; groups?: string[] };

/** The data of a running server, from beside it. Close it when done. */
export function dataOf(server: { dataDir: string }): Database {
  return connect(openDatabase(join(server.dataDir, "cartera.sqlite")));
}

/** Adds members as if the administrator had, and logs each in by the login page. */
export async function hire<Name extends string>(server: RunningServer, people: Record<Name, Person>): Promise<Record<Name, Visitor & { userId: number }>> {
  const passwordHash = await hash(password, { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  const db = dataOf(server);
  const ids = write(db, (tx): Record<string, number> => {
    const stamps = { createdAt: 0, updatedAt: 0 };
    const made: Record<string, number> = {};
    for (const [key, { name, profile, role = "Ejecutivo", groups: joined = [] }] of Object.entries<Person>(people) as [Name, Person][]) {
      const email = `${key}@ejemplo.test`;
      const roleId = tx.select({ id: roles.id }).from(roles).where(eq(roles.name, role)).get()!.id;
      const userId = tx
        .insert(users)
        .values({ name, email, emailKey: email, passwordHash, roleId, ...stamps })
        .returning({ id: users.id })
        .get().id;
      const profileId = tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.name, profile)).get()!.id;
      tx.insert(userProfiles).values({ userId, profileId }).run();
      for (const group of joined) {
        const known = tx.select({ id: groups.id }).from(groups).where(eq(groups.name, group)).get();
        const groupId =
          known?.id ??
          tx
            .insert(groups)
            .values({ name: group, ...stamps })
            .returning({ id: groups.id })
            .get().id;
        tx.insert(groupMembers).values({ groupId, userId }).run();
      }
      made[key] = userId;
    }
    return made;
  });
  db.$client.close();

  const inside = {} as Record<Name, Visitor & { userId: number }>;
  for (const key of Object.keys(people) as Name[]) inside[key] = { ...(await logIn(server, `${key}@ejemplo.test`)), userId: ids[key]! };
  return inside;
}

export async function logIn(server: { url: string }, email: string, secret = password): Promise<Visitor> {
  const visitor_ = visitor(server.url);
  const page = await (await visitor_.visit("/login")).submit("Entrar", { email, password: secret });
  if (page.path.startsWith("/login")) throw new Error(`${email} did not get in: ${page.summary}`);
  return visitor_;
}

/** Of every row of every table but sessions and counters of tries: equal before and after what must change nothing. */
export function databaseHash(db: Database): string {
  const names = db.$client
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not glob 'sqlite_*' and name not in ('sessions', 'login_limits') order by name",
    )
    .pluck()
    .all() as string[];
  const digest = createHash("sha256");
  for (const name of names) digest.update(`${name}\n${JSON.stringify(db.$client.prepare(`select * from "${name}" order by 1, 2`).raw().all())}\n`);
  return digest.digest("hex");
}
