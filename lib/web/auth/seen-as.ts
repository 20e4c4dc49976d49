import type { Reader } from "@/db/open";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { maySeeAs, maySeeAsCustomer } from "@/lib/access/seeing";
import type { CustomerViewer, StaffViewer } from "@/lib/access/viewer";
import { seal, unseal } from "./cookie";
import { hashOf, type Member } from "./session";

export type Cookies = { session: string | undefined; seenAs: string | undefined };
export type SeenAs = { whose: Member; until: number };

/** What the cookie holds that lets the administrator of this very session see as somebody, in UTC milliseconds. */
export function sealSeenAs(session: string | undefined, { whose, until }: SeenAs): string | undefined {
  const sid = unseal(session, "session");
  return sid && seal(`${"userId" in whose ? whose.userId : `p${whose.portalUserId}`}:${until}:${hashOf(sid)}`, "seen-as");
}

/** Undefined unless it was given to this very session. */
export function readSeenAs({ session, seenAs }: Cookies): SeenAs | undefined {
  const sid = unseal(session, "session");
  const [who = "", until, owner] = unseal(seenAs, "seen-as")?.split(":") ?? [];
  if (sid === undefined || owner !== hashOf(sid)) return undefined;
  return { whose: who.startsWith("p") ? { portalUserId: Number(who.slice(1)) } : { userId: Number(who) }, until: Number(until) };
}

/** Whoever asks, or as whom they see the product. Once that is over they are themselves again, and still only look until they say that they
 *  know: a form that was opened as somebody else is not sent by them unawares. */
export function seenAs(reader: Reader, own: StaffViewer | CustomerViewer, cookies: Cookies, now: number): StaffViewer | CustomerViewer {
  const asked = own.kind === "staff" ? readSeenAs(cookies) : undefined;
  if (own.kind !== "staff" || !asked) return own;
  const { whose, until } = asked;
  const person = "userId" in whose ? loadStaffViewer(reader, whose.userId, now) : loadCustomerViewer(reader, whose.portalUserId, now);
  const isOver = now >= until || !person || !maySee(own, person);
  return { ...(isOver ? own : person), seeing: { name: person?.name, until, isOver } };
}

function maySee(own: StaffViewer, person: StaffViewer | CustomerViewer): boolean {
  return person.kind === "staff" ? maySeeAs(own, person) : maySeeAsCustomer(own);
}
