import { contactTags, deliveryReferences } from "@/db/seeds/demo/shared";
import type { Stage } from "./stage";

/** A telephone beside the main one, and where bills are read. */
export function moreOf(phone: string, bills: string) {
  return [
    { what: "phone.mobile", value: phone.replace(/\d$/, (digit) => String((Number(digit) + 3) % 10)) },
    { what: "email.billing", value: bills },
  ];
}

/** Where its goods are taken, which is not where its papers go. */
export function storeOf({ streets, cities }: Stage["example"], place: number) {
  const [city, region, postalCode] = cities[(place + 1) % cities.length]!;
  return {
    use: "delivery",
    address: `${streets[place % streets.length]} ${100 + place * 7}`,
    addressReference: deliveryReferences[place % 3],
    city,
    region,
    postalCode,
  };
}

/** What is noted of some people: how they like to be treated, and where they tell of themselves. */
export function knownOf(place: number) {
  return { tags: contactTags[place % (contactTags.length * 2)] ?? "", website: place % 5 === 0 ? `www.ejemplo.test/gente/${place}` : "" };
}
