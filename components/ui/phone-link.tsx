import { shownPhone, telLink } from "@/lib/core/phones";
import { current } from "@/lib/i18n/current";

/** As its country writes it, and ready to be called; what is no number stays as it was typed. */
export function PhoneLink({ phone, e164 }: { phone: string; e164: string | null }) {
  if (e164 === null) return phone;
  return <a href={telLink(e164)}>{shownPhone(phone, e164, current().pack.code)}</a>;
}
