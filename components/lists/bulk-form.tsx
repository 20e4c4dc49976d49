import { CheckboxField, ChecksField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { DateField, TextField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { BulkChoice } from "@/lib/bulks/choices";
import { countText } from "@/lib/i18n/counts";
import { t } from "@/lib/i18n/words";
import type { BulkList } from "@/lib/lists/policy";
import type { FormAction } from "@/lib/web/form-state";
import { ListAbout, listWord } from "./list-about";

type Props = {
  list: BulkList;
  address: string;
  /** Those picked one by one; none of them means all that the address finds. */
  ids: string[];
  count: number;
  countCap: number;
  /** The text of the list finds more than are changed. */
  isCut: boolean;
  choices: BulkChoice[];
  /** Among whom they may be shared out. */
  sharers: BulkChoice["options"];
  hasTags: boolean;
  /** They are put off, and done. */
  isWork: boolean;
  /** They have a unit, and are sold or no longer. */
  isItems: boolean;
  action: FormAction;
};

export function BulkForm({ list, address, ids, count, countCap, isCut, choices, sharers, hasTags, isWork, isItems, action }: Props) {
  return (
    <ListAbout
      list={list}
      title={t("lists.bulk_of", { list: listWord(list) })}
      help={t("help.list_bulk")}
      address={address}
      soft={countText("lists.bulk_picked", count, countCap, isCut)}
    >
      {count === 0 ? (
        <Notice tone="late">{t("errors.lists.nothing_picked")}</Notice>
      ) : (
        <Form action={action} hidden={{ list, address, ids: ids.join(",") }} id="bulk">
          <p className="soft">{t("lists.bulk_hint")}</p>
          {choices.map(({ field, options, mayEmpty }) => (
            <SelectField
              key={field}
              name={field}
              label={t(`lists.fields.${field}`)}
              options={mayEmpty ? [...options, { value: "none", label: t(field === "owner" ? "lists.nobody" : "app.none") }] : options}
              empty={t("lists.leave")}
            />
          ))}
          {sharers.length > 1 && <ChecksField name="sharers" label={t("lists.share_out")} hint={t("lists.share_out_hint")} options={sharers} />}
          {isWork && <DateField name="date" label={t("activities.move_to_day")} hint={t("activities.same_hour")} />}
          {isWork && <CheckboxField name="isDone" label={t("activities.mark_many_done")} />}
          {isItems && <TextField name="unit" label={t("catalog.fields.unit")} maxLength={40} />}
          {isItems && (
            <SelectField
              name="state"
              label={t("documents.fields.status")}
              options={[
                { value: "active", label: t("catalog.fields.is_active") },
                { value: "inactive", label: t("catalog.inactive") },
              ]}
              empty={t("lists.leave")}
            />
          )}
          {hasTags && <TextField name="addTags" label={t("lists.add_tags")} hint={t("accounts.tags_hint")} />}
          {hasTags && <TextField name="removeTags" label={t("lists.remove_tags")} hint={t("accounts.tags_hint")} />}
          <div className="bar">
            <Button look="main">{t("lists.bulk_start")}</Button>
            <ButtonLink look="quiet" href={`/${list}?${address}`}>
              {t("app.cancel")}
            </ButtonLink>
          </div>
        </Form>
      )}
    </ListAbout>
  );
}
