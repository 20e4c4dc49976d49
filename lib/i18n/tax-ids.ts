import { closesByLuhn, isShortDate, luhnDigit, weighted, weightedFromRight } from "./check-digits";

export type TaxIdResult = "valid" | "warn" | "invalid";

/** A country's identification, checked by shape, and by its check digit where that can be relied on. `warn` is a number in real
 *  use whose digit does not match. A country or a type not known here is taken as it comes. `normalised` is what to keep. */
export function checkTaxId(country: string, type: string, text: string): { result: TaxIdResult; normalised: string } {
  const dashed = text
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\u00a0\u2000-\u200b\u202f]/g, "");
  const compact = dashed.replace(/[.\-/]/g, "");
  if (compact === "") return { result: "invalid", normalised: "" };

  const rule = rules[country]?.[type.toLowerCase()];
  if (!rule) return { result: "valid", normalised: dashed };
  return { result: rule(compact, dashed), normalised: keepsDashes.has(country) ? dashed : compact };
}

type Rule = (compact: string, dashed: string) => TaxIdResult;

/** In Panama the dashes part the number: without them it is another. */
const keepsDashes = new Set(["PA"]);

const costaRican = /^(2[1-4]00|3(00[2-9]|01[0-4]|10\d|110)|4000|5001)\d{6}$/;
const panamanian = /^((\d{1,2}|PE|E|N|\d{1,2}(AV|PI|-?NT))-\d{1,4}(-\d{1,4})?-\d{1,6}|\d{4,10}-\d{1,4}-\d{1,6})(-?DV-?\d{1,2})?$/;
const american = /^(0[1-6]|1[0-6]|2[0-7]|3\d|4[0-8]|5\d|6[0-8]|7[1-7]|8[0-8]|9[0-589])-?\d{7}$/;

const rules: Record<string, Record<string, Rule>> = {
  MX: { rfc: mexican },
  CO: { nit: reliable(/^\d{8,16}$/, isColombian), cc: shaped(/^\d{3,12}$/), ce: shaped(/^[A-Z0-9]{3,12}$/), ppt: shaped(/^\d{5,10}$/) },
  AR: {
    cuit: reliable(/^(20|23|24|27|30|33|34|50|51|55)\d{9}$/, isArgentine),
    cuil: reliable(/^(20|23|24|27)\d{9}$/, isArgentine),
    dni: shaped(/^\d{7,8}$/),
  },
  UY: { rut: reliable(/^(0[1-9]|1\d|2[0-2])(?!000000)\d{6}001\d$/, isUruguayan), ci: reliable(/^\d{7,8}$/, isUruguayanPerson) },
  CL: { rut: reliable(/^\d{7,8}[\dK]$/, isChilean) },
  PE: { ruc: reliable(/^(10|15|16|17|20)\d{9}$/, isPeruvian), dni: shaped(/^\d{8}$/), ce: shaped(/^\d{9}$/) },
  BO: { nit: shaped(/^\d{5,12}$/), ci: shaped(/^\d{5,8}(\d[A-Z])?$/) },
  VE: { rif: venezuelan, ci: shaped(/^[VE]?\d{5,9}$/) },
  EC: { ruc: ecuadorian, cedula: reliable(/^(0[1-9]|1\d|2[0-4]|30|50)\d{8}$/, closesByLuhn) },
  PY: { ruc: reliable(/^\d{4,8}\d$/, isParaguayan), ci: shaped(/^\d{5,8}$/) },
  CR: { cedula_juridica: shaped(costaRican), cedula_fisica: shaped(/^[1-9]\d{8}$/), dimex: shaped(/^\d{11,12}$/), nite: shaped(/^\d{10}$/) },
  DO: { rnc: dominican, cedula: dominicanPerson },
  GT: { nit: guatemalan, cui: shaped(/^\d{9}(0[1-9]|1\d|2[0-2])\d{2}$/) },
  PA: { ruc: shapedWithDashes(panamanian), cedula: shapedWithDashes(/^(\d{1,2}|PE|E|N|\d{1,2}(AV|PI|-?NT))-\d{1,4}-\d{1,6}$/) },
  ES: { nif: reliable(/^[A-Z0-9]\d{7}[A-Z0-9]$/, isSpanish), nie: reliable(/^[XYZ]\d{7}[A-Z]$/, isSpanish) },
  US: { ein: shapedWithDashes(american) },
  BR: { cnpj: reliable(/^[0-9A-Z]{12}\d{2}$/, isBrazilian) },
  SV: { nit: reliable(/^[019]\d{13}$/, isSalvadoran) },
};

function shaped(shape: RegExp): Rule {
  return (compact) => (shape.test(compact) ? "valid" : "invalid");
}

function shapedWithDashes(shape: RegExp): Rule {
  return (_, dashed) => (shape.test(dashed) ? "valid" : "invalid");
}

function reliable(shape: RegExp, holds: (compact: string) => boolean): Rule {
  return (compact) => (shape.test(compact) && holds(compact) ? "valid" : "invalid");
}

/** Real numbers fail the digit, and the generic ones of the public and of foreigners do by design. */
function mexican(rfc: string): TaxIdResult {
  const match = /^[A-ZÑ&]{3,4}(\d{6})[0-9A-Z]{2}[0-9A]$/.exec(rfc);
  if (!match || !isShortDate(match[1]!)) return "invalid";
  if (rfc === "XAXX010101000" || rfc === "XEXX010101000") return "valid";
  const alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
  const sum = [...rfc.slice(0, -1).padStart(12)].reduce((total, letter, at) => total + alphabet.indexOf(letter) * (13 - at), 0);
  return alphabet[(11 - (sum % 11)) % 11] === rfc.at(-1) ? "valid" : "warn";
}

