import { ButtonLink } from "@/components/ui/button";
import { telLink, whatsappLink } from "@/lib/core/phones";
import { t } from "@/lib/i18n/words";

type Props = { name: string; phoneE164?: string | null; address?: string };

/** Call, write, go: under the thumb, for whom there is a number or an address. */
export function ReachButtons({ name, phoneE164, address }: Props) {
  return (
    <>
      {phoneE164 && <ButtonLink square icon="phone" href={telLink(phoneE164)} aria-label={t("activities.call_to", { name })} />}
      {phoneE164 && <ButtonLink square icon="message-circle" href={whatsappLink(phoneE164)} aria-label={t("activities.whatsapp_to", { name })} />}
      {address && <ButtonLink square icon="map-pin" href={mapLink(address)} aria-label={t("activities.map_of", { name })} />}
    </>
  );
}

/** Any map program answers to it; none is asked before the button is pressed. */
function mapLink(address: string): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
}
