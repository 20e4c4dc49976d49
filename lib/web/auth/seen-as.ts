import type { Reader } from "@/db/open";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { maySeeAs } from "@/lib/access/seeing";
import type { CustomerViewer, StaffViewer } from "@/lib/access/viewer";
import { seal, unseal } from "./cookie";
import { hashOf } from "./session";

export type Cookies = { session: string | undefined; seenAs: string | undefined };
export type SeenAs = { userId: number; until: number };

/** What the cookie holds that lets the administrator of this very session see as somebody, in UTC milliseconds. */
export function sealSeenAs(session: string | undefined, { userId, until }: SeenAs): string | undefined {
  const sid = unseal(session, "session");
  return sid && seal(`${userId}:${until}:${hashOf(sid)}`, "seen-as");
}

/** Undefined unless it was given to this very session. */
export function readSeenAs({ session, seenAs }: Cookies): SeenAs | undefined {
  const sid = unseal(session, "session");
  const [userId, until, owner] = unseal(seenAs, "seen-as")?.split(":") ?? [];
  return sid !== undefined && owner === hashOf(sid) ? { userId: Number(userId), until: Number(until) } : undefined;
}

/** Whoever asks, or as whom they see the product. Once that is over they are themselves again, and still only look until they say that they
 *  know: a form that was opened as somebody else is not sent by them unawares. */
export function seenAs<Own extends StaffViewer | CustomerViewer>(reader: Reader, own: Own, cookies: Cookies, now: number): Own | StaffViewer {
  const asked = own.kind === "staff" ? readSeenAs(cookies) : undefined;
  if (own.kind !== "staff" || !asked) return own;
  const person = loadStaffViewer(reader, asked.userId, now);
  const isOver = now >= asked.until || !person || !maySeeAs(own, person);
  return { ...(isOver ? own : person), seeing: { name: person?.name, until: asked.until, isOver } };
}
