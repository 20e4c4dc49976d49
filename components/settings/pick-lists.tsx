import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import type { PickList } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import { listAddress, listsByModule } from "@/lib/picklists/filters";
import type { PickOption } from "@/lib/picklists/queries";
import type { FormAction } from "@/lib/web/form-state";
import { MergeForm } from "./merge-form";
import { OptionForm } from "./option-form";

type Actions = { create: FormAction; edit: FormAction; offer: FormAction; merge: FormAction };
/** `actions` is missing for whoever may only look; `editing` is the id in the address. */
type Props = { list: PickList; options: PickOption[]; actions?: Actions; editing: number };

/** The lists that forms choose from, one at a time: its options in their order, what makes a new one, and what makes one of two. */
export function PickLists({ list, options, actions, editing }: Props) {
  const title = t("settings.picklists");
  const name = t(`settings.lists.${list}`);
  const edited = options.find(({ id }) => id === editing);
  return (
    <main>
      <title>{`${name} · ${t("app.name")}`}</title>
      <PageHead help={t("help.lists")} title={title} soft={name} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      <Tabs
        label={title}
        items={listsByModule.flatMap(([, lists]) =>
          lists.map((one) => ({
            href: listAddress(one),
            label: t(`settings.lists.${one}`),
            current: one === list,
          })),
        )}
      />
      <Table
        label={name}
        columns={[
          { key: "place", label: t("settings.list_fields.place"), kind: "number", phone: "skip" },
          { key: "code", label: t("settings.list_fields.code"), kind: "code", phone: "line" },
          { key: "name", label: t("settings.list_fields.name"), phone: "title" },
          ...(actions ? [{ key: "actions", label: t("app.actions"), phone: "line" as const }] : []),
        ]}
        rows={options.map((option, place) => ({
          key: option.id,
          cells: [
            place + 1,
            option.code,
            <Named key="name" option={option} />,
            ...(actions ? [<Deeds key="deeds" option={option} offer={actions.offer} />] : []),
          ],
        }))}
      />
      {actions &&
        (edited ? (
          <OptionForm key={edited.id} action={actions.edit} list={list} option={edited} place={options.indexOf(edited) + 1} />
        ) : (
          <OptionForm action={actions.create} list={list} />
        ))}
      {actions && options.length > 1 && <MergeForm title={t("settings.merge")} hint={t("settings.merge_hint")} choices={options} action={actions.merge} />}
    </main>
  );
}

function Named({ option: { name, color, isActive } }: { option: PickOption }) {
  return (
    <>
      {color ? <Tag color={color}>{name}</Tag> : name} {!isActive && <State tone="off">{t("settings.retired")}</State>}
    </>
  );
}

function Deeds({ option: { id, list, name, isActive }, offer }: { option: PickOption; offer: FormAction }) {
  return (
    <div className="bar">
      <a href={`${listAddress(list)}&editar=${id}#option`} aria-label={t("settings.edit_of", { name })}>
        {t("app.edit")}
      </a>
      <ButtonForm action={offer} id={`offer-${id}`} hidden={{ id, use: isActive ? "no" : "yes" }}>
        <Button look="quiet">{isActive ? t("settings.retire") : t("settings.restore")}</Button>
      </ButtonForm>
    </div>
  );
}
