import type { ReactNode } from "react";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { PickField } from "@/components/forms/pick-field";
import { DateField, TextArea } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import type { DecimalFormat } from "@/lib/core/decimal";
import type { Reckoning } from "@/lib/documents/calculate";
import { kinds, type SalesKind } from "@/lib/documents/kinds";
import type { DocumentValues } from "@/lib/documents/values";
import { t } from "@/lib/i18n/words";
import { marksOf } from "@/lib/required/marks";
import type { FormAction } from "@/lib/web/form-state";
import { LineRows } from "./line-rows";
import { lineWords } from "./words";

type Picked = { id: number; label: string };
export type Customer = { name: string | null; account?: Picked; contact?: Picked; prospectId?: number };

type Props = {
  kind: SalesKind;
  action: FormAction;
  values: DocumentValues;
  customer: Customer;
  /** For who is not shown internal notes. */
  hidesNote: boolean;
  /** Whether there is a catalog to pick from; without one the lines are typed. */
  picksItems: boolean;
  reckoning: Reckoning;
  format: DecimalFormat;
  /** What is edited; none is a new one. */
  document?: { id: number; version: number; label: string | null };
};

const modules = { quote: "quotes", order: "orders", invoice: "invoices" } as const satisfies Record<SalesKind, string>;

/** New and edit are one form: for whom and until when on top, then the lines and their sums. */
export function DocumentEditor({ kind, action, values, customer, hidesNote, picksItems, reckoning, format, document }: Props) {
  const { path } = kinds[kind];
  const one = t(`documents.kinds.${kind}.one`);
  const name = document && (document.label ? `${one} ${document.label}` : t("documents.draft_of", { kind: one }));
  const title = name ?? t(`documents.kinds.${kind}.new`);
  const back = document ? `${path}/${document.id}` : path;
  const hidden = { ...(document && { id: document.id }), ...(customer.prospectId !== undefined && { prospectId: customer.prospectId }) };
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t(`help.${kind}_form`)}
        title={title}
        soft={customer.name ?? undefined}
        crumbs={[
          { href: path, label: t(`documents.titles.${kind}`) },
          ...(name ? [{ href: back, label: name }] : []),
          { label: document ? t("app.edit") : title },
        ]}
      />
      <Form action={action} version={document?.version} marks={marksOf(modules[kind])} hidden={hidden}>
        <div className="grid">
          <CustomerFields customer={customer} />
          <Deadline kind={kind} values={values} />
        </div>
        <LineRows initial={values.lines} discount={values.discount} picksItems={picksItems} reckoning={reckoning} format={format} words={lineWords()} />
        <FieldGroup legend={t("app.details")} section>
          <TextArea name="notes" label={t("documents.fields.notes")} initial={values.notes} />
          <TextArea name="terms" label={t("documents.fields.terms")} initial={values.terms} />
          {!hidesNote && <TextArea name="internalNote" label={t("documents.fields.internal_note")} initial={values.internalNote} />}
        </FieldGroup>
        <div className="bar">
          <Button look="main">{t("documents.verbs.save_draft")}</Button>
          <ButtonLink href={back} look="quiet">
            {t("app.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </main>
  );
}

/** Whoever it is for already stands in the heading; otherwise they are picked. */
function CustomerFields({ customer: { name, account, contact, prospectId } }: { customer: Customer }): ReactNode {
  if (prospectId !== undefined) return null;
  return (
    <>
      {(name === null || account) && <PickField name="accountId" label={t("documents.fields.customer")} from="accounts" initial={account} required />}
      <PickField name="contactId" label={t("documents.fields.contact")} from="contacts" initial={contact} />
    </>
  );
}

function Deadline({ kind, values }: Pick<Props, "kind" | "values">): ReactNode {
  const { deadline } = kinds[kind];
  if (deadline === null) return null;
  const label = deadline === "validUntil" ? t("documents.fields.valid_until") : t("documents.fields.due_on");
  return <DateField name={deadline} label={label} initial={values[deadline]} />;
}
