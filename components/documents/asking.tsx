import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/other-fields";
import { NumberField, TextArea } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { kinds, type SalesKind } from "@/lib/documents/kinds";
import type { Document } from "@/lib/documents/queries";
import { formatNumber, typedNumber } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Deed = "order" | "invoice" | "reject" | "void";
type Props = {
  kind: SalesKind;
  document: Document;
  pending: Map<number, string>;
  deeds: Partial<Record<Deed, FormAction>>;
  /** What the address asks for; anything else asks for nothing. */
  chosen: unknown;
};

/** The form of the deed the address names, when it takes more than a button. */
export function Asking({ kind, document: { id, version, lines }, pending, deeds, chosen }: Props) {
  const deed = deedNames.find((name) => name === chosen);
  const action = deed && deeds[deed];
  if (!action) return null;
  const form = { action, id, version, back: `${kinds[kind].path}/${id}`, label: t(labels[deed]) };
  if (deed === "reject") return <ReasonForm {...form} />;
  if (deed === "void") return <ReasonForm {...form} hint={t("documents.confirm_void")} />;
  return <QuantitiesForm {...form} lines={lines} pending={pending} />;
}

const labels = {
  order: "documents.verbs.make_order_partly",
  invoice: "documents.verbs.make_invoice_partly",
  reject: "documents.verbs.reject",
  void: "documents.verbs.void",
} as const;
const deedNames = Object.keys(labels) as Deed[];

type Asked = { action: FormAction; id: number; version: number; label: string; back: string };

/** A deed that has to say why. */
function ReasonForm({ action, id, version, label, back, hint }: Asked & { hint?: string }) {
  return (
    <section className="sheet section" aria-label={label}>
      <Form id="reason" action={action} version={version} hidden={{ id }}>
        <TextArea name="reason" label={t("documents.fields.reason")} hint={hint} required />
        <End label={label} back={back} danger />
      </Form>
    </section>
  );
}

type Convertible = Asked & { lines: Document["lines"]; pending: Map<number, string> };

/** How much of each line goes on; what is blank or zero stays for later. */
function QuantitiesForm({ action, id, version, label, back, lines, pending }: Convertible) {
  return (
    <section className="sheet section" aria-label={label}>
      <Form id="quantities" action={action} version={version} hidden={{ id }}>
        <div className="grid">
          {lines.map((line, index) => (
            <div key={line.id}>
              <HiddenField name={`lines.${index}.id`} initial={line.id} />
              <NumberField
                name={`lines.${index}.quantity`}
                label={line.description}
                hint={`${t("documents.lines.pending")}: ${formatNumber(pending.get(line.id)!)}`}
                initial={typedNumber(pending.get(line.id)!)}
                unit={line.unit ?? undefined}
              />
            </div>
          ))}
        </div>
        <End label={label} back={back} />
      </Form>
    </section>
  );
}

function End({ label, back, danger }: { label: string; back: string; danger?: boolean }) {
  return (
    <div className="bar">
      <Button look={danger ? "danger" : "main"}>{label}</Button>
      <ButtonLink href={back} look="quiet">
        {t("app.cancel")}
      </ButtonLink>
    </div>
  );
}
