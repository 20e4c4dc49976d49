import { type DecimalFormat, readDecimal } from "@/lib/core/decimal";
import { RuleError } from "@/lib/core/errors";
import { calculate, type ReckonedLine, type Reckoning } from "./calculate";
import type { TotalsOutput } from "./totals/types";

export type Reckoned = { amounts: Map<number, string>; sums: TotalsOutput | undefined };

/** The amounts of a form as it stands, while it is written: rows that cannot be read yet count for nothing. Runs in the browser too. */
export function reckonTyped(values: Record<string, string[]>, reckoning: Reckoning, format: DecimalFormat): Reckoned {
  const lines = rowNumbers(values).flatMap((row): [number, ReckonedLine][] => {
    const line = lineAt(values, row, format);
    return line ? [[row, line]] : [];
  });
  const discount = readDecimal(values.discount?.[0] ?? "", format) ?? null;
  try {
    const sums = calculate(
      reckoning,
      lines.map(([, line]) => line),
      discount,
    );
    return { sums, amounts: new Map(lines.map(([row], place) => [row, sums.lines[place]!.net])) };
  } catch (error) {
    if (error instanceof RuleError) return { sums: undefined, amounts: new Map() };
    throw error;
  }
}

/** The rows of a form, in their order. */
export function rowNumbers(values: Record<string, string[]>): number[] {
  return [...new Set(Object.keys(values).flatMap((name) => /^lines\.(\d{1,4})\./.exec(name)?.[1] ?? []))].map(Number).sort((a, b) => a - b);
}

function lineAt(values: Record<string, string[]>, row: number, format: DecimalFormat): ReckonedLine | undefined {
  const number = (field: string) => readDecimal(values[`lines.${row}.${field}`]?.[0] ?? "", format);
  const quantity = number("quantity");
  const unitPrice = number("unitPrice");
  if (quantity === undefined || unitPrice === undefined) return undefined;
  return { quantity, unitPrice, discount: number("discount") ?? null, taxes: values[`lines.${row}.taxes`] ?? [] };
}
