import { CheckboxField, ChecksField, RadioField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { MoneyField, TextArea, TextField } from "@/components/forms/text-fields";
import { PageHead } from "@/components/ui/page-head";
import { catalogKinds } from "@/db/vocabulary";
import type { CatalogItem, TaxOption } from "@/lib/catalog/queries";
import { typedNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { marksOf } from "@/lib/required/marks";
import type { FormAction } from "@/lib/web/form-state";

type Props = { action: FormAction; taxes: TaxOption[]; currency: string; showsCost: boolean; item?: CatalogItem };

/** New and edit are one form; a new item starts with the usual taxes. */
export function CatalogItemForm({ action, taxes, currency, showsCost, item }: Props) {
  const title = item ? t("catalog.edit") : t("catalog.new");
  const back = item ? `/catalog/${item.id}` : "/catalog";
  const chosen = item ? item.taxes.map(({ id }) => id) : taxes.filter(({ isDefault }) => isDefault).map(({ id }) => id);
  const crumbs = [{ href: "/catalog", label: t("catalog.title") }, ...(item ? [{ href: back, label: item.name }] : []), { label: title }];
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.item_form")} title={title} crumbs={crumbs} />
      <Form action={action} version={item?.version} marks={marksOf("catalog", { kind: item?.kind ?? "product" })} hidden={item ? { id: item.id } : {}}>
        <RadioField name="kind" label={t("catalog.fields.kind")} options={kindOptions()} initial={item?.kind ?? "product"} />
        <div className="grid">
          <TextField name="code" label={t("catalog.fields.code")} initial={item?.code} autoCapitalize="characters" spellCheck={false} required />
          <TextField name="name" label={t("catalog.fields.name")} initial={item?.name} required />
          <TextField name="unit" label={t("catalog.fields.unit")} initial={item?.unit} />
          <MoneyField name="unitPrice" label={t("catalog.fields.price")} currency={currency} initial={item && typedNumber(item.unitPrice)} required />
          {showsCost && <MoneyField name="cost" label={t("catalog.fields.cost")} currency={currency} initial={item?.cost && typedNumber(item.cost)} />}
          <TextArea name="description" label={t("catalog.fields.description")} initial={item?.description} />
        </div>
        <ChecksField name="taxIds" label={t("catalog.fields.taxes")} options={taxes.map(({ id, name }) => ({ value: id, label: name }))} initial={chosen} />
        <CheckboxField name="isActive" label={t("catalog.fields.is_active")} initial={item?.isActive ?? true} />
        <FormEnd back={back} />
      </Form>
    </main>
  );
}

function kindOptions() {
  return catalogKinds.map((kind) => ({ value: kind, label: t(`catalog.kinds.${kind}`) }));
}
