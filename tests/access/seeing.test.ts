import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { is, Subquery } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { contacts, files, listExports, mailDrafts, notices, portalUsers, savedViews, submissions } from "@/db/schema";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { type ActionEvent, actions } from "@/lib/access/registry";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { isLookedThrough, maySeeAs, maySeeAsCustomer, onlyLooks } from "@/lib/access/seeing";
import type { StaffViewer } from "@/lib/access/viewer";
import { seal } from "@/lib/web/auth/cookie";
import { sealSeenAs, seenAs } from "@/lib/web/auth/seen-as";
import { perform } from "@/lib/web/perform";
import { promise } from "../support/promise";
import { now, world } from "../support/world";

const folder = mkdtempSync(join(tmpdir(), "seeing-"));
writeFileSync(join(folder, "secret"), "x".repeat(64));
vi.stubEnv("DATA_DIR", folder);
afterAll(() => rmSync(folder, { recursive: true }));

const { db, ids, viewer } = world();
const people = ["marta", "bruno", "ana", "luis", "clara", "rita"] as const;
const seen = (of: StaffViewer): StaffViewer => ({ ...of, seeing: { name: of.name, until: now + 1, isOver: false } });

test("only who administers sees as another, never as one who administers too, and not from within another's view", () => {
  const allowed = people.flatMap((one) => people.filter((other) => maySeeAs(viewer(one), viewer(other))).map((other) => `${one} ${other}`));
  expect(allowed).toEqual(people.filter((other) => other !== "marta").map((other) => `marta ${other}`));
  expect(maySeeAs(viewer("marta"), { userId: 99, isAdmin: true })).toBe(false);
  expect(maySeeAs(seen(viewer("marta")), viewer("ana"))).toBe(false);
  expect(maySeeAs({ kind: "system", locale: "es", zone: "UTC", today: "" }, viewer("ana"))).toBe(false);
});

test("whoever sees as somebody does none of the deeds, not even those of the administrator they are", () => {
  let done = 0;
  const told = (of: StaffViewer, event: ActionEvent) =>
    perform(
      {
        event,
        form: z.object({}),
        subject: () => ({}),
        allow: () => true,
        run: () => {
          done += 1;
          return { kind: "company", id: 1, before: null, after: null };
        },
        next: () => ({ to: "/" }),
      },
      { db, viewer: of, input: {}, now, submission: crypto.randomUUID() },
    );
  const events = Object.keys(actions) as ActionEvent[];
  for (const name of people)
    for (const event of events) expect(told(seen(viewer(name)), event)).toEqual({ kind: "refused", refusal: { reason: "only_looking" } });
  expect(done).toBe(0);
  expect(told(viewer("marta"), "company.edited").kind).toBe("done");
  expect([onlyLooks(viewer("ana")), onlyLooks(seen(viewer("ana"))), onlyLooks(undefined)]).toEqual([false, true, false]);
  promise("A8", `${people.length * events.length} deeds refused to who sees as somebody else`);
});

/** What is a person's alone, and what of it is shown though somebody else looks: nothing, or what they share with others. */
const privates = ["notices", "mailDrafts", "savedViews", "listExports", "exportFiles", "submissions"] as const satisfies (keyof Scope)[];

test("what is seen as somebody is what their own scope gives, table by table, but for what is theirs alone", () => {
  const about = { createdAt: now, updatedAt: now };
  for (const name of people) {
    const own = ids[name];
    db.insert(notices).values({ userId: own, kind: "reminder", createdAt: now }).run();
    db.insert(mailDrafts).values({ userId: own, typed: {}, createdAt: now }).run();
    for (const audience of ["private", "all"] as const)
      db.insert(savedViews)
        .values({ list: "accounts", name: `${audience} ${name}`, ownerId: own, audience, address: "", ...about })
        .run();
    const { id: fileId } = db
      .insert(files)
      .values({ sha256: "a".repeat(64), size: 1, name: "a.csv", mime: "text/csv", createdAt: now })
      .returning()
      .get();
    const taken = { list: "accounts", address: "", columns: [] as string[], format: "csv", state: "done", expiresAt: now, createdAt: now } as const;
    db.insert(listExports)
      .values({ ownerId: own, fileId, ...taken })
      .run();
    db.insert(submissions)
      .values({ id: name, actor: `staff:${own}`, event: "account.edited", location: "/", createdAt: now })
      .run();
  }
  const rowsOf = (of: StaffViewer, relation: string) => {
    const scope = scopeFor(of, db);
    return scope
      .select()
      .from(scope[relation as "accounts"])
      .all();
  };
  const relations: string[] = [];
  for (const relation in scopeFor(viewer("marta"), db)) relations.push(relation);
  const tables = relations.filter((name) => is((scopeFor(viewer("marta"), db) as Record<string, unknown>)[name], Subquery));
  expect(tables.length).toBeGreaterThan(50);
  for (const name of people) {
    for (const table of tables.filter((one) => !privates.some((other) => other === one)))
      expect(rowsOf(seen(viewer(name)), table), table).toEqual(rowsOf(viewer(name), table));
    for (const table of privates) {
      expect(rowsOf(viewer(name), table).length, `${name} ${table}`).toBeGreaterThan(0);
      const shown = rowsOf(seen(viewer(name)), table) as { audience?: string }[];
      expect(
        shown.filter(({ audience }) => audience !== "all"),
        table,
      ).toEqual([]);
    }
    const over = { ...viewer(name), seeing: { name: undefined, until: now, isOver: true } };
    for (const table of privates) expect(rowsOf(over, table)).toEqual(rowsOf(viewer(name), table));
  }
});

