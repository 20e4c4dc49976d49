import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, activities, company, contacts, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { giveAccount } from "@/lib/accounts/change-fields";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { neutral, runWith } from "@/lib/i18n/current";
import { createQuote } from "@/lib/quotes/commands";
import { changeRequired } from "@/lib/required/commands";
import { requiredForm } from "@/lib/required/forms";
import { lackingIn } from "@/lib/required/lacking";
import { marksOfMove } from "@/lib/required/marks";
import { modulesShown } from "@/lib/required/policy";
import { cement, draft, by as paperBy } from "../../support/papers";
import { now, type World, world } from "../../support/world";
import { countsOf, done, undone } from "../bulks/support";
import { asks, does, whole } from "./deeds";

const idIn = (here: World, name: string) => here.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, name)).get()!.id;

test("what is hidden from somebody, or is not theirs to set, is not asked of them, and is kept", () => {
  const here = world();
  asks(here, ["accounts.company.internalNote", "accounts.company.ownerId", "catalog.product.cost"]);
  const ana = { ...here.viewer("ana"), hidden: ["internalNote" as const, "cost" as const] };
  expect(does(here, "account.created", { name: "Sin nota" }, ana).kind).toBe("done");
  expect(does(here, "catalog_item.created", { code: "C", name: "Cal", unitPrice: "1" }, { ...here.viewer("marta"), hidden: ["cost"] }).kind).toBe("done");
  const refused = does(here, "account.created", { name: "Sin nota dos" });
  expect(refused.kind === "rule" && "all" in refused.error && refused.error.all).toMatchObject([{ field: "ownerId" }, { field: "internalNote" }]);
  expect(does(here, "account.created", { name: "Del grupo", internalNote: "Algo", ownerId: `g${here.ids.norte}` }).kind).toBe("done");
});

test("whoever sees no contact is not asked whom a paper is for, nor what an activity is about who sees nothing it may be about", () => {
  const here = world();
  const rules = ["quotes.any.contactId", "activities.task.about"];
  const ana = here.viewer("ana");
  const { contacts: _contacts, ...others } = ana.grants;
  const { accounts: _accounts, prospects: _prospects, ...neither } = others;
  const asked = (grants: typeof ana.grants) => {
    const by = { viewer: { ...ana, grants }, said: { kind: "task", accountId: null, contactId: null, prospectId: null } };
    return [lackingIn(rules, { event: "quote.created", ...by }), lackingIn(rules, { event: "activity.created", ...by })].flat().map(({ field }) => field);
  };
  expect([asked(ana.grants), asked(others), asked(neither)]).toEqual([["contactId", "about"], ["about"], []]);
});

test("a phone, a mailbox or an address counts in a row of its own too", () => {
  const here = world();
  asks(here, ["accounts.company.phone", "accounts.company.email", "accounts.company.city"]);
  const rows = {
    ...{
      setsPoints: "on",
      points: [
        { what: "phone.work", value: "555" },
        { what: "email.work", value: "a@b.test" },
      ],
    },
    ...{ setsAddresses: "on", addresses: [{ use: "office", address: "Calle 1", city: "León" }] },
  };
  expect(does(here, "account.created", { name: "Con filas", ...rows }).kind).toBe("done");
  expect(does(here, "account.created", { name: "Sin teléfono", ...rows, points: rows.points.slice(1) })).toMatchObject({ error: { field: "phone" } });
});

test("what is not whole is told before it is understood as well", () => {
  const rules = ["accounts.company.phone", "accounts.supplier.email", "accounts.individual.city"];
  const viewer = world().viewer("marta");
  const typed = { name: "", personType: "company", isSupplier: "on", phone: " ", email: "", city: "" };
  expect(lackingIn(rules, { event: "account.created", viewer, said: typed }).map(({ field }) => field)).toEqual(["phone", "email"]);
});

test("an hour asked of a kind is asked of the next step and of the appointment that go along, once they have a day", () => {
  const rules = ["activities.call.time", "activities.appointment.time"];
  const viewer = world().viewer("ana");
  const asked = (event: "activity.done" | "prospect.created", said: Record<string, unknown>) =>
    lackingIn(rules, { event, viewer, said }).map(({ name }) => name);
  expect(asked("activity.done", { nextKind: "call", nextOn: "2026-09-01", nextTime: null })).toEqual(["nextTime"]);
  expect(asked("activity.done", { nextKind: "visit", nextOn: "2026-09-01", nextTime: null })).toEqual([]);
  expect(asked("activity.done", { nextKind: "call", nextOn: null, nextTime: null })).toEqual([]);
  expect(asked("prospect.created", { appointmentOn: "2026-09-01", appointmentTime: "" })).toEqual(["appointmentTime"]);
});

