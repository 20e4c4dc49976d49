import { allocateUnits } from "@/lib/core/allocate";
import { RuleError } from "@/lib/core/errors";
import { divide, type Fraction, minus, percentOf, plus, roundFraction, sumOf, times, wholeFraction } from "@/lib/core/exact";
import { cascade, fixedTax } from "@/lib/documents/totals/taxes";
import type { PricedLine, TaxedLine, TaxRule, TotalsInput } from "@/lib/documents/totals/types";

/** A line while its taxes are being taken out: `left` is what is not yet net nor tax. */
type OpenLine = TaxedLine & { left: bigint };

/** Prices with tax: lines of the same taxes are taken apart together, and what was paid never changes. */
export function extractTaxes(lines: PricedLine[], input: TotalsInput): TaxedLine[] {
  const groups = Map.groupBy(lines, (line) => groupOf(line, input));
  return [...groups.values()].flatMap((group) => extractGroup(group, input));
}

function groupOf(line: PricedLine, { rounding }: TotalsInput): string {
  return rounding.taxScope === "line" ? String(line.index) : line.codes.join("\n");
}

function extractGroup(group: PricedLine[], input: TotalsInput): TaxedLine[] {
  const lines: OpenLine[] = group.map((line) => ({ ...line, left: line.amount, net: 0n, taxes: {}, bases: {} }));
  takeFixed(lines, input);
  takeShareOfGross(lines, input);
  takeNet(lines, input);
  takePercent(lines, input);
  for (const line of lines) keepBases(line, input);
  return lines.map(({ left: _, ...line }) => line);
}

function takeFixed(lines: OpenLine[], input: TotalsInput) {
  for (const line of lines) {
    for (const code of codesOf(line, input, "fixed_per_unit")) {
      line.taxes[code] = fixedTax(line, input.taxes[code]!, input);
      line.left -= line.taxes[code];
    }
    if (line.left < 0n) throw new RuleError("totals.negative_not_allowed", `lines.${line.index}.unitPrice`);
  }
}

function takeShareOfGross(lines: OpenLine[], input: TotalsInput) {
  const gross = sumOf(lines.map((line) => line.left));
  for (const line of lines) for (const code of codesOf(line, input, "percent_of_gross")) line.bases[code] = line.left;
  for (const code of codesOf(lines[0]!, input, "percent_of_gross")) {
    const amount = roundFraction(times(wholeFraction(gross), percentOf(input.taxes[code]!.rate)), input.rounding.mode);
    const bases = lines.map((line) => line.bases[code]!);
    take(lines, code, amount, bases);
  }
}

/** Each percentage is `slope × net + constant`, so the net is what the constants leave, divided by one plus the slopes. */
function takeNet(lines: OpenLine[], input: TotalsInput) {
  const codes = codesOf(lines[0]!, input, "percent");
  const rests = lines.map((line) => restOf(line, codes, input));
  const rest = sumFractions(rests, wholeFraction(0n));
  const net = roundFraction(divide(rest, sumFractions(slopesOf(codes, input), wholeFraction(1n))), input.rounding.mode);
  // Tops can be compared, because the same rates gave every rest the same bottom.
  const weights = rests.map((each) => each.top);
  for (const [index, share] of draw(lines, net, weights).entries()) lines[index]!.net = share;
}

function slopesOf(codes: string[], { taxes }: TotalsInput): Fraction[] {
  const slopes: Record<string, Fraction> = {};
  for (const code of codes) slopes[code] = times(percentOf(taxes[code]!.rate), sumFractions(named(taxes[code]!, slopes), wholeFraction(1n)));
  return Object.values(slopes);
}

/** The constants are percentages charged upon taxes that are already out. */
function restOf(line: OpenLine, codes: string[], { taxes }: TotalsInput): Fraction {
  const constants: Record<string, Fraction> = {};
  for (const code of codes) {
    const taken = wholeFraction(cascade(taxes[code]!, line.taxes));
    constants[code] = times(percentOf(taxes[code]!.rate), sumFractions(named(taxes[code]!, constants), taken));
  }
  const rest = minus(wholeFraction(line.left), sumFractions(Object.values(constants), wholeFraction(0n)));
  if (rest.top < 0n) throw new RuleError("totals.negative_not_allowed", `lines.${line.index}.unitPrice`);
  return rest;
}

/** Each tax is charged once for the group; the last one takes the difference. */
function takePercent(lines: OpenLine[], input: TotalsInput) {
  const codes = codesOf(lines[0]!, input, "percent");
  const last = codes.findLast((code) => percentOf(input.taxes[code]!.rate).top > 0n);
  for (const code of codes) {
    const tax = input.taxes[code]!;
    const left = sumOf(lines.map((line) => line.left));
    const bases = lines.map((line) => line.net + cascade(tax, line.taxes));
    const charged = roundFraction(times(wholeFraction(sumOf(bases)), percentOf(tax.rate)), input.rounding.mode);
    take(lines, code, code === last ? left : smaller(charged, left), bases);
  }
}

function take(lines: OpenLine[], code: string, amount: bigint, bases: bigint[]) {
  const left = lines.map((line) => line.left);
  const sum = sumOf(left);
  if (amount > sum) throw new RuleError("totals.rate_out_of_range", "taxes", { code });
  const shares = draw(lines, amount, amount === sum ? left : bases);
  for (const [index, share] of shares.entries()) lines[index]!.taxes[code] = share;
}

/** Takes an amount out of what the lines have left: in proportion to the weights, but from none more than it has. */
function draw(lines: OpenLine[], amount: bigint, weights: bigint[]): bigint[] {
  const shares = allocateUnits(amount, weights).map((share, index) => smaller(share, lines[index]!.left));
  let owed = amount - sumOf(shares);
  return lines.map((line, index) => {
    const extra = smaller(owed, line.left - shares[index]!);
    const drawn = shares[index]! + extra;
    owed -= extra;
    line.left -= drawn;
    return drawn;
  });
}

function keepBases(line: OpenLine, input: TotalsInput) {
  for (const code of line.codes) line.bases[code] ??= line.net + cascade(input.taxes[code]!, line.taxes);
}

function codesOf(line: PricedLine, input: TotalsInput, kind: string): string[] {
  return line.codes.filter((code) => input.taxes[code]!.kind === kind);
}

function named({ basePlus = [] }: TaxRule, values: Record<string, Fraction>): Fraction[] {
  return basePlus.flatMap((code) => values[code] ?? []);
}

function sumFractions(fractions: Fraction[], start: Fraction): Fraction {
  return fractions.reduce(plus, start);
}

function smaller(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
