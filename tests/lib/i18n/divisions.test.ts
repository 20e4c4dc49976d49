import { iso31662 } from "iso-3166";
import { expect, test } from "vitest";
import { packs } from "@/lib/i18n/packs";
import type { Division, Pack } from "@/lib/i18n/packs/types";

const countries = Object.values(packs).filter(({ code }) => code !== "XX");

/** Where ISO's first level is a region over what an address names: the provinces stand below it, and these are both. */
const provincesBelow: Record<string, string[]> = { DO: [], ES: ["CE", "ML"] };

function officialCodes(country: string): string[] {
  const own = iso31662.filter(({ code }) => code.startsWith(`${country}-`));
  const below = provincesBelow[country];
  const level = own.filter(({ code, parent }) => (below ? parent !== country || below.includes(code.slice(3)) : parent === country));
  return level.map(({ code }) => code.slice(3)).sort();
}

/** What is wrong with a pack's divisions beside the official list; empty when nothing is. */
function faults({ code, divisions }: Pick<Pack, "code"> & { divisions: readonly Division[] }): string[] {
  const official = officialCodes(code);
  const ours = divisions.map((division) => division.code);
  const names = divisions.map(({ name }) => name.trim());
  return [
    ...ours.filter((each) => !official.includes(each)).map((each) => `${code}-${each} is not in ISO 3166-2`),
    ...official.filter((each) => !ours.includes(each)).map((each) => `${code}-${each} is missing`),
    ...ours.filter((each, place) => ours.indexOf(each) !== place).map((each) => `${code}-${each} is there twice`),
    ...names.filter((name, place) => name === "" || names.indexOf(name) !== place).map((name) => `${code}: «${name}» names none or two`),
  ];
}

test.each(countries)("the divisions of $name are those of ISO 3166-2", (pack) => {
  expect(faults(pack)).toEqual([]);
});

test("how many there are of each, as the country itself counts them", () => {
  const counts = Object.fromEntries(countries.map(({ code, divisions }) => [code, divisions.length]));
  expect(counts).toEqual({
    ...{ MX: 32, CO: 33, AR: 24, UY: 19, CL: 16, PE: 26, BO: 9, VE: 25, EC: 24, PY: 18, CR: 7, DO: 32, GT: 22, PA: 14, ES: 52 },
  });
  console.info(`${Object.values(counts).reduce((sum, count) => sum + count)} divisions of ${countries.length} countries beside ISO 3166-2`);
});

test("a wrong code, a missing one, a repeated one and a nameless one are told", () => {
  const [first, ...rest] = packs.UY.divisions as [Division, ...Division[]];
  const broken = (divisions: Division[]) => faults({ code: "UY", divisions });
  expect(broken([{ ...first, code: "QQ" }, ...rest])).toEqual(["UY-QQ is not in ISO 3166-2", "UY-AR is missing"]);
  expect(broken(rest)).toEqual(["UY-AR is missing"]);
  expect(broken([first, { ...first, name: "Otro" }, ...rest])).toEqual(["UY-AR is there twice"]);
  expect(broken([{ ...first, name: " " }, ...rest])).toEqual(["UY: «» names none or two"]);
  expect(faults({ code: "DO", divisions: [...packs.DO.divisions, { code: "40", name: "Ozama" }] })).toEqual(["DO-40 is not in ISO 3166-2"]);
});
