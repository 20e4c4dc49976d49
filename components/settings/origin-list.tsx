import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { OriginMeasure } from "@/db/vocabulary";
import { minorText } from "@/lib/i18n/balances";
import { formatNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Origin, OriginFigures } from "@/lib/origins/queries";
import type { FormAction } from "@/lib/web/form-state";
import { MergeForm } from "./merge-form";
import { OriginForm } from "./origin-form";

/** `actions` is missing for whoever may only look; `editing` is the id in the address. */
type Props = {
  origins: Origin[];
  figures: Map<number, OriginFigures>;
  actions?: { create: FormAction; edit: FormAction; merge: FormAction; offer: FormAction };
  editing: number;
  /** What is counted of them: nothing of a module that is switched off. */
  measures: readonly OriginMeasure[];
};

/** The table of origins: typed at the top, changed in the same place, and beside each what came by it. */
export function OriginList({ origins, figures, actions, editing, measures }: Props) {
  const title = t("origins.title");
  const edited = origins.find(({ id }) => id === editing);
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.origins")} title={title} crumbs={[{ href: "/settings", label: t("menu.settings") }, { label: title }]} />
      {actions &&
        (edited ? (
          <OriginForm key={edited.id} action={actions.edit} origin={edited} place={origins.indexOf(edited) + 1} />
        ) : (
          <OriginForm action={actions.create} />
        ))}
      <Table
        label={title}
        columns={[
          { key: "place", label: t("origins.fields.place"), kind: "number", phone: "skip" },
          { key: "code", label: t("origins.fields.code"), kind: "code", phone: "line" },
          { key: "name", label: t("origins.fields.name"), phone: "title" },
          ...measures.map((measure) => ({ ...{ key: measure, label: t(`origins.figures.${measure}`), phone: "label" as const }, kind: kindOf(measure) })),
          ...(actions ? [{ key: "actions", label: t("app.actions"), phone: "line" as const }] : []),
        ]}
        rows={origins.map((origin, place) => ({
          key: origin.id,
          cells: [
            place + 1,
            origin.code,
            <Named key="name" origin={origin} />,
            ...figuresIn(measures, figures.get(origin.id)),
            ...(actions ? [<Deeds key="deeds" origin={origin} offer={actions.offer} />] : []),
          ],
        }))}
      />
      {actions && origins.length > 1 && <MergeForm title={t("origins.merge")} hint={t("origins.merge_hint")} choices={origins} action={actions.merge} />}
    </main>
  );
}

function kindOf(measure: OriginMeasure) {
  return measure === "invoiced" ? ("money" as const) : ("number" as const);
}

function figuresIn(measures: Props["measures"], figures: OriginFigures | undefined): (string | undefined)[] {
  const invoiced = figures?.invoiced.map(({ minor, currency }) => minorText(minor, currency)).join(" · ");
  return measures.map((measure) => (measure === "invoiced" ? invoiced : formatNumber(String(figures?.counts[measure] ?? 0))));
}

function Named({ origin: { name, color, isActive } }: { origin: Origin }) {
  return (
    <>
      {color ? <Tag color={color}>{name}</Tag> : name} {!isActive && <State tone="off">{t("origins.inactive")}</State>}
    </>
  );
}

function Deeds({ origin: { id, name, isActive }, offer }: { origin: Origin; offer: FormAction }) {
  return (
    <div className="bar">
      <a href={`/settings/origins?editar=${id}#origin`} aria-label={t("origins.edit_of", { name })}>
        {t("app.edit")}
      </a>
      <ButtonForm action={offer} id={`offer-${id}`} hidden={{ id, use: isActive ? "no" : "yes" }}>
        <Button look="quiet">{isActive ? t("origins.deactivate") : t("origins.activate")}</Button>
      </ButtonForm>
    </div>
  );
}
