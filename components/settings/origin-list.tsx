import { ButtonForm, Form } from "@/components/forms/form";
import { TextField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import type { OriginMeasure } from "@/db/vocabulary";
import { minorText } from "@/lib/i18n/balances";
import { formatNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Origin, OriginFigures } from "@/lib/origins/queries";
import type { FormAction } from "@/lib/web/form-state";
import { MergeForm } from "./merge-form";

/** `actions` is missing for whoever may only look; `editing` is the id in the address. */
type Props = {
  origins: Origin[];
  figures: Map<number, OriginFigures>;
  actions?: { create: FormAction; merge: FormAction; offer: FormAction; rename: FormAction };
  editing: number;
  /** What is counted of them: nothing of a module that is switched off. */
  measures: readonly OriginMeasure[];
};

/** The table of origins: typed at the top, changed where it stands, and beside each what came by it. */
export function OriginList({ origins, figures, actions, editing, measures }: Props) {
  const title = t("origins.title");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.origins")} title={title} crumbs={[{ href: "/settings", label: t("menu.settings") }, { label: title }]} />
      {actions && <NewOrigin action={actions.create} />}
      <Table
        label={title}
        columns={[
          { key: "code", label: t("origins.fields.code"), kind: "code", phone: "line" },
          { key: "name", label: t("origins.fields.name"), phone: "title" },
          ...measures.map((measure) => ({ ...{ key: measure, label: t(`origins.figures.${measure}`), phone: "label" as const }, kind: kindOf(measure) })),
          ...(actions ? [{ key: "actions", label: t("app.actions"), phone: "line" as const }] : []),
        ]}
        rows={origins.map((origin) => ({
          key: origin.id,
          cells: cellsOf(origin, figuresIn(measures, figures.get(origin.id)), actions, origin.id === editing),
        }))}
      />
      {actions && origins.length > 1 && <MergeForm title={t("origins.merge")} hint={t("origins.merge_hint")} choices={origins} action={actions.merge} />}
    </main>
  );
}

function NewOrigin({ action }: { action: FormAction }) {
  return (
    <Form action={action} id="new-origin" className="form">
      <div className="grid">
        <TextField
          name="code"
          label={t("origins.fields.code")}
          hint={t("origins.code_hint")}
          autoCapitalize="characters"
          autoComplete="off"
          maxLength={10}
          required
        />
        <TextField name="name" label={t("origins.fields.name")} autoComplete="off" enterKeyHint="done" required />
      </div>
      <div className="bar">
        <Button look="main">{t("origins.confirm")}</Button>
      </div>
    </Form>
  );
}

function kindOf(measure: OriginMeasure) {
  return measure === "invoiced" ? ("money" as const) : ("number" as const);
}

function figuresIn(measures: Props["measures"], figures: OriginFigures | undefined): (string | undefined)[] {
  const invoiced = figures?.invoiced.map(({ minor, currency }) => minorText(minor, currency)).join(" · ");
  return measures.map((measure) => (measure === "invoiced" ? invoiced : formatNumber(String(figures?.counts[measure] ?? 0))));
}

function cellsOf(origin: Origin, figures: (string | undefined)[], actions: Props["actions"], isEditing: boolean) {
  const name = isEditing && actions ? <Rename origin={origin} action={actions.rename} /> : <Name origin={origin} />;
  const cells = [origin.code, name, ...figures];
  return actions ? [...cells, isEditing ? null : <Deeds key="deeds" origin={origin} offer={actions.offer} />] : cells;
}

function Name({ origin: { name, isActive } }: { origin: Origin }) {
  return (
    <>
      {name} {!isActive && <State tone="off">{t("origins.inactive")}</State>}
    </>
  );
}

function Rename({ origin: { id, name, version }, action }: { origin: Origin; action: FormAction }) {
  return (
    <Form action={action} id={`origin-${id}`} version={version} hidden={{ id }} className="form">
      <TextField name="name" label={t("origins.fields.name")} initial={name} autoComplete="off" enterKeyHint="done" required />
      <div className="bar">
        <Button look="main">{t("origins.confirm")}</Button>
        <ButtonLink href="/settings/origins" look="quiet">
          {t("app.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}

function Deeds({ origin: { id, name, isActive }, offer }: { origin: Origin; offer: FormAction }) {
  return (
    <div className="bar">
      <a href={`/settings/origins?editar=${id}`} aria-label={t("origins.edit_of", { name })}>
        {t("app.edit")}
      </a>
      <ButtonForm action={offer} id={`offer-${id}`} hidden={{ id, use: isActive ? "no" : "yes" }}>
        <Button look="quiet">{isActive ? t("origins.deactivate") : t("origins.activate")}</Button>
      </ButtonForm>
    </div>
  );
}
