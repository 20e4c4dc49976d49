import { cookies } from "next/headers";
import { cache } from "react";
import { database } from "@/db/client";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { loadStaffViewer } from "@/lib/access/load-staff";
import type { CustomerViewer, StaffViewer } from "@/lib/access/viewer";
import { seenAsCookie, sessionCookie, unseal } from "./cookie";
import { seenAs } from "./seen-as";
import { memberOf } from "./session";

export type Member = StaffViewer | CustomerViewer;

/** Who asks, or as whom they see the product, as the database has it at this very request; undefined for a stranger. Read once per request. */
export const currentViewer = cache(async (): Promise<Member | undefined> => (await whoAsks())());

/** The same as a question to ask without waiting, as often as something was waited for: between its answer and a deed nobody can slip in. */
export async function whoAsks(): Promise<() => Member | undefined> {
  const jar = await cookies();
  const [session, seen] = [jar.get(sessionCookie())?.value, jar.get(seenAsCookie())?.value];
  return () => {
    const now = Date.now();
    const own = viewerOf(session, now);
    return own && seenAs(database(), own, { session, seenAs: seen }, now);
  };
}

/** Whose session it is, whomever they see as. */
export function viewerOf(cookie: string | undefined, now: number): Member | undefined {
  const sid = unseal(cookie, "session");
  if (sid === undefined) return undefined;
  const db = database();
  const member = memberOf(db, sid, now);
  if (!member) return undefined;
  return "userId" in member ? loadStaffViewer(db, member.userId, now) : loadCustomerViewer(db, member.portalUserId, now);
}
