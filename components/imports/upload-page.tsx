import { RadioField } from "@/components/forms/choice-fields";
import { FileField } from "@/components/forms/other-fields";
import { RouteForm } from "@/components/forms/route-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import type { ImportKind } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import { largestUpload } from "@/lib/imports/forms";
import type { FormState } from "@/lib/web/form-state";

type Props = { kinds: ImportKind[]; kind?: string; state: FormState };

export function UploadPage({ kinds, kind, state }: Props) {
  const options = kinds.map((value) => ({ value, label: t(`imports.kinds.${value}`), hint: t(`imports.kind_hints.${value}`) }));
  return (
    <main>
      <title>{`${t("imports.new")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.import_form")} title={t("imports.new")} crumbs={[{ href: "/imports", label: t("imports.many") }, { label: t("imports.new") }]} />
      <RouteForm to="/api/uploads/imports" state={state}>
        <RadioField name="kind" label={t("imports.fields.kind")} options={options} initial={kind ?? kinds[0]} stacked />
        <FileField
          name="file"
          label={t("imports.fields.file")}
          hint={t("imports.file_hint", { max: largestUpload / 1_048_576 })}
          accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv"
          required
        />
        <p className="soft">{t("imports.check_hint")}</p>
        <div className="bar">
          <Button look="main">{t("imports.upload")}</Button>
          <ButtonLink href="/imports" look="quiet">
            {t("app.cancel")}
          </ButtonLink>
        </div>
      </RouteForm>
    </main>
  );
}
