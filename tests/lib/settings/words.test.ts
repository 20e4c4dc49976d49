import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { company, ownWords } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { type Current, neutral, runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { catalogs, isMessageKey, t } from "@/lib/i18n/words";
import { ownWordsAt } from "@/lib/settings/own-words";
import { changeWords, listWords, wordFilters, wordGroups, wordsForm } from "@/lib/settings/words";
import { now, world } from "../../support/world";

type Here = ReturnType<typeof world>;

function change({ db }: Here, pairs: Record<string, string>, locale: "es" | "en" = "es", at = now) {
  const input = wordsForm.parse({ words: Object.entries(pairs).map(([key, says]) => ({ key, says })) });
  return write(db, (tx) => changeWords(tx, input, locale, at));
}

function versionOf({ db }: Here): number {
  return db.select({ version: company.wordsVersion }).from(company).get()!.version;
}

function speaking<Result>(here: Here, locale: "es" | "en", deed: () => Result): Result {
  const as: Current = { ...neutral, locale, pack: packs.MX, words: ownWordsAt(here.db, versionOf(here))[locale] };
  return runWith(as, deed);
}

test("the company's word comes before the country's and the product's, in its language only", () => {
  const here = world();
  const { before, after } = change(here, { "accounts.fields.tax_id": "Registro", "menu.accounts": "Carpetas", "app.save": "Guardar" });
  expect([before, after]).toEqual([
    { "accounts.fields.tax_id": null, "menu.accounts": null },
    { "accounts.fields.tax_id": "Registro", "menu.accounts": "Carpetas" },
  ]);
  expect(speaking(here, "es", () => [t("accounts.fields.tax_id"), t("menu.accounts"), t("app.save")])).toEqual(["Registro", "Carpetas", "Guardar"]);
  expect(speaking(here, "en", () => t("menu.accounts"))).toBe("Accounts");
  change(here, { "menu.accounts": "Folders" }, "en");
  expect([speaking(here, "en", () => t("menu.accounts")), speaking(here, "es", () => t("menu.accounts"))]).toEqual(["Folders", "Carpetas"]);
});

test("empty, or the usual word, goes back to it", () => {
  const here = world();
  change(here, { "menu.accounts": "Carpetas", "menu.contacts": "Gente" });
  const { after } = change(here, { "menu.accounts": "", "menu.contacts": "Contactos" });
  expect(after).toEqual({ "menu.accounts": null, "menu.contacts": null });
  expect(here.db.select().from(ownWords).all()).toEqual([]);
  expect(speaking(here, "es", () => t("menu.accounts"))).toBe("Cuentas");
});

test("a word that would break its sentence is refused at its place, and nothing of the form is kept", () => {
  const here = world();
  for (const bad of ["{total} cuentas", "{count, plural, one {", "Cuentas {"]) {
    expect(() => change(here, { "menu.accounts": "Carpetas", "accounts.count": bad })).toThrow(
      expect.objectContaining({ code: "settings.word", field: "words.1.says" }),
    );
  }
  expect([here.db.select().from(ownWords).all(), versionOf(here)]).toEqual([[], 0]);
  change(here, { "accounts.count": "{count, plural, one {# carpeta} other {# carpetas}}" });
  expect(speaking(here, "es", () => t("accounts.count", { count: 2 }))).toBe("2 carpetas");
  expect(wordsForm.safeParse({ words: [{ key: "__proto__", says: "x" }] }).success).toBe(false);
});

test("a text may not be said as a date, which would fail every page with it; one that got in all the same is not said", () => {
  const here = world();
  for (const bad of ["Visto por {name, date}", "{name, time, short}"]) {
    expect(() => change(here, { "access.see_as": bad })).toThrow(expect.objectContaining({ code: "settings.word" }));
  }
  change(here, { "access.see_as": "Como {name}", "menu.accounts": "Carpetas" });
  here.db.update(ownWords).set({ says: "{name, date}" }).where(eq(ownWords.key, "access.see_as")).run();
  expect(ownWordsAt(here.db, versionOf(here)).es).toEqual({ "menu.accounts": "Carpetas" });
});

test("another company in the same file does not speak in the words of the one before", () => {
  const here = world();
  change(here, { "menu.accounts": "Ejemplos" });
  expect(ownWordsAt(here.db, versionOf(here)).es["menu.accounts"]).toBe("Ejemplos");
  here.db.delete(ownWords).run();
  here.db.update(company).set({ wordsVersion: 0 }).run();
  change(here, { "menu.accounts": "Clientes" }, "es", now + 60_000);
  expect(ownWordsAt(here.db, versionOf(here)).es["menu.accounts"]).toBe("Clientes");
});

test("words are read once for each version, whoever asks", () => {
  const here = world();
  change(here, { "menu.accounts": "Carpetas" });
  const version = versionOf(here);
  const first = ownWordsAt(here.db, version);
  expect(ownWordsAt(here.db, version)).toBe(first);
  change(here, { "menu.accounts": "Carpetas" });
  expect(versionOf(here)).toBe(version);
  change(here, { "menu.accounts": "Clientes" });
  expect(ownWordsAt(here.db, versionOf(here)).es["menu.accounts"]).toBe("Clientes");
});

test("every sentence is found by page, by what it says and by where it stands", () => {
  const here = world();
  change(here, { "menu.accounts": "Carpetas" });
  const scope = scopeFor(here.viewer("marta"), here.db);
  const list = (query: Record<string, string>) => runWith({ ...neutral, pack: packs.MX }, () => listWords(scope, wordFilters.parse(query)));
  const pages = Math.ceil(list({}).count / 40);
  const keys = Array.from({ length: pages }, (_, place) => list({ page: String(place + 1) }).rows.map(({ key }) => key)).flat();
  expect(new Set(keys).size).toBe(catalogs.es.size);
  expect([list({ page: String(pages) }).hasNext, list({ page: "1" }).hasNext]).toEqual([false, true]);
  expect(list({ q: "carpet" }).rows).toEqual([{ key: "menu.accounts", usual: "Cuentas", says: "Carpetas" }]);
  expect(list({ group: "own" }).rows.map(({ key }) => key)).toEqual(["menu.accounts"]);
  expect(list({ group: "menu" }).rows.every(({ key }) => key.startsWith("menu."))).toBe(true);
  for (const group of wordGroups) expect(isMessageKey(`settings.word_groups.${group}`), group).toBe(true);
});
