import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { database } from "@/db/client";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { maySeeAs } from "@/lib/access/seeing";
import { RuleError } from "@/lib/core/errors";
import { recordEvent } from "@/lib/events/record";
import { cookieOptions, seenAsCookie, sessionCookie } from "./cookie";
import { readSeenAs, sealSeenAs } from "./seen-as";
import { viewerOf } from "./viewer";

const minutes = 30;

/** From now on this session sees the product as somebody else does, for half an hour at most. */
export async function seeAs({ id }: { id: number }): Promise<string> {
  const jar = await cookies();
  const now = Date.now();
  const session = jar.get(sessionCookie())?.value;
  const until = now + minutes * 60_000;
  write(database(), (tx): void => {
    const viewer = viewerOf(session, now);
    const person = loadStaffViewer(tx, id, now);
    if (!viewer) throw new RuleError("expired_session");
    if (!person || !maySeeAs(viewer, person)) throw new RuleError("users.cannot_see_as");
    recordEvent(tx, { viewer, name: "user.seen_as", change: { kind: "user", id, before: null, after: { name: person.name, until } }, at: now });
  });
  jar.set(seenAsCookie(), sealSeenAs(session, { userId: id, until })!, cookieOptions());
  revalidatePath("/", "layout");
  return "/";
}

/** Back to oneself. */
export async function stopSeeing(): Promise<string> {
  const asked = await endSeeing();
  revalidatePath("/", "layout");
  return asked ? `/settings/users/${asked.userId}` : "/";
}

/** Notes that it ended, whoever ends it: also by leaving altogether. */
export async function endSeeing() {
  const jar = await cookies();
  const now = Date.now();
  const session = jar.get(sessionCookie())?.value;
  const asked = readSeenAs({ session, seenAs: jar.get(seenAsCookie())?.value });
  jar.delete({ name: seenAsCookie(), ...cookieOptions() });
  const viewer = asked && viewerOf(session, now);
  if (!viewer) return undefined;
  const change = { kind: "user", id: asked.userId, before: null, after: { until: Math.min(now, asked.until) } };
  write(database(), (tx): void => void recordEvent(tx, { viewer, name: "user.seen_as_ended", change, at: now }));
  return asked;
}
