import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, contacts, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { accountFilters } from "@/lib/accounts/filters";
import { listAccounts } from "@/lib/accounts/list";
import { sumAccounts } from "@/lib/accounts/list-sums";
import { contactFilters } from "@/lib/contacts/filters";
import { countContacts, listContacts } from "@/lib/contacts/list";
import { documentFilters } from "@/lib/documents/filters";
import { listDocuments } from "@/lib/documents/list";
import { sumDocuments } from "@/lib/documents/list-sums";
import { lists } from "@/lib/exports/lists";
import { countText } from "@/lib/i18n/counts";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { createInvoice } from "@/lib/invoices/commands";
import { prospectFilters } from "@/lib/prospects/filters";
import { countProspects, listProspects } from "@/lib/prospects/queries";
import { isCutShort } from "@/lib/search/find";
import { by, cement, done, draft } from "../../support/papers";
import { now, today, world } from "../../support/world";
import { done as bulkDone, countsOf } from "../bulks/support";

const many = 600;
const stamps = { createdAt: now, updatedAt: now };

/** Six hundred of Luis, and one of Ana behind them. */
function crowded() {
  const here = world();
  const { db, ids } = here;
  const named = (name: string, ownerId: number) => ({ name, nameKey: name.toLowerCase(), cityKey: "", ownerKey: "", ownerId, ...stamps });
  const called = (familyName: string, ownerId: number) => ({ givenName: "Refacciones", familyName, nameKey: familyName, ownerId, ...stamps });
  const asking = (personName: string, ownerId: number, number: number) => ({
    ...{ number, personName, nameKey: personName.toLowerCase(), ownerId, contactedOn: today, ...stamps },
  });
  write(db, (tx): void => {
    for (let place = 1; place <= many; place++) {
      tx.insert(accounts)
        .values(named(`Refacciones Norte ${place}`, ids.luis))
        .run();
      tx.insert(contacts)
        .values(called(`Norte ${place}`, ids.luis))
        .run();
      tx.insert(prospects)
        .values(asking(`Refacciones Norte ${place}`, ids.luis, place))
        .run();
    }
    tx.insert(accounts).values(named("Refacciones de Ana", ids.ana)).run();
    tx.insert(contacts).values(called("de Ana", ids.ana)).run();
    tx.insert(prospects)
      .values(asking("Refacciones de Ana", ids.ana, many + 1))
      .run();
  });
  return here;
}

const here = crowded();
const { ids } = here;
const asMarta = () => scopeFor(here.viewer("marta"), here.db);
const ofAna = { q: "refacciones", owner: String(ids.ana) };

test("another filter beside the text finds what stands behind more hits than a page looks through", () => {
  const scope = asMarta();
  expect(listAccounts(scope, accountFilters.parse(ofAna)).rows.map(({ name }) => name)).toEqual(["Refacciones de Ana"]);
  expect(sumAccounts(scope, accountFilters.parse(ofAna))).toMatchObject({ count: 1, isCut: false });
  expect(listContacts(scope, contactFilters.parse(ofAna)).rows.map(({ familyName }) => familyName)).toEqual(["de Ana"]);
  expect(countContacts(scope, contactFilters.parse(ofAna))).toBe(1);
  expect(listProspects(scope, prospectFilters.parse(ofAna)).rows.map(({ personName }) => personName)).toEqual(["Refacciones de Ana"]);
  expect(countProspects(scope, prospectFilters.parse(ofAna))).toBe(1);
  expect(countProspects(scope, prospectFilters.parse({ q: "refacciones", signal: "no_action" }))).toBe(many + 1);
});

test("of a text alone a page says that it finds more, in the same scope as the whole", () => {
  const scope = asMarta();
  expect(sumAccounts(scope, accountFilters.parse(ofAna)).count).toBe(1);
  const found = sumAccounts(scope, accountFilters.parse({ q: "refacciones" }));
  expect(found).toMatchObject({ isCut: true, sums: [] });
  const words = (locale: "es" | "en", count: number, isCut: boolean) =>
    runWith({ locale, pack: packs.MX, zone: "UTC", currency: "MXN" }, () => countText("accounts.count", count, 1000, isCut));
  expect(words("es", found.count, found.isCut)).toMatch(/^más de 500 · .*escriba más/);
  expect(words("en", found.count, found.isCut)).toMatch(/^more than 500 · .*type more/);
  expect(words("es", 12, true)).toMatch(/^[^\d]+$/);
  const cut = (person: "ana" | "luis" | "marta", isWhole: boolean) => isCutShort(scopeFor(here.viewer(person), here.db), "account", "refacciones", { isWhole });
  expect([cut("ana", false), cut("luis", false), cut("marta", false), cut("marta", true)]).toEqual([false, true, true, false]);
});

test("a file takes all that the text finds", async () => {
  const scope = asMarta();
  for (const list of ["accounts", "contacts", "prospects"] as const) {
    expect(lists[list].count(scope, "q=refacciones", 2000), list).toBe(many + 1);
    const names = [];
    for await (const rows of lists[list].texts(scope, "q=refacciones", ["name"], 100)) names.push(...rows.flat());
    expect(names, list).toHaveLength(many + 1);
    expect(lists[list].isCut(scope, "q=refacciones"), list).toBe(false);
  }
});

test("a document is found by its customer behind many others without one", () => {
  const { id } = here.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, "Refacciones de Ana")).get()!;
  done(here.db, (tx) => createInvoice(tx, draft({ accountId: id, lines: [cement] }), by(ids.ana)));
  const filters = documentFilters.parse({ q: "refacciones" });
  expect(listDocuments(asMarta(), "invoice", filters).rows.map(({ customerName }) => customerName)).toEqual(["Refacciones de Ana"]);
  expect(sumDocuments(asMarta(), "invoice", filters)).toMatchObject({ isCapped: false, sums: [{ count: 1 }] });
});

test("a change of many takes all that the text finds", async () => {
  const full = crowded();
  const id = await bulkDone(full, "marta", "accounts", { address: "q=refacciones", owner: String(full.ids.luis) });
  expect(countsOf(full.db, id, full.ids.marta)).toEqual({ changed: 1, unchanged: many, refused: 0, kept: 0 });
});
