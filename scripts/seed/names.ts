import { cities, familyNames, givenNames, rareWord, signs, trades } from "@/db/seeds/bench";
import { sortKey } from "@/lib/core/text";
import type { Random } from "./random";

type Word = { text: string; key: string };
export type AccountNames = { name: string; nameKey: string; legalName: string | null; personType: "company" | "individual" };

const keyed = (words: readonly string[]): Word[] => words.map((text) => ({ text, key: sortKey(text) }));
const [givens, families, tradeWords, signWords, [rare]] = [givenNames, familyNames, trades, signs, [rareWord]].map(keyed) as [
  ...[Word[], Word[], Word[], Word[]],
  [Word],
];
const places = cities.map((place) => ({ ...place, cityKey: sortKey(place.city) }));

/** Companies four times out of five, else people. */
export function accountNames(random: Random, isRare: boolean): AccountNames {
  const family = random.one(families);
  if (random.fraction() < 0.2 && !isRare) {
    return { ...joined(random.one(givens), family, random.one(families)), legalName: null, personType: "individual" };
  }
  const trade = random.one(tradeWords);
  const named = isRare
    ? joined(trade, rare, family)
    : random.fraction() < 0.6
      ? joined(trade, random.one(signWords), family)
      : joined(trade, random.one(signWords));
  return { ...named, legalName: `${named.name}, S.A. de C.V.`, personType: "company" };
}

export function contactNames(random: Random) {
  const given = random.one(givens);
  const [first, second] = [random.one(families), random.one(families)];
  return { givenName: given.text, familyName: `${first.text} ${second.text}`, nameKey: `${given.key} ${first.key} ${second.key}` };
}

/** Where it is, and a number that its country takes for valid. */
export function whereabouts(random: Random) {
  const { city, cityKey, region, area } = random.one(places);
  const local = String(2_000_000 + random.below(7_900_000));
  const number = `${area}${area.length === 2 ? random.below(8) + 2 : ""}${local}`;
  const phone = `${area} ${number.slice(area.length, -4)} ${number.slice(-4)}`;
  return { city, cityKey, region, phone, phoneE164: `+52${number}`, postalCode: String(10_000 + random.below(89_999)) };
}

function joined(...words: Word[]) {
  return { name: words.map(({ text }) => text).join(" "), nameKey: words.map(({ key }) => key).join(" ") };
}
