import { eq } from "drizzle-orm";
import type { Database } from "@/db/open";
import { mailServer, mails } from "@/db/schema";
import { write } from "@/db/write";
import { isSwitchedOff } from "@/lib/access/switched";
import { cleanLine } from "@/lib/mail/clean";
import { deliver, type Limits, type Refusal, type Server } from "@/lib/mail/deliver";
import { judge, type Verdict } from "@/lib/mail/judge";
import { composed, type Message } from "@/lib/mail/message";
import { openPassword } from "@/lib/mail/password";
import { reasonOf } from "@/lib/mail/reason";
import { type EffectContext, EffectEnded, type EffectHandler } from "./handler";
import { attachmentsOf, keepRefusals, leftOver, recipientsOf, textOf, unreachedOf } from "./mail-parts";
import { backoff } from "./queue";
import { onceThereIsRoom } from "./room";

type Mail = typeof mails.$inferSelect;
type Settings = typeof mailServer.$inferSelect;

const minute = 60_000;
/** Whoever found the line closed is not the first to knock again: were it their own fault, nobody else would ever get through. */
const behindTheOthers = 1;
const giveUpMs = 24 * 60 * minute;
const slowestBytesPerMs = 32;
const largestMessage = 24 * 1_048_576;

type Options = {
  limits?: Limits;
  /** A certificate of its own to believe, for tests. */
  trusted?: string;
  /** How long a message of so many bytes may take. */
  patienceMs?: (bytes: number) => number;
};

/** Sends what stands in the outbox, always under the same Message-ID. */
export function mailSending(options: Options = {}): EffectHandler {
  return {
    repeatable: "until_handed_over",
    // Past what the largest mail is given, and the drawing of its paper: the mail gives itself up first, with its reason.
    limitMs: usualPatienceMs(largestMessage) + 2 * minute,
    async effect(payload, context) {
      const { db, jobId } = context;
      const mail = db.select().from(mails).where(eq(mails.jobId, jobId)).get();
      if (!mail) throw new EffectEnded({ state: "parked" }, reasonOf("mails.failures.no_mail"));
      try {
        await attempt(context, mail, payload, options);
      } catch (error) {
        if (!(error instanceof EffectEnded) && !context.signal.aborted) console.error(`Mail ${mail.id}`, error);
        // When others have it already it stays sent, and whom it did not reach stays told.
        const isOver = error instanceof EffectEnded && "state" in error.ending && error.ending.state === "parked";
        if (!isOver || !unreachedOf(db, mail).othersHaveIt) throw error;
      }
    },
  };
}

export const sendMail = mailSending();

async function attempt(context: EffectContext, mail: Mail, payload: unknown, options: Options) {
  const { db, now } = context;
  const settings = db.select().from(mailServer).get();
  if (!settings) throw new EffectEnded({ state: "parked" }, reasonOf("errors.mails.not_set_up"));
  if (isSwitchedOff(db, mail.aboutKind)) throw new EffectEnded({ state: "parked" }, reasonOf("mails.failures.module_off"));
  if (settings.retryAt !== null && settings.retryAt > now) throw waiting(mail, { retryAt: settings.retryAt, reason: settings.failure!, now });
  await send(context, { mail, settings, text: textOf(db, mail, payload, now), attachments: await attachmentsOf(db, mail.id, payload, now) }, options);
}

type Letter = { mail: Mail; settings: Settings; text: string; attachments: Message["attachments"] };

async function send(context: EffectContext, { mail, settings, text, attachments }: Letter, { patienceMs = usualPatienceMs, ...options }: Options) {
  const { db, now, handOver } = context;
  let isLetIn = false;
  let isHandedOver = false;
  const whenLetIn = () => {
    isLetIn = true;
  };
  const beforeLastByte = () => {
    handOver();
    isHandedOver = true;
  };
  const server = serverOf(settings);
  const { to, cc } = recipientsOf(db, mail.id);
  const message = await composed({
    ...{ messageId: mail.messageId, date: new Date(mail.createdAt), to, cc, subject: mail.subject, text },
    from: { name: cleanLine(settings.fromName, 100), address: settings.fromAddress },
    replyTo: mail.replyTo ?? settings.replyTo,
    attachments,
  });
  const unreached = unreachedOf(db, mail);
  const envelope = { from: settings.fromAddress, to: unreached.addresses };
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(patienceMs(message.length))]);
  let refusals: Refusal[];
  try {
    refusals = await deliver({ server, envelope, message, whenLetIn, beforeLastByte, signal, ...options });
    await onceThereIsRoom(() => write(db, (tx) => keepRefusals(tx, mail.id, unreached, refusals)));
    if (settings.failingSince !== null) reopen(db);
  } catch (error) {
    const verdict = judge(error, { ...settings, isLetIn, isHandedOver });
    if (!verdict) throw error;
    if (isLetIn && settings.failingSince !== null) reopen(db);
    throw endingOf(db, mail, settings, verdict, now);
  }
  const left = leftOver(unreached, refusals);
  if (left) throw endingOf(db, mail, settings, left, now);
}

function usualPatienceMs(bytes: number): number {
  return 3 * minute + Math.ceil(bytes / slowestBytesPerMs);
}

function serverOf({ host, port, security, userName, passwordSealed }: Settings): Server {
  if (userName === null) return { host, port, security };
  const password = openPassword(passwordSealed!);
  if (password === undefined) throw new EffectEnded({ state: "parked" }, reasonOf("mails.failures.lost_password"));
  return { host, port, security, user: { name: userName, password } };
}

function endingOf(db: Database, mail: Mail, settings: Settings, { kind, reason }: Verdict, now: number): EffectEnded {
  switch (kind) {
    case "unsure":
      return new EffectEnded({ state: "possibly_sent" }, reason);
    case "refused":
      return new EffectEnded({ state: "parked" }, reason);
    case "later":
      return waiting(mail, { retryAt: now + backoff(mail.attempts, Math.random()), reason, now, isCounted: true });
    case "server":
      return waiting(mail, { retryAt: closeLine(db, settings, reason, now) + behindTheOthers, reason, now });
    default:
      return kind satisfies never;
  }
}

type Waiting = { retryAt: number; reason: string; now: number; isCounted?: boolean };

/** Another time, but not for ever: after a day a person decides. */
function waiting(mail: Mail, { retryAt, reason, now, isCounted = false }: Waiting): EffectEnded {
  const isOver = now - mail.askedAt >= giveUpMs;
  if (isOver) return new EffectEnded({ state: "parked" }, reasonOf("mails.failures.gave_up", { reason }));
  return new EffectEnded({ retryAt, isCounted }, reason);
}

/** While the server is out of reach nobody else knocks: one tries for all, each minute at first, then every five. Returns when. */
function closeLine(db: Database, { failingSince }: Settings, failure: string, now: number): number {
  const since = failingSince ?? now;
  const retryAt = now + (now - since < 5 * minute ? minute : 5 * minute);
  write(db, (tx) => tx.update(mailServer).set({ failingSince: since, failure, retryAt }).run());
  return retryAt;
}

function reopen(db: Database) {
  write(db, (tx) => tx.update(mailServer).set({ failingSince: null, failure: null, retryAt: null }).run());
}