test("a view is this very session's, lasts until its end, and with the person's standing", () => {
  const [session, other] = [seal("one", "session"), seal("two", "session")];
  const until = now + 1000;
  const cookie = sealSeenAs(session, { whose: { userId: ids.ana }, until });
  const as = (own: StaffViewer, cookies: { session: string; seenAs: string | undefined }, at = now) => seenAs(db, own, cookies, at);
  const marta = viewer("marta");
  expect(as(marta, { session, seenAs: cookie })).toEqual({ ...viewer("ana"), seeing: { name: "Ana", until, isOver: false } });
  for (const seenAs of [undefined, "", "x", `${cookie}x`, seal(cookie!.split(".")[0]!, "session")]) expect(as(marta, { session, seenAs })).toBe(marta);
  expect(as(marta, { session: other, seenAs: cookie })).toBe(marta);

  const over = { ...marta, seeing: { name: "Ana", until, isOver: true } };
  expect(as(marta, { session, seenAs: cookie }, until)).toEqual(over);
  expect(as(viewer("bruno"), { session, seenAs: cookie })).toMatchObject({ userId: ids.bruno, seeing: { isOver: true } });
  expect(as(marta, { session, seenAs: sealSeenAs(session, { whose: { userId: ids.marta }, until }) })).toMatchObject({
    userId: ids.marta,
    seeing: { isOver: true },
  });
  db.$client.exec(`update users set is_admin = 1 where id = ${ids.ana}`);
  expect(as(marta, { session, seenAs: cookie })).toEqual(over);
  db.$client.exec(`update users set is_admin = 0, is_active = 0 where id = ${ids.ana}`);
  expect(as(marta, { session, seenAs: cookie })).toMatchObject({ userId: ids.marta, seeing: { name: undefined, isOver: true } });
});

test("the portal is seen as a customer by who administers alone, as long as the customer has it", () => {
  const { id: contactId } = db
    .insert(contacts)
    .values({ givenName: "Rosa", familyName: "", nameKey: "rosa", createdAt: now, updatedAt: now })
    .returning()
    .get();
  const login = { contactId, email: "rosa@cliente.test", emailKey: "rosa@cliente.test", createdAt: now, updatedAt: now };
  const { id: portalUserId } = db.insert(portalUsers).values(login).returning().get();
  const session = seal("one", "session");
  const until = now + 1000;
  const cookies = { session, seenAs: sealSeenAs(session, { whose: { portalUserId }, until }) };
  const rosa = loadCustomerViewer(db, portalUserId, now)!;
  const seen = { ...rosa, seeing: { name: "Rosa", until, isOver: false } };
  expect(seenAs(db, viewer("marta"), cookies, now)).toEqual(seen);
  expect([maySeeAsCustomer(viewer("marta")), maySeeAsCustomer(viewer("bruno")), maySeeAsCustomer(seen), maySeeAsCustomer(rosa)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect([onlyLooks(rosa), onlyLooks(seen), isLookedThrough(rosa), isLookedThrough(seen)]).toEqual([false, true, false, true]);
  expect(seenAs(db, viewer("bruno"), cookies, now)).toMatchObject({ userId: ids.bruno, seeing: { isOver: true } });
  expect(seenAs(db, rosa, cookies, now)).toBe(rosa);
  expect(seenAs(db, viewer("marta"), cookies, until)).toMatchObject({ userId: ids.marta, seeing: { name: "Rosa", isOver: true } });
  db.$client.exec(`update portal_users set is_active = 0 where id = ${portalUserId}`);
  expect(seenAs(db, viewer("marta"), cookies, now)).toMatchObject({ userId: ids.marta, seeing: { name: undefined, isOver: true } });
});
