import { ar } from "./ar";
import { bo } from "./bo";
import { cl } from "./cl";
import { co } from "./co";
import { cr } from "./cr";
import { dominican } from "./do";
import { ec } from "./ec";
import { es } from "./es";
import { gt } from "./gt";
import { mx } from "./mx";
import { pa } from "./pa";
import { pe } from "./pe";
import { py } from "./py";
import type { Pack, PackCode, PackTax, Validity } from "./types";
import { uy } from "./uy";
import { ve } from "./ve";
import { xx } from "./xx";

/** In the order in which people are offered them: by name, and last what is none of these. */
export const packs: Record<PackCode, Pack> = {
  AR: ar,
  BO: bo,
  CL: cl,
  CO: co,
  CR: cr,
  EC: ec,
  ES: es,
  GT: gt,
  MX: mx,
  PA: pa,
  PY: py,
  PE: pe,
  DO: dominican,
  UY: uy,
  VE: ve,
  XX: xx,
};

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
