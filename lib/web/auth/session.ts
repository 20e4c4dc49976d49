import { createHash, randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/open";
import { portalUsers, sessions, users } from "@/db/schema";
import { prepared } from "@/lib/access/prepared";
import { storageAnswer } from "../storage";

export type Member = { userId: number } | { portalUserId: number };
type Login = { ip: string; agent: string | null; now: number };

const hour = 3_600_000;
const limits = { staff: { idleMs: 12 * hour, absoluteMs: 14 * 24 * hour }, customer: { idleMs: 2 * hour, absoluteMs: 12 * hour } };
const touchEvery = 60_000;

/** Opens a session for someone whose password was just verified. Returns its id, which only the cookie keeps. */
export function openSession(tx: Transaction, member: Member, { ip, agent, now }: Login): string {
  const sid = randomBytes(32).toString("base64url");
  const isStaff = "userId" in member;
  const { idleMs, absoluteMs } = isStaff ? limits.staff : limits.customer;
  const epoch = isStaff
    ? tx.select({ epoch: users.epoch }).from(users).where(eq(users.id, member.userId)).get()!.epoch
    : tx.select({ epoch: portalUsers.epoch }).from(portalUsers).where(eq(portalUsers.id, member.portalUserId)).get()!.epoch;
  tx.insert(sessions)
    .values({
      idHash: hashOf(sid),
      userId: isStaff ? member.userId : null,
      portalUserId: isStaff ? null : member.portalUserId,
      epoch,
      createdAt: now,
      lastSeenAt: now,
      idleUntil: now + idleMs,
      absoluteUntil: now + absoluteMs,
      idleMs,
      ip,
      agent: agent?.slice(0, 200) ?? null,
    })
    .run();
  return sid;
}

/** Whose session this is, if it still lives: neither idle, nor old, nor of an epoch before the last change of rights. */
export function memberOf(db: Database, sid: string, now: number): Member | undefined {
  const row = sessionQuery(db).get({ idHash: hashOf(sid) });
  if (!row) return undefined;
  const { session } = row;
  const isAlive = now < session.idleUntil && now < session.absoluteUntil && session.epoch === (row.userEpoch ?? row.portalEpoch);
  if (!isAlive) return undefined;
  if (now - session.lastSeenAt >= touchEvery) touch(db, session, now);
  return session.userId !== null ? { userId: session.userId } : session.portalUserId !== null ? { portalUserId: session.portalUserId } : undefined;
}

export function revokeSession(db: Database | Transaction, sid: string) {
  db.delete(sessions)
    .where(eq(sessions.idHash, hashOf(sid)))
    .run();
}

/** Reading goes on when the disk cannot even keep this. */
function touch(db: Database, { idHash, idleMs }: { idHash: string; idleMs: number }, now: number) {
  try {
    db.update(sessions)
      .set({ lastSeenAt: now, idleUntil: now + idleMs })
      .where(eq(sessions.idHash, idHash))
      .run();
  } catch (error) {
    if (!storageAnswer(error)) throw error;
  }
}

export function hashOf(sid: string): string {
  return createHash("sha256").update(sid).digest("hex");
}

const sessionQuery = prepared((reader) =>
  reader
    .select({ session: sessions, userEpoch: users.epoch, portalEpoch: portalUsers.epoch })
    .from(sessions)
    .leftJoin(users, eq(users.id, sessions.userId))
    .leftJoin(portalUsers, eq(portalUsers.id, sessions.portalUserId))
    .where(eq(sessions.idHash, sql.placeholder("idHash")))
    .prepare(),
);
