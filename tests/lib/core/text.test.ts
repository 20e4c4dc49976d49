import { expect, test } from "vitest";
import { alphanumerics, digits, emailKey, fold, initials, sortKey } from "@/lib/core/text";

test("searching forgets case and accents", () => {
  expect(fold("ÁRBOL Ñandú Güemes")).toBe("arbol nandu guemes");
  expect(fold("n\u0303")).toBe("n");
});

test("ñ sorts after every n and before o", () => {
  const names = ["Nuez", "Ñandú", "Oca", "Nzamba", "Álamo", "ananá", "añil", "anzuelo", "aorta", "alba"];
  const sorted = names.toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
  expect(sorted).toEqual(["Álamo", "alba", "ananá", "anzuelo", "añil", "aorta", "Nuez", "Nzamba", "Ñandú", "Oca"]);
  expect(sortKey(" Ñ")).toBe(sortKey("n\u0303"));
});

test("keys keep what tells things apart", () => {
  expect(digits("+52 (55) 1234-5678")).toBe("525512345678");
  expect(alphanumerics("j-30816256\u20136\u00a0x")).toBe("J308162566X");
  expect(alphanumerics("Peña 1")).toBe("PEÑA1");
  expect(emailKey("  Ana@Acme.MX ")).toBe("ana@acme.mx");
});

test.each([
  ["Ana Pérez López", "AP"],
  ["María de la Cruz", "MC"],
  ["ángel", "Á"],
  ["Distribuidora del Norte, S.A.", "DN"],
  ["de la", "DL"],
  ["", ""],
  ["𝒜na", "𝒜"],
])("%s is %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
