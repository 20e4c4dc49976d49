import type { RoundingMode } from "@/lib/core/decimal";
import type { UnitRounding } from "@/lib/core/exact";

export type Discount = { type: "percent" | "amount"; value: string };
export type TaxKind = "percent" | "percent_of_gross" | "fixed_per_unit";

/** `rate` is a percentage, or money for each unit. `basePlus` names earlier taxes that this one is charged upon too. */
export type TaxRule = { kind: TaxKind; rate: string; treatment: string; basePlus?: string[] };
export type TotalsLine = { quantity: string; unitPrice: string; discount?: Discount; taxes: string[] };
export type WithholdingEffect = "reduces_total" | "reduces_amount_due";

/** `base` is "net", "taxes", "total" or "tax:CODE"; `rate` is a percentage, `ratio` a share such as "2/3". */
export type Withholding = { code: string; base: string; effect: WithholdingEffect } & (
  | { rate: string; ratio?: undefined }
  | { ratio: string; rate?: undefined }
);

export type TotalsInput = {
  decimals: number;
  priceMode: "tax_excluded" | "tax_included";
  rounding: { mode: RoundingMode; taxScope: "rate" | "line" };
  taxes: Record<string, TaxRule>;
  lines: TotalsLine[];
  documentDiscount?: Discount;
  withholdings?: Withholding[];
  /** Into the functional currency, with the rate frozen at issue. */
  exchange?: { rate: string; decimals: number };
  cashRounding?: { increment: string; mode: UnitRounding };
};

export type LineTotals = {
  gross: string;
  discount: string;
  documentDiscountShare: string;
  net: string;
  taxes: Record<string, string>;
  total: string;
};

export type TaxTotal = { code: string; treatment: string; rate: string; base: string; amount: string };
export type WithholdingTotal = { code: string; base: string; amount: string; effect: WithholdingEffect };

export type FunctionalTotals = {
  netTotal: string;
  taxTotals: { code: string; amount: string }[];
  taxTotal: string;
  withholdings: { code: string; amount: string }[];
  total: string;
  amountDue: string;
};

export type TotalsOutput = {
  lines: LineTotals[];
  grossTotal: string;
  discountTotal: string;
  netTotal: string;
  taxTotals: TaxTotal[];
  taxTotal: string;
  withholdings: WithholdingTotal[];
  withholdingTotal: string;
  total: string;
  amountDue: string;
  functional?: FunctionalTotals;
  cashPayable?: string;
  cashRoundingDifference?: string;
};

/** A line with its discounts taken, in minor units. `amount` still holds the included taxes when prices hold them. */
export type PricedLine = {
  index: number;
  quantity: string;
  codes: string[];
  gross: bigint;
  discount: bigint;
  documentDiscountShare: bigint;
  amount: bigint;
};

export type TaxedLine = PricedLine & { net: bigint; taxes: Record<string, bigint>; bases: Record<string, bigint> };
