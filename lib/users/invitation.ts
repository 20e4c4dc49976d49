import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company, onceTokens, users } from "@/db/schema";
import type { StaffViewer, Viewer } from "@/lib/access/viewer";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { t } from "@/lib/i18n/words";
import { speakingTo } from "@/lib/jobs/speaking";
import { linkPlace } from "@/lib/mail/clean";
import { enqueueMail, isMailSetUp } from "@/lib/mail/enqueue";
import { notify } from "@/lib/notices/commands";
import { dropPasswordLinks, makePasswordLink } from "./password-links";

/** A mail may lie unread over a weekend. Whoever has a password already is given the half hour of a new one. */
const invitedFor = 3 * 24 * 60 * 60_000;

type By = { sentBy: number | null; addressOf: (token: string) => string; now: number };

/** A one-time link to choose a password, by mail and in their language; it takes the place of those made before. Throws for who may not enter, and without a mail server. */
export function mailInvitation(tx: Transaction, { id }: { id: number }, { sentBy, addressOf, now }: By): Change {
  const { name, email, isActive, locale, passwordHash } = tx.select().from(users).where(eq(users.id, id)).get()!;
  if (!isActive) throw new RuleError("login.inactive");
  const isNew = passwordHash === "";
  const token = makePasswordLink(tx, { userId: id }, now, isNew ? invitedFor : undefined);
  const { name: companyName } = tx.select({ name: company.name }).from(company).get()!;
  const words = speakingTo(tx, { locale, zone: null }, () => ({
    subject: t(isNew ? "users.mail.subject" : "users.mail.subject_again", { company: companyName }),
    text: t(isNew ? "users.mail.text" : "users.mail.text_again", { name, company: companyName, link: linkPlace }),
  }));
  const mailId = enqueueMail(tx, { to: [{ address: email, name }], ...words, about: { kind: "user", id }, sentBy, link: addressOf(token) }, { now });
  return { kind: "user", id, before: null, after: { name, email, invited: true, mailId } };
}

/** A one-time key for choosing a password, in the hand of whoever asked for it; its person is told by notice, and by mail where there is a server.
 *  The old password works until the new one is chosen. Throws for who may not enter. */
export function inviteUser(tx: Transaction, { id }: { id: number }, { viewer, now }: { viewer: Viewer; now: number }): { change: Change; token: string } {
  const user = tx.select().from(users).where(eq(users.id, id)).get()!;
  if (!user.isActive) throw new RuleError("login.inactive");
  const token = makePasswordLink(tx, { userId: id }, now);
  if (user.passwordHash !== "" && viewer.kind === "staff" && viewer.userId !== id) tellOfLink(tx, user, viewer, now);
  return { change: { kind: "user", id, before: null, after: { invited: true, name: user.name } }, token };
}

function tellOfLink(tx: Transaction, { id, name, email, locale }: typeof users.$inferSelect, by: StaffViewer, now: number) {
  notify(tx, { userId: id, kind: "password_link", href: "/settings/me", actorId: by.userId, now });
  if (!isMailSetUp(tx)) return;
  const { name: companyName } = tx.select({ name: company.name }).from(company).get()!;
  const words = speakingTo(tx, { locale, zone: null }, () => ({
    subject: t("users.mail.subject_told", { company: companyName }),
    text: t("users.mail.text_told", { name, by: by.name, company: companyName }),
  }));
  enqueueMail(tx, { to: [{ address: email, name }], ...words, about: { kind: "user", id }, sentBy: null }, { now });
}

/** No link made for them opens any more. Throws when there is none. */
export function cancelInvitation(tx: Transaction, { id, name }: { id: number; name: string }): Change {
  if (!tx.select({ userId: onceTokens.userId }).from(onceTokens).where(eq(onceTokens.userId, id)).get()) throw new RuleError("users.no_invitation");
  dropPasswordLinks(tx, { userId: id });
  return { kind: "user", id, before: { invited: true, name }, after: { invited: false, name } };
}
