/** Sum of each digit by its weight, from the left; weights beyond the digits are not used. */
export function weighted(digits: string, weights: number[]): number {
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * weights[at]!, 0);
}

/** The same from the right, weights repeating when they run out. */
export function weightedFromRight(digits: string, weights: number[]): number {
  return [...digits].reverse().reduce((sum, digit, at) => sum + Number(digit) * weights[at % weights.length]!, 0);
}

/** Whether the last digit closes the whole by Luhn's rule. */
export function closesByLuhn(digits: string): boolean {
  return luhnDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}

/** The digit that closes these by Luhn's rule. */
export function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + (at % 2 === 0 ? folded(Number(digit) * 2) : Number(digit)), 0);
  return (10 - (sum % 10)) % 10;
}

function folded(product: number) {
  return product > 9 ? product - 9 : product;
}

/** Whether six digits are the year, month and day of a date, in either century. */
export function isShortDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)];
  return ["19", "20"].some((century) => exists(`${century}${year}-${month}-${day}`));
}

function exists(date: string) {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
}