test("what has an hour that is asked of it does not lose it by being put off, and what has none goes on without", () => {
  const here = world();
  const made = (time: string | null) => does(here, "activity.created", { kind: "call", subject: "Llamar", date: "2026-09-01", time, accountId: here.ids.acme });
  expect([made("10:00").kind, made(null).kind]).toEqual(["done", "done"]);
  asks(here, ["activities.call.time"]);
  const [timed, whole] = here.db.select().from(activities).all();
  const put = (id: number, time: string | null) => does(here, "activity.moved", { id, date: "2026-09-02", time });
  expect(put(timed!.id, null)).toMatchObject({ kind: "rule", error: { code: "asked.missing", field: "time" } });
  expect([put(timed!.id, "11:00").kind, put(whole!.id, null).kind]).toEqual(["done", "done"]);
  const marked = (kind: string, isAllDay: boolean) =>
    runWith({ ...neutral, requiredFields: ["activities.call.time"] }, () => marksOfMove({ kind, isAllDay })?.rules.flatMap(({ fields }) => fields));
  expect([marked("call", false), marked("call", true), marked("task", false)]).toEqual([["time"], undefined, undefined]);
});

test("a record without it is given away, and changed in many at once, but not emptied; taking that back asks nothing", async () => {
  const here = world();
  const { db, ids } = here;
  const { categoryId, tags } = whole(here, "accounts", "company");
  write(db, (tx) => createAccount(tx, accountForm.parse({ name: "Con categoría", ownerId: String(ids.ana), categoryId, tags }), { userId: ids.ana, now }));
  const full = idIn(here, "Con categoría");
  const filled = await done(here, "marta", "accounts", { ids: String(ids.beta), category: String(categoryId) });
  asks(here, ["accounts.company.categoryId", "accounts.company.tags", "accounts.company.phone"]);

  expect(write(db, (tx) => giveAccount(tx, { id: ids.acme }, { ownerId: ids.luis, ownerGroupId: null }, now))).toMatchObject({ after: { ownerId: ids.luis } });
  const moved = await done(here, "marta", "accounts", { ids: `${ids.acme},${ids.beta}`, owner: String(ids.bruno) });
  expect(countsOf(db, moved, ids.marta)).toMatchObject({ changed: 2, refused: 0 });
  const emptied = await done(here, "marta", "accounts", { ids: `${full},${ids.zeta}`, category: "none" });
  expect(countsOf(db, emptied, ids.marta)).toMatchObject({ changed: 0, refused: 1, unchanged: 1 });
  const untagged = await done(here, "marta", "accounts", { ids: String(full), removeTags: "uno" });
  expect(countsOf(db, untagged, ids.marta)).toMatchObject({ refused: 1 });
  const retagged = await done(here, "marta", "accounts", { ids: String(full), removeTags: "uno", addTags: "dos" });
  expect(countsOf(db, retagged, ids.marta)).toMatchObject({ changed: 1 });
  expect(countsOf(db, await undone(here, "marta", filled), ids.marta)).toMatchObject({ changed: 1, refused: 0 });
});

test("the account a prospect would become has to be whole, and nothing is written of one that is not", () => {
  const here = world();
  const { db, ids } = here;
  const made = does(here, "prospect.created", { contactedOn: "2026-08-22", personName: "Rosa Paz", ownerId: String(ids.ana) });
  const prospectId = Number(made.kind === "done" && made.to.slice(1));
  asks(here, ["accounts.individual.phone", "accounts.individual.city", "contacts.any.email"]);
  const quote = () => write(db, (tx) => createQuote(tx, draft({ prospectId, lines: [cement] }), paperBy(ids.ana)));
  const counts = () => [accounts, contacts, activities].map((table) => db.select().from(table).all().length);
  const before = counts();
  expect(quote).toThrow(expect.objectContaining({ code: "asked.account", values: { names: "Teléfono, Ciudad" } }));
  asks(here, ["contacts.any.email"]);
  expect(quote).toThrow(expect.objectContaining({ code: "asked.contact", values: { names: "Correo" } }));
  expect(counts()).toEqual(before);
  asks(here, ["accounts.individual.city", "contacts.any.email"]);
  write(db, (tx) => tx.update(prospects).set({ accountId: ids.acme }).where(eq(prospects.id, prospectId)).run());
  expect(quote()).toMatchObject({ accountId: ids.acme });
});

test("who sets them sets those of what they see: the rest stays, and what is no rule is none", () => {
  const here = world();
  asks(here, ["accounts.company.phone", "invoices.any.terms"]);
  const change = (requiredFields: string[], shown = modulesShown(here.viewer("marta"))) =>
    write(here.db, (tx) => changeRequired(tx, requiredForm.parse({ requiredFields }), { shown, now }));
  expect(change(["catalog.product.unit", "accounts.company.city"], ["accounts", "catalog"])).toMatchObject({
    before: { requiredFields: ["accounts.company.phone", "invoices.any.terms"] },
    after: { requiredFields: ["accounts.company.city", "catalog.product.unit", "invoices.any.terms"], version: 2 },
  });
  change([]);
  expect(here.db.select({ rules: company.requiredFields, version: company.version }).from(company).get()).toEqual({ rules: [], version: 3 });
  expect(requiredForm.safeParse({ requiredFields: ["accounts.company.name"] }).success).toBe(false);
  expect(requiredForm.parse({ requiredFields: "accounts.company.phone" }).requiredFields).toEqual(["accounts.company.phone"]);
});
