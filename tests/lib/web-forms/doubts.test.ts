import { count } from "drizzle-orm";
import { expect, test } from "vitest";
import { eventPayloads, events, notices, prospects, webFormEntries } from "@/db/schema";
import { scopeFor } from "@/lib/access/scope";
import { perform } from "@/lib/web/perform";
import { stampFor } from "@/lib/web/web-form/stamp";
import { entryFilters } from "@/lib/web-forms/filters";
import { reviewForm } from "@/lib/web-forms/forms";
import { canReviewEntries } from "@/lib/web-forms/policy";
import { findEntries, listEntries } from "@/lib/web-forms/queries";
import { acceptEntries, discardEntries } from "@/lib/web-forms/review";
import { promise } from "../../support/promise";
import { addForm, formWorld, type How, sendTo } from "../../support/web-forms";
import { now } from "../../support/world";

const eva = { name: "Eva Sosa", email: "eva@ejemplo.test", message: "Necesito lámina" };
const day = 24 * 3_600_000;

test("what looks like a machine's waits, for the reason it is, and nobody outside can tell", async () => {
  const { db, send, formId, company } = formWorld();
  const other = addForm(company, { address: "otra" });
  const cases: [string, Record<string, string>, How][] = [
    ["honeypot", { ...eva, website: "http://spam.test" }, {}],
    ["too_fast", eva, { drawnAt: now - 2_999 }],
    ["too_old", eva, { drawnAt: now - day - 1 }],
    ["unsigned", eva, { drawnAt: null }],
    ["unsigned", eva, { stamp: stampFor(other, now - 10_000) }],
    ["unsigned", eva, { stamp: `${stampFor(formId, now - 10_000).slice(0, -2)}xx` }],
    ["links", { ...eva, message: "http://a.test http://b.test www.c.test" }, {}],
    ["links", { ...eva, name: "Gane en https://a.test" }, {}],
  ];
  const answers = [];
  for (const [place, [, typed, how]] of cases.entries()) answers.push(await send({ ...typed, email: `eva${place}@ejemplo.test` }, how));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"taken"}']));
  const kept = db.select().from(webFormEntries).orderBy(webFormEntries.id).all();
  expect(kept.map(({ reasons }) => reasons.join())).toEqual(cases.map(([reason]) => reason));
  const made = () => db.select({ made: count() }).from(prospects).get()!.made;
  expect([made(), db.select().from(notices).all().length]).toEqual([0, 0]);

  const just: How[] = [{ drawnAt: now - 3_000 }, { drawnAt: now - day }];
  for (const [place, how] of just.entries()) await send({ ...eva, email: `justo${place}@ejemplo.test`, message: "https://a.test y https://b.test" }, how);
  expect(made()).toBe(2);
  promise("U1", `${cases.length} doubtful posts kept for review and none shown; ${just.length} at the edge taken at once`);
});

test("20 an hour from one network, 250 to one form, 500 in all; whoever sends without end uses up nobody else's", async () => {
  const { db, send, formId, company } = formWorld();
  const kept = () => db.select({ made: count() }).from(prospects).get()!.made + db.select({ kept: count() }).from(webFormEntries).get()!.kept;
  const from = (ip: string, place: number, form = formId) =>
    sendTo(company, form, { name: "Eva", email: `eva${place}x${ip.replace(/\W/g, "x")}@ejemplo.test` }, { ip });
  const flood = [];
  for (let place = 0; place < 1000; place += 1) flood.push((await from(`2001:db8::${(place % 50).toString(16)}`, place)).kind);
  expect([flood.filter((kind) => kind === "taken").length, kept()]).toEqual([20, 20]);
  expect(await send(eva, { ip: "2001:db8::1" })).toMatchObject({ kind: "refused", status: 429 });

  const other = addForm(company, { address: "otra" });
  const third = addForm(company, { address: "tercera" });
  const many = async (form: number, network: number) => {
    for (let place = 0; place < 300; place += 1) await from(`198.51.${network}.${Math.floor(place / 20)}`, place, form);
  };
  await many(formId, 1);
  expect(kept()).toBe(250);
  await many(other, 2);
  expect(kept()).toBe(500);
  expect(await from("203.0.113.9", 1, third)).toMatchObject({ status: 429 });
  expect(kept()).toBe(500);
  promise(
    "U1",
    `1,000 posts from one network: ${flood.filter((kind) => kind === "taken").length} kept; 1,600 from many to two forms: ${kept()} kept, then 429`,
  );
}, 60_000);

test("what waits becomes a prospect when it is accepted, and is kept when it is discarded; the log says how many, not what", async () => {
  const { db, ids, send, viewer } = formWorld({ isReviewed: "on", campaign: "Otoño" });
  for (const place of [1, 2, 3]) await send({ ...eva, name: `Eva ${place}`, email: `eva${place}@ejemplo.test`, utm_source: "boletín" });
  const bruno = viewer("bruno");
  const review = (verdict: "accept" | "discard", ...entryIds: number[]) =>
    perform(
      {
        event: "web_form_entry.reviewed",
        form: reviewForm,
        subject: (scope, input) => findEntries(scope, input.ids),
        allow: canReviewEntries,
        run: ({ tx, subject }) =>
          verdict === "accept"
            ? acceptEntries(tx, subject, { userId: ids.bruno, now, zone: bruno.zone })
            : discardEntries(tx, subject, { userId: ids.bruno, now, zone: bruno.zone }),
        next: () => ({ to: "/" }),
      },
      { db, viewer: bruno, input: { ids: entryIds, verdict }, now, submission: crypto.randomUUID() },
    ).kind;
  const seen = (name: "bruno" | "ana" | "rita", state = "waiting") => listEntries(scopeFor(viewer(name), db), entryFilters.parse({ state })).rows.length;
  expect([seen("bruno"), seen("ana"), seen("rita")]).toEqual([3, 0, 0]);
  const [one, two, three] = db.select().from(webFormEntries).all();
  expect([review("accept", one!.id, two!.id), review("discard", three!.id)]).toEqual(["done", "done"]);
  const made = db.select().from(prospects).all();
  expect(made).toMatchObject([
    { personName: "Eva 1", ownerId: ids.ana, createdBy: ids.bruno, campaign: "Otoño", utmSource: "boletín" },
    { personName: "Eva 2", ownerId: ids.luis },
  ]);
  expect([seen("bruno"), seen("bruno", "discarded")]).toEqual([0, 1]);
  expect(db.select().from(webFormEntries).all()[0]).toMatchObject({ state: "accepted", said: {}, came: {}, handledBy: ids.bruno });
  const told = [...db.select().from(events).all(), ...db.select().from(eventPayloads).all()];
  expect(JSON.stringify(told)).not.toContain("Eva 3");
  expect(review("accept", three!.id)).toBe("done");
  expect(db.select().from(prospects).all()).toHaveLength(3);
});

test("payloads are kept as text of one line, and only the message has lines", async () => {
  const { db, send } = formWorld();
  const hostile = { name: "=cmd|'/c calc'!A1\r\nBcc: x@x.test", email: "eva@ejemplo.test", subject: "<script>marca()</script>\u202e", message: "a\r\nb\u0000" };
  await send(hostile);
  expect(db.select().from(prospects).get()).toMatchObject({
    ...{ personName: "=cmd|'/c calc'!A1 Bcc: x@x.test", subject: "<script>marca()</script>", notes: "a\nb" },
  });
});
