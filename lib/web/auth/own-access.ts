import { and, desc, eq, ne } from "drizzle-orm";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { database } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { write } from "@/db/write";
import type { StaffViewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { recordEvent } from "@/lib/events/record";
import type { Locale } from "@/lib/i18n/keys";
import { request } from "../request";
import { setPassword } from "./choose-password";
import { sessionCookie, unseal } from "./cookie";
import { giveSession } from "./login";
import { hashPassword, isPassword, requireGoodPassword } from "./passwords";
import { hashOf } from "./session";
import { countTry, forgiveTry } from "./throttle";
import { viewerOf } from "./viewer";

const page = "/settings/me";

/** A colleague's open sessions, the latest first; `isThis` is the one asking. */
export async function ownSessions({ userId }: StaffViewer) {
  const own = await thisSession();
  return database()
    .select({ id: sessions.idHash, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, ip: sessions.ip, agent: sessions.agent })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50)
    .all()
    .map(({ id, ...session }) => ({ ...session, isThis: id === own }));
}

/** What the next page speaks. */
export async function chooseLanguage({ locale }: { locale: Locale }): Promise<string> {
  const viewer = await colleague();
  write(database(), (tx): void => {
    const { id, version, locale: before } = tx.select().from(users).where(eq(users.id, viewer.userId)).get()!;
    const now = Date.now();
    tx.update(users)
      .set({ locale, updatedAt: now, version: version + 1 })
      .where(eq(users.id, id))
      .run();
    recordEvent(tx, { viewer, name: "user.language_chosen", change: { kind: "user", id, before: { locale: before }, after: { locale } }, at: now });
  });
  // With scripts the document stays, and its language with it, unless the layout is drawn again.
  revalidatePath("/", "layout");
  return `${page}?idioma`;
}

/** Guessing the present password from an open session counts as guessing at the door. */
export async function changePassword({ currentPassword, password }: { currentPassword: string; password: string }): Promise<string> {
  requireGoodPassword(password, "password");
  const { userId, emailKey } = await prove(currentPassword, "currentPassword");
  const passwordHash = await hashPassword(password);
  await colleague();
  write(database(), (tx): void => setPassword(tx, { userId }, passwordHash, Date.now()));
  await giveSession({ userId }, emailKey);
  return `${page}?clave`;
}

/** The colleague at this session once they have shown by their password that it is theirs, or why they have not. */
export async function provedColleague(typed: FormDataEntryValue | null): Promise<StaffViewer | RuleError> {
  if (typeof typed !== "string" || typed === "") return new RuleError("users.password_asked", "password");
  try {
    await prove(typed.slice(0, 1024), "password");
    return await colleague();
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
}

export async function endOtherSessions(): Promise<string> {
  const { userId } = await colleague();
  const own = (await thisSession()) ?? "";
  database()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.idHash, own)))
    .run();
  return `${page}?cerradas`;
}

async function prove(password: string, field: string): Promise<{ userId: number; emailKey: string }> {
  const { userId } = await colleague();
  const db = database();
  const { emailKey, passwordHash } = db.select({ emailKey: users.emailKey, passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId)).get()!;
  const attempt = { account: emailKey, ip: request().ip, device: "inside" };
  await countTry(db, attempt);
  if (!(await isPassword(passwordHash, password))) throw new RuleError("users.wrong_password", field);
  await forgiveTry(db, attempt, Date.now());
  return { userId, emailKey };
}

/** Asked again after every wait: rights may have ended meanwhile. */
async function colleague(): Promise<StaffViewer> {
  const viewer = viewerOf((await cookies()).get(sessionCookie())?.value, Date.now());
  if (viewer?.kind !== "staff") throw new RuleError("expired_session");
  return viewer;
}

async function thisSession(): Promise<string | undefined> {
  const sid = unseal((await cookies()).get(sessionCookie())?.value, "session");
  return sid === undefined ? undefined : hashOf(sid);
}
