// CLDR's decimals are not business truth: it gives COP none where ISO 4217 and the DIAN use two.
export const currencyDecimals = {
  ARS: 2,
  BOB: 2,
  CLF: 4,
  CLP: 0,
  COP: 2,
  CRC: 2,
  DOP: 2,
  EUR: 2,
  GTQ: 2,
  JPY: 0,
  MXN: 2,
  PAB: 2,
  PEN: 2,
  PYG: 0,
  USD: 2,
  UYI: 0,
  UYU: 2,
  VES: 2,
} as const;

export type Currency = keyof typeof currencyDecimals;

export const currencies = Object.keys(currencyDecimals) as Currency[];

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(currencyDecimals, code);
}

/** Throws RangeError for a currency the table does not know: guessing two decimals would move money. */
export function decimalsOf(code: string): number {
  if (!isCurrency(code)) throw new RangeError(`unknown currency: ${code}`);
  return currencyDecimals[code];
}
