import { countryName } from "@/lib/i18n/countries";
import { packs } from "@/lib/i18n/packs";
import type { PackCode } from "@/lib/i18n/packs/types";
import { t } from "@/lib/i18n/words";

/** The countries a company can be in, by name and with their money; last, any other. */
export function packOptions() {
  return Object.values(packs).map(({ code, currency }) => ({ value: code, label: `${packName(code)} · ${currency}` }));
}

export function packName(code: PackCode): string {
  return code === "XX" ? t("setup.other_country") : countryName(code);
}
