import { expect, test } from "vitest";
import { documentKinds, documentStatuses, verbs } from "@/db/vocabulary";
import { neutral, runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { co } from "@/lib/i18n/packs/co";
import { mx } from "@/lib/i18n/packs/mx";
import { argumentsOf, catalogs, isMessageKey, isUsableWord, type MessageKey, t, tMaybe } from "@/lib/i18n/words";

const spanish = [...catalogs.es.keys()].filter(isMessageKey);

function valuesFor(key: MessageKey) {
  return Object.fromEntries(argumentsOf(catalogs.es.get(key)!).map((name) => [name, 2]));
}

test.each(["es", "en"] as const)("every sentence of %s parses, and says something", (locale) => {
  expect(spanish.length).toBeGreaterThan(700);
  runWith({ ...neutral, locale }, () => {
    for (const key of spanish) {
      const said = t(key, valuesFor(key));
      expect(said.trim(), key).not.toBe("");
      expect(said, key).not.toMatch(/[{}]/);
    }
  });
});

test("English says every sentence, no other, and each with the same values", () => {
  expect([...catalogs.en.keys()].sort()).toEqual([...catalogs.es.keys()].sort());
  for (const [key, text] of catalogs.en) expect(new Set(argumentsOf(text)), key).toEqual(new Set(argumentsOf(catalogs.es.get(key)!)));
});

test("a branch of a plural is no value", () => {
  expect(argumentsOf("{columns, plural, =0 {nada} one {contiene} other {contienen}} {names} {done, number}")).toEqual(["columns", "names", "done"]);
});

/** Words that English and Spanish write alike. */
const alike = new Set(
  "Cartera|No|No.|Error:|Error: {title}|Total|Subtotal|WhatsApp|Series|Roles|Agenda|Base|A4|UTF-8|UTF-16|Color|Coral|Magenta|{kind} {number}|Español|English".split(
    "|",
  ),
);

test("English repeats no Spanish sentence but the words both share", () => {
  const repeated = [...catalogs.en].filter(([key, text]) => text === catalogs.es.get(key) && !alike.has(text)).map(([key]) => key);
  expect(repeated).toEqual([]);
  expect([...catalogs.en].filter(([key, text]) => /[áéíóúñü¿¡«»]/i.test(text) && key !== "users.languages.es")).toEqual([]);
});

test("nobody is addressed as tú or vos", () => {
  for (const [key, text] of catalogs.es) expect(text, key).not.toMatch(/\b(tú|vos|tu|tus|tienes|puedes|quieres|escribe|elige|haz)\b/iu);
});

test("sentences count, and vocabularies have a word for each member", () => {
  expect(t("accounts.count", { count: 1 })).toBe("1 cuenta");
  expect(t("accounts.count", { count: 0 })).toBe("0 cuentas");
  for (const kind of documentKinds) for (const status of documentStatuses) expect(t(`documents.statuses.${kind}.${status}`)).not.toBe("");
  expect(verbs.map((verb) => t(`access.verbs.${verb}`))).toContain("emitir");
});

test("counts are grouped as the country does", () => {
  expect(runWith({ ...neutral, pack: mx }, () => t("accounts.count", { count: 12345 }))).toBe("12,345 cuentas");
  expect(runWith({ ...neutral, pack: co }, () => t("accounts.count", { count: 12345 }))).toBe("12.345 cuentas");
});

test("the company's word wins over the pack's, and the pack's over the catalog's", () => {
  const key = "documents.kinds.delivery_note.one";
  expect(t(key)).toBe("Nota de entrega");
  expect(runWith({ ...neutral, pack: mx }, () => t(key))).toBe("Remisión");
  expect(runWith({ ...neutral, pack: mx, words: { [key]: "Vale de salida" } }, () => t(key))).toBe("Vale de salida");
  const counted = runWith({ ...neutral, words: { "accounts.count": "{count} clientes" } }, () => t("accounts.count", { count: 3 }));
  expect(counted).toBe("3 clientes");
});

test("a pack's Spanish words do not stand in the way of a translation", () => {
  runWith({ ...neutral, locale: "en", pack: mx }, () => {
    expect(t("app.save")).toBe("Save");
    expect(t("menu.delivery_notes")).toBe("Delivery notes");
  });
});

test("a rule's code finds its sentence, an unknown one the general sentence", () => {
  expect(tMaybe("accounts.taken_tax_id", { name: "Acme" })).toBe("Ya hay una cuenta con esa identificación: Acme.");
  expect(tMaybe("required")).toBe("Este dato es obligatorio.");
  expect(tMaybe("nothing.like_it")).toBe(t("errors.unknown_rule"));
  expect(tMaybe("accounts")).toBe(t("errors.unknown_rule"));
});

test("a missing value is a mistake of ours, and says so", () => {
  expect(() => t("errors.taken")).toThrow();
});

test("values are text, never markup or another sentence", () => {
  expect(t("errors.taken", { text: "<b>{count}</b>" })).toBe("«<b>{count}</b>» ya existe.");
});

test("a company's word is checked before it is kept", () => {
  expect(isUsableWord("accounts.one", "Cliente")).toBe(true);
  expect(isUsableWord("accounts.count", "{count, plural, one {# cliente} other {# clientes}}")).toBe(true);
  expect(isUsableWord("accounts.count", "{total} clientes")).toBe(false);
  expect(isUsableWord("accounts.one", "Cliente {")).toBe(false);
  expect(isUsableWord("accounts.one", " ")).toBe(false);
});

test("packs override only sentences that exist, with the same values", () => {
  for (const pack of Object.values(packs)) {
    for (const [key, text] of Object.entries(pack.words)) {
      expect(isMessageKey(key), `${pack.code} ${key}`).toBe(true);
      expect(isMessageKey(key) && isUsableWord(key, text), `${pack.code} ${key}`).toBe(true);
    }
  }
});

test("what somebody does in a company has one name wherever it is said, and no sentence advises what cannot be done", () => {
  const ofPosts = spanish.filter((key) => /\bcargos?\b/iu.test(catalogs.es.get(key)!) && !key.startsWith("documents.") && !key.startsWith("access."));
  expect(ofPosts.length).toBeGreaterThan(3);
  for (const key of ofPosts) expect(t(key), key).not.toMatch(/puesto/i);
  for (const key of ofPosts)
    expect(
      runWith({ ...neutral, pack: mx }, () => t(key, valuesFor(key))),
      key,
    ).toMatch(/\bpuestos?\b/iu);
  expect(t("errors.accounts.has_documents")).toContain("etiqueta");
});
