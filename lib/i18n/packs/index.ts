import { bo } from "./bo";
import { co } from "./co";
import { mx } from "./mx";
import type { Pack, PackCode, PackTax, Validity } from "./types";
import { uy } from "./uy";
import { ve } from "./ve";
import { xx } from "./xx";

export const packs: Record<PackCode, Pack> = { MX: mx, CO: co, UY: uy, BO: bo, VE: ve, XX: xx };

export function isPackCode(code: string): code is PackCode {
  return Object.hasOwn(packs, code);
}

export function isInForce(entry: Validity, date: string): boolean {
  return entry.validFrom <= date && (entry.validTo === undefined || date <= entry.validTo);
}

/** The taxes a pack proposes for a document of that date. */
export function taxesOn(pack: Pack, date: string): PackTax[] {
  return pack.taxes.filter((tax) => isInForce(tax, date));
}

export function divisionName(pack: Pack, code: string): string | undefined {
  return pack.divisions.find((division) => division.code === code)?.name;
}
