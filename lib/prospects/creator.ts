import { t } from "@/lib/i18n/words";

/** Whoever typed it in; nobody did where a form on the web brought it. */
export function creatorOf({ createdBy, webFormId }: { createdBy: number | null; webFormId: number | null }, users: Map<number, string>): string | undefined {
  if (createdBy === null) return webFormId === null ? undefined : t("web_forms.by_form");
  return users.get(createdBy);
}
