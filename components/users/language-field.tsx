import { SelectField } from "@/components/forms/select-field";
import { locales } from "@/db/vocabulary";
import type { Locale } from "@/lib/i18n/keys";
import { t } from "@/lib/i18n/words";

/** Each language by its own name, so that who reads no other finds it. */
export function LanguageField({ initial }: { initial: Locale }) {
  return (
    <SelectField
      name="locale"
      label={t("users.fields.language")}
      options={locales.map((locale) => ({ value: locale, label: t(`users.languages.${locale}`) }))}
      initial={initial}
    />
  );
}
