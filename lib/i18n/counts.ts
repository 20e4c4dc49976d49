import { type MessageKey, t } from "./words";

/** «12 cuentas», or «más de 1 000» when counting stopped there. */
export function countText(key: MessageKey, count: number, cap = 1000): string {
  return count > cap ? t("app.more_than", { count: cap }) : t(key, { count });
}