function isColombian(nit: string) {
  const rest = weightedFromRight(nit.slice(0, -1), [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71]) % 11;
  return (rest > 1 ? 11 - rest : rest) === Number(nit.at(-1));
}

function isArgentine(cuit: string) {
  const rest = weighted(cuit.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return "09987654321"[rest] === cuit[10];
}

function isUruguayan(rut: string) {
  return (11 - (weighted(rut.slice(0, 11), [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(rut[11]);
}

function isUruguayanPerson(ci: string) {
  return (10 - (weighted(ci.slice(0, -1).padStart(7, "0"), [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 === Number(ci.at(-1));
}

function isChilean(rut: string) {
  return "0K987654321"[weightedFromRight(rut.slice(0, -1), [2, 3, 4, 5, 6, 7]) % 11] === rut.at(-1);
}

function isPeruvian(ruc: string) {
  return (11 - (weighted(ruc.slice(0, 10), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(ruc[10]);
}

/** C, of community councils, has no published value for its letter. */
function venezuelan(rif: string): TaxIdResult {
  if (/^C\d{9}$/.test(rif)) return "warn";
  if (!/^[VEJPG]\d{9}$/.test(rif)) return "invalid";
  const sum = ("VEJPG".indexOf(rif[0]!) + 1) * 4 + weighted(rif.slice(1, 9), [3, 2, 7, 6, 5, 4, 3, 2]);
  return "00987654321"[sum % 11] === rif[9] ? "valid" : "invalid";
}

/** The third digit says whose it is; 6 and 9 are used for public bodies too. Companies' newer numbers carry no check digit.
 *  Thirteen nines are the final consumer. */
function ecuadorian(ruc: string): TaxIdResult {
  if (ruc === "9999999999999") return "valid";
  if (!/^(0[1-9]|1\d|2[0-4]|30|50)\d{11}$/.test(ruc) || ruc.endsWith("000")) return "invalid";
  const isPublic = ruc.slice(9) !== "0000" && weighted(ruc.slice(0, 9), [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
  const isPerson = closesByLuhn(ruc.slice(0, 10));
  const isCompany = weighted(ruc.slice(0, 10), [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
  const kind = Number(ruc[2]);
  if (kind === 9) return isCompany || isPublic ? "valid" : "warn";
  return (isPerson && kind <= 6) || (isPublic && kind === 6) ? "valid" : "invalid";
}

function isParaguayan(ruc: string) {
  return ((11 - (weightedFromRight(ruc.slice(0, -1), [2, 3, 4, 5, 6, 7, 8, 9]) % 11)) % 11) % 10 === Number(ruc.at(-1));
}

/** Hundreds of issued numbers fail their digit. */
function dominican(number: string): TaxIdResult {
  if (number.length === 11) return dominicanPerson(number);
  if (!/^\d{9}$/.test(number)) return "invalid";
  const rest = weighted(number.slice(0, 8), [7, 9, 8, 6, 5, 4, 3, 2]) % 11;
  return ((10 - rest) % 9) + 1 === Number(number[8]) || (rest === 10 && number[8] === "1") ? "valid" : "warn";
}

function dominicanPerson(number: string): TaxIdResult {
  if (!/^\d{11}$/.test(number)) return "invalid";
  return closesByLuhn(number) ? "valid" : "warn";
}

function guatemalan(nit: string): TaxIdResult {
  if (nit === "CF") return "valid";
  if (!/^\d{1,11}[\dK]$/.test(nit)) return "invalid";
  const sum = weightedFromRight(nit.slice(0, -1), [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  return "0K987654321"[sum % 11] === nit.at(-1) ? "valid" : "invalid";
}

/** Persons by the remainder of 23, companies by Luhn with a letter or a digit as their first letter asks. */
function isSpanish(nif: string) {
  const letter = (digits: string) => "TRWAGMYFPDXBNJZSQVHLCKE"[Number(digits) % 23];
  const body = nif.slice(1, 8);
  if (/^\d/.test(nif)) return letter(nif.slice(0, 8)) === nif[8];
  if (/^[XYZ]/.test(nif)) return letter("XYZ".indexOf(nif[0]!) + body) === nif[8];
  if (/^[KLM]/.test(nif)) return letter(body) === nif[8];

  const digit = luhnDigit(body);
  const asDigit = nif[8] === String(digit);
  const asLetter = nif[8] === "JABCDEFGHI"[digit];
  if (/^[ABEH]/.test(nif)) return asDigit;
  if (/^[NPQRSW]/.test(nif)) return asLetter;
  return /^[CDFGJUV]/.test(nif) && (asDigit || asLetter);
}

/** Since July 2026 letters count as their place after the digits in ASCII. */
function isBrazilian(cnpj: string) {
  if (/^(.)\1+$/.test(cnpj)) return false;
  const values = [...cnpj].map((letter) => letter.charCodeAt(0) - 48);
  const digit = (length: number) => {
    const rest = values.slice(0, length).reduce((sum, value, at) => sum + value * (((length - 1 - at) % 8) + 2), 0) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return digit(12) === values[12] && digit(13) === values[13];
}

/** The numbers given before 2009 carry a series up to 100 and another rule. */
function isSalvadoran(nit: string) {
  const isOld = Number(nit.slice(10, 13)) <= 100;
  const sum = isOld
    ? weighted(nit.slice(0, 13), [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
    : (11 - (weighted(nit.slice(0, 13), [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (isOld ? sum % 11 : sum) % 10 === Number(nit[13]);
}
