import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { attachmentKinds } from "@/db/vocabulary";
import { mailWorld, queueMail } from "../../support/mail-world";

const writable = attachmentKinds.filter((kind) => kind !== "activity" && kind !== "catalog_item");

test("a mail may come to be about whatever carries files, and about nothing else", () => {
  const { db } = mailWorld({ port: 1 });
  queueMail(db);
  for (const kind of writable) {
    db.run(sql`update mails set about_kind = ${kind}`);
    db.run(sql`insert into mail_templates (kind, locale, name, subject, text, created_at, updated_at) values (${kind}, 'es', 'Una', '', '', 1, 1)`);
  }
  expect(() => db.$client.exec("update mails set about_kind = 'catalog_item'")).toThrow("CHECK");
});

test("whether a file went along with a mail is looked up, not searched for", () => {
  const { db } = mailWorld({ port: 1 });
  const plan = db.all<{ detail: string }>(sql`explain query plan select 1 from mail_attachments where file_id = 1`);
  expect(plan[0]!.detail).toContain("mail_attachments_file_idx");
});
