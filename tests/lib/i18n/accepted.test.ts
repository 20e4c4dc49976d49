import { expect, test } from "vitest";
import { acceptedLocale } from "@/lib/i18n/accepted";

test.each([
  [undefined, "es"],
  ["", "es"],
  ["*", "es"],
  ["en", "en"],
  ["en-US,en;q=0.9,es;q=0.8", "en"],
  ["es-MX,es;q=0.9,en;q=0.8", "es"],
  ["fr-FR, fr;q=0.9, en;q=0.5, es;q=0.4", "en"],
  ["pt-BR,pt;q=0.9", "es"],
  ["es;q=0.3, EN-gb;q=0.7", "en"],
  ["en;q=0, es;q=0.1", "es"],
  ["en;q=0", "es"],
  ["en;q=abc", "es"],
  ["english", "es"],
  ["en,es", "en"],
  ["es,en", "es"],
])("a browser that asks for «%s» is answered in %s", (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});

test("a header without end is read only so far", () => {
  expect(acceptedLocale(`${"x,".repeat(5000)}en`)).toBe("es");
});
