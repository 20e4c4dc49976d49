import type { Database } from "@/db/open";
import { mailServer, outbox, portalUsers, submissions } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { addAttachments } from "@/lib/attachments/commands";
import { findRecord } from "@/lib/attachments/records";
import { purging } from "@/lib/jobs/purge-trash";
import { enqueueMail } from "@/lib/mail/enqueue";
import { type TrashKind, termMs, trashKinds } from "@/lib/trash/rules";
import { now } from "../../support/world";
import { filled, rowsOfAll, thrown, told } from "./trash-world";

export const zone = "America/Monterrey";
export const due = now + termMs;
export type Here = ReturnType<typeof filled>;

/** The records of the world, each with a file and a mail, and a way into the portal. */
export function whole(): Here {
  const here = filled();
  const { db, made, ids } = here;
  write(db, (tx): void => {
    tx.insert(mailServer)
      .values({ id: 1, host: "x", port: 25, security: "none", fromName: "x", fromAddress: "x@y.test", createdAt: now, updatedAt: now })
      .run();
    for (const [place, kind] of trashKinds.entries()) {
      const record = findRecord(scopeFor(here.viewer("marta"), tx), { kind, id: made[kind] })!;
      const file = {
        sha256: String(place).repeat(64),
        size: 9,
        name: "Ferretera.jpg",
        mime: "image/jpeg",
        thumbnail: { sha256: `a${place}`.repeat(32), size: 3 },
      };
      addAttachments(tx, record, [file], { userId: ids.ana, now });
      enqueueMail(
        tx,
        { to: [{ address: "silvia@ejemplo.test" }], subject: "Ferretera", text: "Silvia", about: { kind, id: made[kind] }, sentBy: null },
        { now },
      );
      tx.insert(submissions)
        .values({ id: `s${place}`, actor: "u1", event: `${kind}.created`, location: "/", noticeValues: { name: "Ferretera" }, createdAt: now })
        .run();
    }
    tx.update(outbox).set({ state: "done", finishedAt: now }).run();
    tx.insert(portalUsers)
      .values({ contactId: made.contact, email: "silvia@ejemplo.test", emailKey: "silvia@ejemplo.test", createdAt: now, updatedAt: now })
      .run();
  });
  return here;
}

export function throwAway(here: Here, ...kinds: TrashKind[]) {
  for (const kind of kinds) told(here, `${kind}.trashed`, (tx) => thrown(tx, kind, here.made[kind], here.ids.marta));
}

/** The job from its beginning or where it was left, cut after so many slices; the cursor when it was cut. */
export function purge(db: Database, { at = due, slices = Number.POSITIVE_INFINITY, cursor = null as unknown, sliceMs = 0 } = {}): unknown {
  const handler = purging({ sliceMs });
  for (let slice = 0, place = cursor; ; slice += 1) {
    if (slice === slices) return place;
    const result = write(db, (tx) => handler.slice(tx, {}, place, { jobId: 1, now: at }));
    if ("done" in result) return undefined;
    place = result.cursor;
  }
}

export const left = ({ db, made }: Here) =>
  trashKinds.filter(
    (kind) => db.$client.prepare(`select 1 from ${kind === "activity" ? "activities" : `${kind}s`} where id = ?`).get(made[kind]) !== undefined,
  );
export const canaries = ["Ferretera", "Silvia", "Llamar por el pedido", "Pide lámina", "81 1234 5678", "compras@ejemplo.test", "silvia@ejemplo.test"];
export const tablesWith = (db: Database) =>
  Object.entries(rowsOfAll(db))
    .filter(([, rows]) => rows.some((row) => canaries.some((canary) => row.includes(canary))))
    .map(([name]) => name);
