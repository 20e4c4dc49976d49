import { countryCode } from "./countries";
import { current } from "./current";
import { isPackCode, packs } from "./packs";

/** The divisions of a country as it is written or by its code; of none, the company's own; of one without a list, none. */
export function divisionNames(country: string | null | undefined): string[] {
  const code = country ? countryCode(country) : current().pack.code;
  return code !== undefined && isPackCode(code) ? packs[code].divisions.map(({ name }) => name) : [];
}
