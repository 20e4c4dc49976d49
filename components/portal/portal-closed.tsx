import { StatusPage } from "@/components/layout/status-page";
import { ButtonLink } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";

/** Before the service starts and after it ends: whom to call, and nothing else. */
export function PortalClosed({ company: { name, phone, email } }: { company: { name: string; phone: string | null; email: string | null } }) {
  const actions = (
    <>
      {phone && <ButtonLink href={`tel:${phone.replace(/[^+\d]/g, "")}`} icon="phone">{`${t("app.call")}: ${phone}`}</ButtonLink>}
      {email && (
        <ButtonLink href={`mailto:${email}`} icon="mail">
          {email}
        </ButtonLink>
      )}
    </>
  );
  return (
    <StatusPage title={t("portal.closed")} actions={(phone || email) && actions}>
      <title>{`${t("portal.title")} · ${name}`}</title>
      <p>{t("portal.closed_hint", { name })}</p>
    </StatusPage>
  );
}
