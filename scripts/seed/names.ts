import { cities, familyNames, givenNames, rareWord, signs, trades } from "@/db/seeds/bench";
import type { Random } from "./random";

/** Companies four times out of five, else people. */
export function accountNames(random: Random, isRare: boolean) {
  const family = random.one(familyNames);
  if (random.fraction() < 0.2 && !isRare) {
    return { name: `${random.one(givenNames)} ${family} ${random.one(familyNames)}`, legal_name: null, person_type: "individual" };
  }
  const name = isRare
    ? `${random.one(trades)} ${rareWord} ${family}`
    : `${random.one(trades)} ${random.one(signs)}${random.fraction() < 0.6 ? ` ${family}` : ""}`;
  return { name, legal_name: `${name}, S.A. de C.V.`, person_type: "company" };
}

export function contactNames(random: Random) {
  return { given_name: random.one(givenNames), family_name: `${random.one(familyNames)} ${random.one(familyNames)}` };
}

/** Where it is, and a number that its country takes for valid. */
export function whereabouts(random: Random) {
  const { city, region, area } = random.one(cities);
  const local = String(2_000_000 + random.below(7_900_000)).padStart(7, "0");
  const number = `${area}${area.length === 2 ? random.below(8) + 2 : ""}${local}`;
  return { city, region, phone: spaced(number, area.length), phone_e164: `+52${number}`, postal_code: String(10_000 + random.below(89_999)) };
}

function spaced(number: string, area: number): string {
  return `${number.slice(0, area)} ${number.slice(area, -4)} ${number.slice(-4)}`;
}
