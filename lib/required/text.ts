import { t } from "@/lib/i18n/words";
import { type AskedModule, declaredOf, ruleParts } from "./rules";

/** What a module is called. */
export function moduleText(module: AskedModule): string {
  switch (module) {
    case "quotes":
      return t("documents.titles.quote");
    case "orders":
      return t("documents.titles.order");
    case "invoices":
      return t("documents.titles.invoice");
    default:
      return t(`${module}.title`);
  }
}

/** A rule in words, as history and a comparison tell it. */
export function ruleText(key: string): string {
  const { module, kind, field } = ruleParts(key);
  const { kinds, fields } = declaredOf(module);
  const words = { module: moduleText(module), field: t(fields[field]!) };
  return kind === "any" ? t("required.rule_of_all", words) : t("required.rule", { ...words, kind: t(kinds[kind]!) });
}
