import { existsSync } from "node:fs";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attachments, files, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { addAttachments, emptyTrash, type PreparedFile, removeAttachment, restoreAttachment, roomTaken } from "@/lib/attachments/commands";
import { canAttach } from "@/lib/attachments/policy";
import { attachmentsOf, attachmentsOfAccount, countAttachmentsOfAccount, findAttachment, findTrashed, trashedOf } from "@/lib/attachments/queries";
import { findRecord, type RecordRef } from "@/lib/attachments/records";
import { purgeAttachments } from "@/lib/files/purge";
import { keepFile, keptPath } from "@/lib/files/store";
import { sweepFiles } from "@/lib/files/sweep";
import { isNamed } from "@/lib/files/unnamed";
import { emptyFolder } from "../../support/server";
import { now, type World, world } from "../../support/world";

const day = 24 * 3_600_000;
const plain = (letter: string, size = 100): PreparedFile => ({ sha256: letter.repeat(64), size, name: `${letter}.txt`, mime: "text/plain" });

function attach({ db, ids, viewer }: World, ref: RecordRef, files: PreparedFile[]) {
  const record = findRecord(scopeFor(viewer("marta"), db), ref)!;
  return write(db, (tx) => addAttachments(tx, record, files, { userId: ids.marta, now }));
}

function remove({ db, ids, viewer }: World, id: number, at = now) {
  return write(db, (tx) => removeAttachment(tx, findAttachment(scopeFor(viewer("ana"), tx), id)!, { userId: ids.ana, now: at }));
}

test("who sees the record sees its files, who edits it may add to them, and nobody else knows of them", () => {
  const here = world();
  const { db, ids, viewer } = here;
  const acme: RecordRef = { kind: "account", id: ids.acme };
  attach(here, acme, [{ ...plain("a"), thumbnail: { sha256: "b".repeat(64), size: 10 } }, plain("c")]);
  const seen = (person: "ana" | "luis" | "rita" | "bruno") => attachmentsOf(scopeFor(viewer(person), db), acme).map(({ name }) => name);
  expect([seen("ana"), seen("bruno"), seen("rita"), seen("luis")]).toEqual([["a.txt", "c.txt"], ["a.txt", "c.txt"], ["a.txt", "c.txt"], []]);
  expect(findAttachment(scopeFor(viewer("luis"), db), 1)).toBeUndefined();
  expect(findRecord(scopeFor(viewer("luis"), db), acme)).toBeUndefined();
  const may = (person: "ana" | "rita") => canAttach(viewer(person), findRecord(scopeFor(viewer(person), db), acme)!);
  expect([may("ana"), may("rita")]).toEqual([true, false]);
  expect(db.select().from(attachments).all()).toMatchObject([
    { bytes: 110, accountId: ids.acme, thumbnailId: 2 },
    { bytes: 100, thumbnailId: null },
  ]);
});

test("an account shows what hangs on it and on what is filed under it, and what moves takes its files along", () => {
  const here = world();
  const { db, ids, viewer } = here;
  const call = activityForm.parse({ kind: "call", subject: "Llamar", date: "2026-08-23", accountId: String(ids.acme) });
  const activity = write(db, (tx) => createActivity(tx, { account: { id: ids.acme } }, call, { userId: ids.ana, now, zone: "UTC" }));
  attach(here, { kind: "account", id: ids.acme }, [plain("a")]);
  attach(here, { kind: "activity", id: activity.id }, [plain("b")]);
  const ana = () => scopeFor(viewer("ana"), db);
  expect(attachmentsOfAccount(ana(), ids.acme).rows.map(({ name }) => name)).toEqual(["b.txt", "a.txt"]);
  db.$client.prepare("update activities set account_id = ? where id = ?").run(ids.beta, activity.id);
  expect([countAttachmentsOfAccount(ana(), ids.acme), countAttachmentsOfAccount(ana(), ids.beta)]).toEqual([1, 1]);
});

test("beyond the company's room nothing is filed; what is in the trash takes room until it is really gone", async () => {
  process.env.DATA_DIR = emptyFolder();
  const here = world();
  const { db, ids, viewer } = here;
  db.$client.exec("update company set files_room_mb = 1");
  const acme: RecordRef = { kind: "account", id: ids.acme };
  attach(here, acme, [plain("a", 900_000)]);
  expect(() => attach(here, acme, [plain("b", 100_000), plain("c", 100_000)])).toThrow("attachments.no_room");
  expect(attachmentsOf(scopeFor(viewer("ana"), db), acme)).toHaveLength(1);
  expect(remove(here, 1)).toMatchObject({ kind: "account", id: ids.acme, before: { files: "a.txt" }, after: null });
  expect(roomTaken(db)).toEqual({ all: 900_000, trashed: 900_000 });
  expect(() => attach(here, acme, [plain("b", 900_000)])).toThrow("attachments.no_room");

  write(db, (tx) => void emptyTrash(tx, { userId: ids.marta, now: now + 1 }));
  const job = db.select().from(outbox).where(eq(outbox.kind, "files.sweep")).get()!;
  await sweepFiles.effect(job.payload, { db, jobId: 1, now: now + 2, messageId: "", signal: new AbortController().signal, handOver: () => undefined });
  expect(roomTaken(db)).toEqual({ all: 0, trashed: 0 });
  attach(here, acme, [plain("b", 900_000)]);
  expect(attachmentsOf(scopeFor(viewer("ana"), db), acme).map(({ name }) => name)).toEqual(["b.txt"]);
  expect(() => write(db, (tx) => void emptyTrash(tx, { userId: ids.marta, now }))).toThrow("attachments.trash_empty");
});

