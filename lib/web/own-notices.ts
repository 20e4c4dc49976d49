import { isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { write } from "@/db/write";
import { type Seen, scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { readNotices } from "@/lib/notices/commands";
import { currentViewer } from "./auth/viewer";

/** For the bell on every page: how many wait, counted up to 100. */
export function unreadNotices(viewer: StaffViewer): number {
  return scopeFor(viewer, database()).prepared(unread).all().length;
}

/** Reading is nobody else's business, so it leaves no event. */
export async function readOwnNotices({ id }: { id: number | null }): Promise<string> {
  const viewer = await currentViewer();
  if (viewer?.kind !== "staff") throw new RuleError("expired_session");
  write(database(), (tx): void => readNotices(tx, { userId: viewer.userId, id: id ?? undefined, now: Date.now() }));
  return "/notices";
}

const unread = ({ notices, select }: Seen) => select({ id: notices.id }).from(notices).where(isNull(notices.readAt)).limit(100).prepare();
