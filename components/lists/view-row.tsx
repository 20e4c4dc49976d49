import { ButtonForm, Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { View } from "@/lib/lists/queries";
import type { FormAction } from "@/lib/web/form-state";
import { type GroupOption, ViewFields } from "./view-fields";

type Props = { view: View & { mayEdit: boolean }; groups: GroupOption[]; mayForAll: boolean; change: FormAction; remove: FormAction };

/** A saved view: where it leads, and, for its maker, its name and its end. */
export function ViewRow({ view, groups, mayForAll, change, remove }: Props) {
  return (
    <div className="line">
      <p>
        <a href={`/${view.list}?${view.address}`}>{view.name}</a> <small className="soft">{t(`lists.audiences.${view.audience}`)}</small>
      </p>
      {view.mayEdit && (
        <details className="unfolds">
          <summary className="button quiet">{t("app.edit")}</summary>
          <Form action={change} hidden={{ id: view.id }} id={`view-${view.id}`} version={view.version}>
            <ViewFields view={view} groups={groups} mayForAll={mayForAll} />
            <div className="bar">
              <Button>{t("app.save")}</Button>
            </div>
          </Form>
          <ButtonForm action={remove} hidden={{ id: view.id }} id={`remove-${view.id}`}>
            <Button look="danger">{t("app.remove")}</Button>
          </ButtonForm>
        </details>
      )}
    </div>
  );
}
