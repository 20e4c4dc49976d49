import { ButtonLink } from "@/components/ui/button";
import { State } from "@/components/ui/state";
import { type Purpose, purposes } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";

/** Ready answers: each shows what it would switch on and off before anything is saved. */
export function PurposeLinks({ now }: { now: Purpose | undefined }) {
  return (
    <section className="section" aria-labelledby="purposes">
      <h2 id="purposes">{t("modules.purpose")}</h2>
      {purposes.map((purpose) => (
        <div key={purpose} className="line work">
          <div>
            <span className="who">{t(`modules.purposes.${purpose}`)}</span> {purpose === now && <State tone="good">{t("modules.is_so")}</State>}
            <small>{t(`modules.purpose_hints.${purpose}`)}</small>
          </div>
          <div className="bar">
            <ButtonLink href={`/settings/modules?uso=${purpose}`} aria-label={t("modules.choose_this", { purpose: t(`modules.purposes.${purpose}`) })}>
              {t("modules.choose")}
            </ButtonLink>
          </div>
        </div>
      ))}
    </section>
  );
}
