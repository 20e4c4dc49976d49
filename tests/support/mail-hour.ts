import { expect } from "vitest";
import { mailServer } from "@/db/schema";
import { mailRows, mailWorld, minute, queueMail, type Sender, sendDue, states } from "./mail-world";
import { smtpServer } from "./smtp-server";
import { now } from "./world";

/** So many mails meet a server that is down for an hour and then comes back. Returns how it went; throws where a mail would be lost, doubled or forgotten. */
export async function throughAnHourWithout(count: number, by?: Sender): Promise<string> {
  await using server = await smtpServer();
  const { db } = mailWorld(server);
  await server.down();
  for (let drawn = 0; drawn < count; drawn += 1) queueMail(db, { subject: `Recordatorio ${drawn}` });
  let at = now;
  for (; at < now + 60 * minute; at += minute) await sendDue(db, at, { by });
  expect(new Set(states(db))).toEqual(new Set(["queued"]));
  expect(mailRows(db).every(({ mail }) => mail.attempts <= 1 && mail.reason!.startsWith("No se puede conectar"))).toBe(true);
  expect(db.select().from(mailServer).get()).toMatchObject({ failingSince: now });

  await server.up();
  const upAt = at;
  for (; states(db).includes("queued") && at < upAt + 10 * minute; at += minute) await sendDue(db, at, { by });
  expect(new Set(states(db))).toEqual(new Set(["sent"]));
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(count);
  expect([server.received.length, server.state.mostAtOnce]).toEqual([count, 1]);
  expect(db.select().from(mailServer).get()).toMatchObject({ failingSince: null, retryAt: null });
  return `${count} mails queued through an hour without a server: ${server.received.length} delivered ${(at - upAt) / minute} minutes after it came back, 0 lost, 0 doubled, 1 line at a time`;
}
