import { t } from "@/lib/i18n/words";

export type KeyboardWords = { title: string; search: string; create: string; go: string; list: string; help: string; close: string };

export function keyboardWords(): KeyboardWords {
  return {
    title: t("forms.keys.title"),
    search: t("forms.keys.search"),
    create: t("forms.keys.create"),
    go: t("forms.keys.go"),
    list: t("forms.keys.list"),
    help: t("forms.keys.help"),
    close: t("forms.keys.close"),
  };
}
