import { eq } from "drizzle-orm";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { database } from "@/db/client";
import type { Transaction } from "@/db/open";
import { portalUsers } from "@/db/schema";
import { write } from "@/db/write";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { maySeeAs, maySeeAsCustomer } from "@/lib/access/seeing";
import type { Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import { recordEvent } from "@/lib/events/record";
import { cookieOptions, seenAsCookie, sessionCookie } from "./cookie";
import { readSeenAs, sealSeenAs } from "./seen-as";
import type { Member } from "./session";
import { viewerOf } from "./viewer";

const minutes = 30;

/** From now on this session sees the product as a colleague does, for half an hour at most. */
export async function seeAs({ id }: { id: number }): Promise<string> {
  await begin((tx, viewer, now) => {
    const person = loadStaffViewer(tx, id, now);
    if (!person || !maySeeAs(viewer, person)) throw new RuleError("users.cannot_see_as");
    return { whose: { userId: id }, told: { kind: "user", id }, name: person.name };
  });
  return "/";
}

/** The portal as the customer does whom this contact is. */
export async function seeAsCustomer({ id }: { id: number }): Promise<string> {
  await begin((tx, viewer, now) => {
    const user = tx.select({ id: portalUsers.id }).from(portalUsers).where(eq(portalUsers.contactId, id)).get();
    const person = user && loadCustomerViewer(tx, user.id, now);
    if (!person || !maySeeAsCustomer(viewer)) throw new RuleError("portal.cannot_see_as");
    return { whose: { portalUserId: user.id }, told: { kind: "contact", id }, name: person.name };
  });
  return "/portal";
}

type Found = { whose: Member; told: { kind: "user" | "contact"; id: number }; name: string };

async function begin(find: (tx: Transaction, viewer: Viewer, now: number) => Found) {
  const jar = await cookies();
  const now = Date.now();
  const session = jar.get(sessionCookie())?.value;
  const until = now + minutes * 60_000;
  const whose = write(database(), (tx): Member => {
    const viewer = viewerOf(session, now);
    if (!viewer) throw new RuleError("expired_session");
    const found = find(tx, viewer, now);
    recordEvent(tx, {
      viewer,
      name: `${nouns[found.told.kind]}.seen_as`,
      change: { ...found.told, before: null, after: { name: found.name, until } },
      at: now,
    });
    return found.whose;
  });
  jar.set(seenAsCookie(), sealSeenAs(session, { whose, until })!, cookieOptions());
  revalidatePath("/", "layout");
}

/** What happens to the login of a customer is told of the contact. */
const nouns = { user: "user", contact: "portal_user" } as const;

/** Back to oneself. */
export async function stopSeeing(): Promise<string> {
  const asked = await endSeeing();
  revalidatePath("/", "layout");
  if (!asked) return "/";
  return asked.kind === "user" ? `/settings/users/${asked.id}` : `/contacts/${asked.id}/portal`;
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
  const told = toldOf(asked.whose);
  const change = { ...told, before: null, after: { until: Math.min(now, asked.until) } };
  write(database(), (tx): void => void recordEvent(tx, { viewer, name: `${nouns[told.kind]}.seen_as_ended`, change, at: now }));
  return told;
}

function toldOf(whose: Member): Found["told"] {
  if ("userId" in whose) return { kind: "user", id: whose.userId };
  const { contactId } = database().select({ contactId: portalUsers.contactId }).from(portalUsers).where(eq(portalUsers.id, whose.portalUserId)).get()!;
  return { kind: "contact", id: contactId };
}
