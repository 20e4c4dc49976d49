import type { z } from "zod";
import { current } from "@/lib/i18n/current";
import { typedNumber } from "@/lib/i18n/format";
import { t, tMaybe } from "@/lib/i18n/words";

/** One sentence per field from what zod found: the first issue of each, in the viewer's words. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const field = issue.path.join(".");
    errors[field] ??= sentenceOf(issue);
  }
  return errors;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null || issue.input === "" ? t("errors.required") : t("errors.invalid");
    case "too_small":
      if (issue.origin === "array") return t("errors.too_few", { min: Number(issue.minimum) });
      if (issue.origin === "string") return Number(issue.minimum) <= 1 ? t("errors.required") : t("errors.too_short", { min: Number(issue.minimum) });
      return t("errors.too_small", { min: String(issue.minimum) });
    case "too_big":
      if (issue.origin === "array") return t("errors.too_many", { max: Number(issue.maximum) });
      return issue.origin === "string" ? t("errors.too_long", { max: Number(issue.maximum) }) : t("errors.too_big", { max: String(issue.maximum) });
    case "invalid_format":
      if (issue.format === "email") return t("errors.invalid_email");
      if (issue.format === "date") return t("errors.invalid_date", { example: "2026-03-31" });
      return issue.format === "url" ? t("errors.invalid_url") : t("errors.invalid");
    case "invalid_value":
      return t("errors.not_in_list");
    case "invalid_union":
      return t("errors.required");
    case "custom":
      return customSentence(issue.params ?? {});
    default:
      return t("errors.invalid");
  }
}

/** Issues of our own fields carry a code; anything else names a sentence of the catalog. */
function customSentence({ code, limit }: { code?: string; limit?: string | number }): string {
  switch (code) {
    case "not_a_number":
      return t("errors.invalid_number", { example: typedNumber("1234.5") });
    case "too_many_decimals":
      return t("errors.too_many_decimals", { max: Number(limit) });
    case "number_too_large":
      return t("errors.too_big", { max: typedNumber("9999999999999") });
    case "number_too_small":
      return limit === "0" ? t("errors.negative") : t("errors.too_small", { min: typedNumber(String(limit)) });
    default:
      return code === undefined ? t("errors.invalid") : tMaybe(code);
  }
}

/** How numbers are typed by whoever asks. */
export function typedFormat() {
  const { pack } = current();
  return { decimal: pack.decimal, group: pack.group, groupsFrom: pack.groupsFrom };
}
