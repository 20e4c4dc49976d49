import { OpenShell } from "@/components/layout/open-shell";
import { StatusPage } from "@/components/layout/status-page";
import { ButtonLink } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import { currentViewer } from "@/lib/web/auth/viewer";
import { speakFor } from "@/lib/web/language";

/** Addresses that no page has. */
export default async function NotFound() {
  speakFor(await currentViewer());
  return (
    <OpenShell>
      <StatusPage code={404} isInner title={t("errors.missing_title")} actions={<ButtonLink href="/">{t("app.home")}</ButtonLink>}>
        <p>{t("errors.missing")}</p>
        <p className="soft">{t("errors.missing_hint")}</p>
      </StatusPage>
    </OpenShell>
  );
}
