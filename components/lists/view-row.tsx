import { CheckboxField } from "@/components/forms/choice-fields";
import { ButtonForm, Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { View } from "@/lib/lists/queries";
import type { FormAction } from "@/lib/web/form-state";
import { type GroupOption, ViewFields } from "./view-fields";

type Props = { view: View & { mayEdit: boolean }; address: string; groups: GroupOption[]; mayForAll: boolean; change: FormAction; remove: FormAction };

/** A saved view: where it leads, and, for its maker, its name and its end. */
export function ViewRow({ view, address, groups, mayForAll, change, remove }: Props) {
  return (
    <article className="section">
      <p>
        <a href={`/${view.list}?${view.address}`}>{view.name}</a> <small className="soft">{t(`lists.audiences.${view.audience}`)}</small>
      </p>
      {view.mayEdit && (
        <Form
          action={change}
          hidden={{ id: view.id, address }}
          id={`view-${view.id}`}
          version={view.version}
          fold={{ label: t("app.edit"), after: <RemoveView id={view.id} remove={remove} /> }}
        >
          <ViewFields view={view} groups={groups} mayForAll={mayForAll} />
          {address !== view.address && <CheckboxField name="fromList" label={t("lists.view_from_list")} />}
          <div className="bar">
            <Button>{t("app.save")}</Button>
          </div>
        </Form>
      )}
    </article>
  );
}

function RemoveView({ id, remove }: { id: number; remove: FormAction }) {
  return (
    <ButtonForm action={remove} hidden={{ id }} id={`remove-${id}`}>
      <Button look="danger">{t("app.remove")}</Button>
    </ButtonForm>
  );
}
