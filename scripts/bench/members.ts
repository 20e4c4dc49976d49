import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { seal, sessionCookie } from "@/lib/web/auth/cookie";
import { openSession } from "@/lib/web/auth/session";
import { seededAt } from "../seed/bench";

/** Somebody to measure as, with a cookie for each data folder. */
export type Member = { name: string; cookies: string[] };

const who = [
  { name: "administrator", email: "marta@ejemplo.test" },
  { name: "rep of 200", email: "ventas1@ejemplo.test" },
  { name: "rep of 20,000", email: "ventas2@ejemplo.test" },
  { name: "manager of 20", email: "gerencia.norte@ejemplo.test" },
];

/** One for all folders: a process can seal with only one. */
const secret = randomBytes(48).toString("base64url");

/** Signs everybody in without passwords. */
export function openSessions(folders: string[], only?: string): Member[] {
  shareSecret(folders);
  return who
    .filter(({ name }) => only === undefined || name.includes(only))
    .map(({ name, email }) => ({ name, cookies: folders.map((folder) => cookieIn(folder, email)) }));
}

export function shareSecret(folders: string[]) {
  for (const folder of folders) writeFileSync(join(folder, "secret"), `${secret}\n`, { mode: 0o600 });
  process.env.DATA_DIR ??= folders[0];
}

/** Whoever reaches the most accounts up to each bound: where the two shapes of a query change, and where no statement may take long. */
export function openSessionsNear(folder: string, bounds: number[]): Member[] {
  const handle = openDatabase(join(folder, "cartera.sqlite"), { readonly: true });
  const near = handle.prepare(`
    select u.email, c.accounts from users u join account_access_counts c on c.principal = 'u' || u.id
    where c.accounts <= ? order by c.accounts desc limit 1`);
  const found = bounds.map((bound) => near.get(bound) as { email: string; accounts: number } | undefined);
  handle.close();
  return found.flatMap((rep) => (rep ? { name: `rep of ${rep.accounts.toLocaleString("en")}`, cookies: [cookieIn(folder, rep.email)] } : []));
}

export function cookieIn(folder: string, email: string): string {
  const handle = openDatabase(join(folder, "cartera.sqlite"));
  const userId = handle.prepare("select id from users where email = ?").pluck().get(email) as number;
  const sid = write(connect(handle), (tx): string => openSession(tx, { userId }, { ip: "127.0.0.1", agent: "bench", now: seededAt }));
  handle.close();
  return `${sessionCookie()}=${seal(sid, "session")}`;
}
