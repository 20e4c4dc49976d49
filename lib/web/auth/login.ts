import { and, eq, isNull } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { database } from "@/db/client";
import type { Database } from "@/db/open";
import { contacts, portalUsers, users } from "@/db/schema";
import { write } from "@/db/write";
import { RuleError } from "@/lib/core/errors";
import { emailKey } from "@/lib/core/text";
import { request } from "../request";
import { safePath } from "../safe-path";
import { cookieOptions, deviceCookie, seal, sessionCookie, unseal } from "./cookie";
import { isPassword } from "./passwords";
import { endSeeing } from "./see-as";
import { type Member, openSession, revokeSession } from "./session";
import { countTry, forgiveTry } from "./throttle";

const deviceDays = 365;

/** Opens a session for whoever knows the password and answers where to go. Every failure says the same, after as long. */
export async function signIn({ email, password, next }: { email: string; password: string; next?: string }): Promise<string> {
  const db = database();
  const key = emailKey(email);
  const attempt = { account: key, ip: request().ip, device: await knownDevice(key) };
  await countTry(db, attempt);

  const found = memberByEmail(db, key);
  const isRight = await isPassword(found?.passwordHash, password);
  if (!found || !isRight) throw new RuleError("login.wrong");

  await forgiveTry(db, attempt, Date.now());
  await giveSession(found.member, key);
  return "userId" in found.member ? safePath(next) : "/portal";
}

/** Sets the cookies of a new session; the one this browser had ends. The device is remembered, so that strangers' tries do not count against it. */
export async function giveSession(member: Member, key: string) {
  const agent = (await headers()).get("user-agent");
  const jar = await cookies();
  const former = unseal(jar.get(sessionCookie())?.value, "session");
  const sid = write(database(), (tx): string => {
    if (former !== undefined) revokeSession(tx, former);
    return openSession(tx, member, { ip: request().ip, agent, now: Date.now() });
  });
  jar.set(sessionCookie(), seal(sid, "session"), cookieOptions());
  jar.set(deviceCookie(), seal(Buffer.from(key).toString("base64url").slice(0, 200), "device"), cookieOptions(deviceDays * 86_400));
}

export async function signOutHere(): Promise<string> {
  await endSeeing();
  const jar = await cookies();
  const sid = unseal(jar.get(sessionCookie())?.value, "session");
  if (sid !== undefined) revokeSession(database(), sid);
  jar.delete(revokedCookie());
  return "/login";
}

export function revokedCookie() {
  return { name: sessionCookie(), ...cookieOptions() };
}

function memberByEmail(db: Database, key: string): { member: Member; passwordHash: string | null } | undefined {
  const staff = db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.emailKey, key), eq(users.isActive, true)))
    .get();
  if (staff) return { member: { userId: staff.id }, passwordHash: staff.passwordHash };
  const customer = db
    .select({ id: portalUsers.id, passwordHash: portalUsers.passwordHash })
    .from(portalUsers)
    .innerJoin(contacts, eq(contacts.id, portalUsers.contactId))
    .where(and(eq(portalUsers.emailKey, key), eq(portalUsers.isActive, true), isNull(contacts.deletedAt)))
    .get();
  return customer && { member: { portalUserId: customer.id }, passwordHash: customer.passwordHash };
}

async function knownDevice(key: string): Promise<string | undefined> {
  const device = unseal((await cookies()).get(deviceCookie())?.value, "device");
  return device === Buffer.from(key).toString("base64url").slice(0, 200) ? "known" : undefined;
}
