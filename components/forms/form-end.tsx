import { Button, ButtonLink } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import { SaveAnyway } from "./save-anyway";

/** Save, or leave things as they were and go `back`. */
export function FormEnd({ back }: { back: string }) {
  return (
    <div className="bar">
      <Button look="main">{t("app.save")}</Button>
      <SaveAnyway label={t("forms.save_anyway")} />
      <ButtonLink href={back} look="quiet">
        {t("app.cancel")}
      </ButtonLink>
    </div>
  );
}
