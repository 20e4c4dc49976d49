import { ButtonForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Strip } from "@/components/ui/figures";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { importOutcomes } from "@/db/vocabulary";
import { t, tMaybe } from "@/lib/i18n/words";
import { missingColumns } from "@/lib/imports/columns";
import type { Import, OutcomeRow, Understood } from "@/lib/imports/queries";
import { type Counts, isApplicable, type Outcome } from "@/lib/imports/rules";
import type { FormAction } from "@/lib/web/form-state";
import { columnWord } from "./column-word";
import { ImportProgress, type Progressing } from "./import-progress";
import { ImportStateMark } from "./import-state";
import { MappingForm } from "./mapping-form";
import { OutcomeTables } from "./outcome-tables";

type Props = {
  record: Import;
  /** While a job is at work; everything else afterwards. */
  progress?: Progressing;
  counts?: Counts;
  rows?: Record<Outcome, OutcomeRow[]>;
  understood?: Understood;
  apply?: FormAction;
  map?: FormAction;
};

export function ImportView({ record, progress, counts, rows, understood, apply, map }: Props) {
  const { fileName, kind, state } = record;
  const mayApply = apply !== undefined && counts !== undefined && isApplicable(record, counts);
  return (
    <main>
      <title>{`${fileName} · ${t("imports.many")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.import")}
        title={fileName}
        link={`/imports/${record.id}`}
        soft={
          <>
            <ImportStateMark state={state} /> {t(`imports.kinds.${kind}`)}
          </>
        }
        crumbs={[{ href: "/imports", label: t("imports.many") }, { label: fileName }]}
        actions={
          mayApply ? (
            <ApplyButton record={record} action={apply} count={counts.new + counts.changed} />
          ) : (
            state === "applied" && <ButtonLink href={`/${kind}`}>{t(`imports.see_records.${kind}`)}</ButtonLink>
          )
        }
      />
      {progress && <ImportProgress id={record.id} progress={progress} />}
      {state === "failed" && <Failure error={record.error} />}
      {counts && rows && state !== "failed" && <Findings record={record} counts={counts} rows={rows} />}
      {map && understood && <MappingForm record={record} understood={understood} action={map} />}
    </main>
  );
}

function ApplyButton({ record, action, count }: { record: Import; action: FormAction; count: number }) {
  return (
    <ButtonForm id="apply" action={action} hidden={{ id: record.id, _version: record.version }}>
      <Button look="main">{t("imports.apply_count", { count })}</Button>
    </ButtonForm>
  );
}

function Findings({ record, counts, rows }: { record: Import; counts: Counts; rows: Record<Outcome, OutcomeRow[]> }) {
  const totals = record.state === "applied" ? ("totals_applied" as const) : ("totals" as const);
  const figures = importOutcomes.map((outcome) => ({ label: t(`imports.${totals}.${outcome}`), value: counts[outcome] }));
  return (
    <>
      {record.state === "checked" && <Advice record={record} counts={counts} />}
      <Strip figures={figures} />
      <OutcomeTables record={record} counts={counts} rows={rows} />
    </>
  );
}

function Advice({ record, counts }: { record: Import; counts: Counts }) {
  const missing = missingColumns(record.kind, record.mapping);
  if (missing.length > 0) {
    const names = missing.map((target) => t("imports.quoted", { text: columnWord(record.kind, target) })).join(", ");
    return <Notice tone="soon">{t("imports.missing_columns", { names })}</Notice>;
  }
  return isApplicable(record, counts) ? <p className="soft">{t("imports.checked_hint")}</p> : <Notice tone="plain">{t("imports.nothing_new")}</Notice>;
}

function Failure({ error }: { error: string | null }) {
  const { code, values } = JSON.parse(error ?? "{}") as { code?: string; values?: Record<string, string | number> };
  return (
    <>
      <Notice tone="late">{tMaybe(code ?? "", values)}</Notice>
      <ButtonLink href="/imports/new">{t("imports.new")}</ButtonLink>
    </>
  );
}
