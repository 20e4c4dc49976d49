import { type MessageKey, t } from "./words";

const mostWhenCut = 500;

/** «12 cuentas», or «más de 1 000» when counting stopped there. Of a text that finds more than is looked through, no number that looks exact. */
export function countText(key: MessageKey, count: number, cap = 1000, isCut = false): string {
  if (isCut) return [...(count < mostWhenCut ? [] : [t("app.more_than", { count: mostWhenCut })]), t("app.type_more")].join(" · ");
  return count > cap ? t("app.more_than", { count: cap }) : t(key, { count });
}
