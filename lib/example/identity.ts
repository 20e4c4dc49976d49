import { familyNames, regionalNames } from "@/db/seeds/demo/shared";
import type { ExampleCompany } from "@/db/seeds/demo/types";
import { fold } from "@/lib/core/text";
import { checkTaxId } from "@/lib/i18n/tax-ids";
import type { Random } from "./random";

const digitsAndLetters = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const lastSerial = 99;
const longestWord = 16;
const types = { MX: "rfc", CO: "nit", UY: "rut", BO: "nit", VE: "rif" } as const;

export type Identities = ReturnType<typeof makeIdentities>;

/** Numbers and addresses that nobody has: tax ids from unlikely ranges with their check digit, telephones of ranges kept free, mail to a reserved domain. */
export function makeIdentities({ pack, taxIdTemplate, phoneTemplate, mobileTemplate }: ExampleCompany, random: Random) {
  let serial = 0;
  const emails = new Set<string>();

  const taxId = (name: string): string => {
    for (serial += 1; serial <= lastSerial; serial += 1) {
      const stem = taxIdTemplate.replace("@@@", lettersOf(name)).replace("##", String(serial).padStart(2, "0"));
      const candidates = stem.includes("*") ? digitsAndLetters.map((digit) => stem.replace("*", digit)) : [stem];
      const valid = candidates.find((candidate) => checkTaxId(pack, types[pack], candidate).result === "valid");
      if (valid) return valid;
    }
    throw new RangeError("no tax ids left");
  };
  const number = (template: string) => template.replace(/#+/, (places) => String(random.whole(0, 10 ** places.length - 1)).padStart(places.length, "0"));
  const email = (...words: string[]): string => {
    const base = words
      .map((word) =>
        fold(word)
          .replace(/[^a-z0-9]+/g, "")
          .slice(0, longestWord),
      )
      .join(".");
    const free = ["", 2, 3, 4, 5, 6, 7, 8, 9].map((turn) => `${base}${turn}@ejemplo.test`).find((address) => !emails.has(address))!;
    emails.add(free);
    return free;
  };
  return { taxId, email, phone: () => number(phoneTemplate), mobile: () => number(mobileTemplate) };
}

export function familiesOf(pack: ExampleCompany["pack"]): string[] {
  return familyNames.filter((name) => (regionalNames[name] ?? pack) === pack);
}

/** Three letters of a name that spell nothing in particular. */
function lettersOf(name: string): string {
  const consonants = fold(name)
    .toUpperCase()
    .replace(/[^BCDFGHJKLMNPQRSTVXZ]/g, "");
  return consonants.padEnd(3, "X").slice(0, 3);
}