test("emptying the trash leaves what is put there afterwards", async () => {
  process.env.DATA_DIR = emptyFolder();
  const here = world();
  const { db, ids } = here;
  attach(here, { kind: "account", id: ids.acme }, [plain("a"), plain("b")]);
  remove(here, 1);
  write(db, (tx) => void emptyTrash(tx, { userId: ids.marta, now: now + 1 }));
  remove(here, 2, now + 5);
  const { payload } = db.select().from(outbox).where(eq(outbox.kind, "files.sweep")).get()!;
  await sweepFiles.effect(payload, { db, jobId: 1, now: now + 9, messageId: "", signal: new AbortController().signal, handOver: () => undefined });
  expect(db.select().from(attachments).all()).toMatchObject([{ id: 2, deletedAt: now + 5 }]);
});

test("what was taken away is put back by who may edit the record, as it was, and nobody else finds it", () => {
  const here = world();
  const { db, ids, viewer } = here;
  const acme: RecordRef = { kind: "account", id: ids.acme };
  attach(here, acme, [{ ...plain("a"), thumbnail: { sha256: "b".repeat(64), size: 10 } }, plain("c")]);
  const before = db.select().from(attachments).all();
  remove(here, 1);
  const trash = (person: "ana" | "luis") => trashedOf(scopeFor(viewer(person), db), acme).map(({ name }) => name);
  expect([trash("ana"), trash("luis")]).toEqual([["a.txt"], []]);
  expect(findAttachment(scopeFor(viewer("ana"), db), 1)).toBeUndefined();
  expect([findTrashed(scopeFor(viewer("luis"), db), 1), findTrashed(scopeFor(viewer("ana"), db), 2)]).toEqual([undefined, undefined]);
  const found = findTrashed(scopeFor(viewer("ana"), db), 1)!;
  expect(write(db, (tx) => restoreAttachment(tx, found))).toMatchObject({ kind: "account", before: null, after: { files: "a.txt" } });
  expect(db.select().from(attachments).all()).toEqual(before);
  expect(trash("ana")).toEqual([]);
});

test("the files of a record in the trash are neither seen nor thrown out, keep their room, and come back with it", async () => {
  process.env.DATA_DIR = emptyFolder();
  const here = world();
  const { db, ids, viewer } = here;
  const acme: RecordRef = { kind: "account", id: ids.acme };
  attach(here, acme, [plain("a"), plain("b")]);
  remove(here, 2);
  const trashed = (at: number | null) => db.$client.prepare("update accounts set deleted_at = ? where id = ?").run(at, ids.acme);
  const seen = () => {
    const scope = scopeFor(viewer("marta"), db);
    return [attachmentsOf(scope, acme).length, trashedOf(scope, acme).length, findAttachment(scope, 1) !== undefined, findTrashed(scope, 2) !== undefined];
  };
  expect(seen()).toEqual([1, 1, true, true]);
  trashed(now);
  expect(seen()).toEqual([0, 0, false, false]);
  await sweepFiles.effect({}, { db, jobId: 1, now: now + 29 * day, messageId: "", signal: new AbortController().signal, handOver: () => undefined });
  expect(roomTaken(db)).toEqual({ all: 200, trashed: 100 });
  trashed(null);
  expect(seen()).toEqual([1, 1, true, true]);
});

test("what was in the trash by then is thrown out with its names, and its bytes are then nobody's", async () => {
  process.env.DATA_DIR = emptyFolder();
  const here = world();
  const { db, ids } = here;
  const kept = await keepFile(Buffer.from("adjunto"), 100);
  attach(here, { kind: "account", id: ids.acme }, [{ ...kept, name: "a.txt", mime: "text/plain" }]);
  remove(here, 1);
  purgeAttachments(db, now - 1);
  expect([isNamed(db, kept.sha256), existsSync(keptPath(kept.sha256))]).toEqual([true, true]);
  purgeAttachments(db, now);
  expect([isNamed(db, kept.sha256), db.select().from(files).all().length, db.select().from(attachments).all().length]).toEqual([false, 0, 0]);
});
