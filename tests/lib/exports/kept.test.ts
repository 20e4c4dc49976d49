import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/open";
import { accounts, listExports } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { startExport } from "@/lib/exports/commands";
import { type Export, findExport } from "@/lib/exports/queries";
import { largestAtOnce } from "@/lib/exports/rules";
import { exportDownload } from "@/lib/exports/sheet";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { writeExport } from "@/lib/jobs/list-export";
import { runEffect } from "@/lib/jobs/run";
import { emptyFolder } from "../../support/server";
import { now, type World, world } from "../../support/world";
import { nextJob } from "../imports/jobs";

const day = 86_400_000;

async function taken(here: World, rows: number): Promise<Export> {
  const wanted = { list: "accounts", address: "", format: "csv", columns: ["name", "internal_note"], rows } as const;
  const id = write(here.db, (tx) => startExport(tx, { ...wanted, columns: [...wanted.columns] }, { userId: here.ids.bruno, now }).id);
  const folder = emptyFolder();
  process.env.DATA_DIR = folder;
  const path = join(folder, "cartera.sqlite");
  here.db.$client.prepare("vacuum into ?").run(path);
  openDatabase(path).close();
  const job = nextJob(here.db);
  if (job) await runEffect(here.db, job, writeExport, { owner: "test", now, clock: () => now });
  return findExport(scopeFor(here.viewer("bruno"), here.db), id)!;
}

const had = ({ db, viewer }: World, record: Export, at = now) =>
  runWith({ locale: "es", pack: packs.MX, zone: "UTC", currency: "MXN" }, () => exportDownload(scopeFor(viewer("bruno"), db), record, at));

test.each([
  ["a narrower reach", () => "update profile_grants set reach = 'own' where module = 'accounts' and verb = 'view'"],
  ["a narrower taking out", () => "update profile_grants set reach = 'own' where module = 'accounts' and verb = 'export'"],
  ["a field that is hidden now", () => `update profiles set hidden_fields = '["internalNote"]'`],
  [
    "one who stands above nobody any more",
    ({ ids }: World) => `update users set role_id = (select role_id from users where id = ${ids.luis}) where id = ${ids.bruno}`,
  ],
  ["nothing to take out any more", () => "delete from profile_grants where verb = 'export'"],
])("the bytes kept of a long list are there while they would be written alike: not for %s", async (_what, narrowing) => {
  const here = world();
  const record = await taken(here, largestAtOnce + 1);
  expect(record).toMatchObject({ state: "done", rows: 2 });
  expect(await had(here, record)).toMatchObject({ sha256: expect.any(String) });
  here.db.run(narrowing(here));
  expect(await had(here, record)).toBeUndefined();
});

test("a file is there for a day, a long one and a short one alike", async () => {
  for (const rows of [largestAtOnce + 1, 2]) {
    const here = world();
    const record = await taken(here, rows);
    expect(await had(here, record, now + day - 1)).toBeDefined();
    expect(await had(here, record, now + day)).toBeUndefined();
  }
});

test("a short list that has grown long is not written while it is downloaded", async () => {
  const here = world();
  const record = await taken(here, 2);
  expect(await had(here, record)).toMatchObject({ body: expect.any(Uint8Array) });
  write(here.db, (tx): void => {
    const values = { ownerId: here.ids.ana, nameKey: "", cityKey: "", ownerKey: "", createdAt: now, updatedAt: now };
    for (let place = 0; place < largestAtOnce; place++)
      tx.insert(accounts)
        .values({ ...values, name: `Cuenta ${place}` })
        .run();
  });
  expect(await had(here, record)).toBeUndefined();
  expect(here.db.select().from(listExports).where(eq(listExports.id, record.id)).get()).toMatchObject({ rows: 2 });
});
