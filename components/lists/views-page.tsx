import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import type { ListName } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { View } from "@/lib/lists/queries";
import type { FormAction } from "@/lib/web/form-state";
import { ListAbout, listWord } from "./list-about";
import { type GroupOption, ViewFields } from "./view-fields";
import { ViewRow } from "./view-row";

type Props = {
  list: ListName;
  address: string;
  views: (View & { mayEdit: boolean })[];
  groups: GroupOption[];
  /** For who may say which view a role finds. */
  roles?: GroupOption[];
  actions: Record<"keep" | "change" | "remove" | "open", FormAction>;
};

export function ViewsPage({ list, address, views, groups, roles, actions }: Props) {
  return (
    <ListAbout list={list} title={t("lists.views_of", { list: listWord(list) })} help={t("help.list_views")} address={address}>
      <section className="section">
        <h2>{t("lists.save_this_view")}</h2>
        <Form action={actions.keep} hidden={{ list, address }} id="keep">
          <ViewFields groups={groups} mayForAll={roles !== undefined} />
          <div className="bar">
            <Button look="main">{t("app.save_view")}</Button>
          </div>
        </Form>
      </section>
      {views.length > 0 && (
        <section className="section">
          <h2>{t("lists.other_views")}</h2>
          {views.map((view) => (
            <ViewRow
              key={view.id}
              view={view}
              address={address}
              groups={groups}
              mayForAll={roles !== undefined}
              change={actions.change}
              remove={actions.remove}
            />
          ))}
        </section>
      )}
      {roles && <Defaults list={list} views={views} roles={roles} action={actions.open} />}
    </ListAbout>
  );
}

function Defaults({ list, views, roles, action }: Pick<Props, "list" | "views"> & { roles: GroupOption[]; action: FormAction }) {
  const forAll = views.filter(({ audience }) => audience === "all").map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className="section">
      <h2>{t("lists.of_role")}</h2>
      <p className="soft">{t("lists.of_role_hint")}</p>
      <Form action={action} hidden={{ list }} id="open">
        <SelectField name="roleId" label={t("users.fields.role")} options={roles} required />
        <SelectField name="viewId" label={t("lists.view")} options={forAll} empty={t("lists.no_default")} />
        <div className="bar">
          <Button>{t("app.save")}</Button>
        </div>
      </Form>
    </section>
  );
}
