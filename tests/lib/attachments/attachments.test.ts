import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { attachments, files } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { addAttachments, type PreparedFile, removeAttachment } from "@/lib/attachments/commands";
import { canAttach } from "@/lib/attachments/policy";
import { attachmentsOf, attachmentsOfAccount, countAttachmentsOfAccount, findAttachment } from "@/lib/attachments/queries";
import { findRecord, type RecordRef } from "@/lib/attachments/records";
import { purgeAttachments } from "@/lib/files/purge";
import { keepFile, keptPath } from "@/lib/files/store";
import { isNamed } from "@/lib/files/unnamed";
import { emptyFolder } from "../../support/server";
import { now, type World, world } from "../../support/world";

const day = 24 * 3_600_000;
const plain = (letter: string, size = 100): PreparedFile => ({ sha256: letter.repeat(64), size, name: `${letter}.txt`, mime: "text/plain" });

function attach({ db, ids, viewer }: World, ref: RecordRef, files: PreparedFile[]) {
  const record = findRecord(scopeFor(viewer("marta"), db), ref)!;
  return write(db, (tx) => addAttachments(tx, record, files, { userId: ids.marta, now }));
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
  expect(attachmentsOfAccount(ana(), ids.acme).map(({ name }) => name)).toEqual(["b.txt", "a.txt"]);
  db.$client.prepare("update activities set account_id = ? where id = ?").run(ids.beta, activity.id);
  expect([countAttachmentsOfAccount(ana(), ids.acme), countAttachmentsOfAccount(ana(), ids.beta)]).toEqual([1, 1]);
});

test("beyond the company's room nothing is filed; what is removed makes room", () => {
  const here = world();
  const { db, ids, viewer } = here;
  db.$client.exec("update company set files_room_mb = 1");
  const acme: RecordRef = { kind: "account", id: ids.acme };
  attach(here, acme, [plain("a", 900_000)]);
  expect(() => attach(here, acme, [plain("b", 100_000), plain("c", 100_000)])).toThrow("attachments.no_room");
  expect(attachmentsOf(scopeFor(viewer("ana"), db), acme)).toHaveLength(1);
  const found = findAttachment(scopeFor(viewer("ana"), db), 1)!;
  const told = write(db, (tx) => removeAttachment(tx, found, { userId: ids.ana, now }));
  expect(told).toMatchObject({ kind: "account", id: ids.acme, before: { files: "a.txt" }, after: null });
  attach(here, acme, [plain("b", 900_000)]);
  expect(attachmentsOf(scopeFor(viewer("ana"), db), acme).map(({ name }) => name)).toEqual(["b.txt"]);
});

test("what has been in the trash for a month is thrown out with its names, and its bytes are then nobody's", async () => {
  process.env.DATA_DIR = emptyFolder();
  const here = world();
  const { db, ids, viewer } = here;
  const kept = await keepFile(Buffer.from("adjunto"), 100);
  attach(here, { kind: "account", id: ids.acme }, [{ ...kept, name: "a.txt", mime: "text/plain" }]);
  const found = findAttachment(scopeFor(viewer("ana"), db), 1)!;
  write(db, (tx) => removeAttachment(tx, found, { userId: ids.ana, now }));
  purgeAttachments(db, now + 29 * day);
  expect([isNamed(db, kept.sha256), existsSync(keptPath(kept.sha256))]).toEqual([true, true]);
  purgeAttachments(db, now + 31 * day);
  expect([isNamed(db, kept.sha256), db.select().from(files).all().length, db.select().from(attachments).all().length]).toEqual([false, 0, 0]);
});
