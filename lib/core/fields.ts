import { z } from "zod";
import { compareDecimals, type DecimalFormat, decimalsIn, isDecimal, parseDecimal, readDecimal } from "@/lib/core/decimal";

/** `max` counts decimals; `min` is the smallest value. Without a format the text must already use the point. */
export type DecimalRule = { max: number; min?: string; format?: DecimalFormat };

// Beyond this no amount fits in safe integer minor units.
const wholeDigits = 13;

export function requiredText(max: number) {
  return whole().trim().min(1).max(max);
}

export function optionalText(max: number) {
  return whole().trim().max(max).nullish().transform(orNull);
}

/** A letter and its accent in one, however the keyboard or the file had them: what looks the same is found as the same. */
function whole() {
  return z.string().normalize("NFC");
}

/** Canonical decimal text. Its own issues are custom, told apart by `params.code`: `not_a_number`, `too_many_decimals`, `number_too_large`, `number_too_small`. */
export function decimalText(rule: DecimalRule) {
  return z
    .string()
    .trim()
    .min(1)
    .transform((text, context) => readRuled(text, rule, context));
}

export function optionalDecimalText(rule: DecimalRule) {
  return z
    .string()
    .trim()
    .nullish()
    .transform((text, context) => (text ? readRuled(text, rule, context) : null));
}

export function date() {
  return z.string().trim().min(1).pipe(z.iso.date());
}

export function optionalDate() {
  return z.string().trim().nullish().transform(orNull).pipe(z.iso.date().nullable());
}

/** A box left unticked is not sent at all. */
export function checkbox() {
  return z
    .union([z.boolean(), z.literal("on")])
    .nullish()
    .transform((ticked) => ticked === true || ticked === "on");
}

export function id() {
  return z
    .union([z.string().trim().min(1), z.number()])
    .transform(numberOf)
    .pipe(z.int().positive());
}

export function optionalId() {
  return z
    .union([z.string().trim(), z.number()])
    .nullish()
    .transform((value) => (value === "" || value === null || value === undefined ? null : numberOf(value)))
    .pipe(z.int().positive().nullable());
}

export function email() {
  return z.string().trim().min(1).max(254).pipe(z.email());
}

export function optionalEmail() {
  return z.string().trim().max(254).nullish().transform(orNull).pipe(z.email().nullable());
}

/** Kept as typed: what is not a number in its country warns, and never blocks. */
export function optionalPhone() {
  return optionalText(40);
}

function orNull(text: string | null | undefined): string | null {
  return text || null;
}

function numberOf(value: string | number): number {
  if (typeof value === "number") return value;
  return /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
}

function readRuled(text: string, { max, min, format }: DecimalRule, context: z.RefinementCtx): string {
  const value = format ? readDecimal(text, format) : plainDecimal(text);
  if (value === undefined) return refuse(context, "not_a_number");
  if (decimalsIn(value) > max) return refuse(context, "too_many_decimals", max);
  if (value.replace("-", "").split(".")[0]!.length > wholeDigits) return refuse(context, "number_too_large");
  if (min !== undefined && compareDecimals(value, min) < 0) return refuse(context, "number_too_small", min);
  return value;
}

function plainDecimal(text: string): string | undefined {
  return isDecimal(text) ? parseDecimal(text) : undefined;
}

function refuse(context: z.RefinementCtx, code: string, limit?: string | number): never {
  context.addIssue({ code: "custom", params: limit === undefined ? { code } : { code, limit } });
  return z.NEVER;
}
