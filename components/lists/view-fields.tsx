import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-fields";
import { audiences } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { View } from "@/lib/lists/queries";

export type GroupOption = { value: number; label: string };

/** Name and audience of a view; a group only for who is in one. */
export function ViewFields({ view, groups, mayForAll }: { view?: View; groups: GroupOption[]; mayForAll: boolean }) {
  const offered = audiences.filter((one) => one === view?.audience || one === "private" || (one === "all" ? mayForAll : groups.length > 0));
  return (
    <>
      <TextField name="name" label={t("lists.fields.name")} initial={view?.name} maxLength={60} required />
      <SelectField
        name="audience"
        label={t("lists.fields.audience")}
        options={offered.map((value) => ({ value, label: t(`lists.audiences.${value}`) }))}
        initial={view?.audience ?? "private"}
      />
      {groups.length > 0 && <SelectField name="groupId" label={t("lists.fields.group")} options={groups} initial={view?.groupId} empty={t("app.none")} />}
    </>
  );
}
