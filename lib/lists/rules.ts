import { audiences } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";

/** Who a view is for, as its form says it; nothing for what it does not offer. */
export function audienceText(typed: string | undefined): string {
  const audience = audiences.find((one) => one === typed);
  return audience ? t(`lists.audiences.${audience}`) : "";
}
