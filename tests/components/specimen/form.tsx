import type { ReactNode } from "react";
import { CheckboxField, ChecksField, RadioField } from "@/components/forms/choice-fields";
import { ColorField } from "@/components/forms/color-field";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FileField } from "@/components/forms/other-fields";
import { PickField } from "@/components/forms/pick-field";
import { Rows } from "@/components/forms/rows";
import { SelectField } from "@/components/forms/select-field";
import { DateField, EmailField, MoneyField, NumberField, PhoneField, TextArea, TextField, TimeField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import type { FormAction } from "@/lib/web/form-state";
import { InShell, longName } from "./shell";

export const keep: FormAction = async (state) => state;

export function FormSpecimen({ answer }: { answer?: (fields: ReactNode) => ReactNode }) {
  return (
    <InShell>
      <PageHead title="Cotización" soft="Borrador" crumbs={[{ label: "Cotizaciones", href: "/quotes" }, { label: "Nueva" }]} />
      {answer ? (
        answer(<Fields />)
      ) : (
        <Form action={keep} version={3} hidden={{ id: 7 }}>
          <Fields />
        </Form>
      )}
    </InShell>
  );
}

function Fields() {
  return (
    <>
      <div className="grid">
        <PickField name="accountId" label="Cliente" from="accounts" initial={{ id: 4, label: longName }} required />
        <SelectField
          name="priceListId"
          label="Lista de precios"
          initial={2}
          empty="Ninguna"
          options={[
            { value: 1, label: "Mayoreo MXN" },
            { value: 2, label: "Menudeo" },
          ]}
        />
        <DateField name="validUntil" label="Vigencia" required hint="Después se vence sola" />
        <TimeField name="at" label="Hora" initial="16:30" />
        <TextField name="subject" label="Asunto" initial="Varilla y cemento" />
        <EmailField name="email" label="Correo" />
        <PhoneField name="phone" label="Teléfono" />
        <NumberField name="days" label="Días de crédito" inputMode="numeric" initial={30} />
        <MoneyField name="limit" label="Límite" currency="MXN" initial="12,500.00" />
        <TextArea name="notes" label="Notas" initial="Entre Platón y Vidriera" />
      </div>
      <RadioField
        name="kind"
        label="Tipo"
        initial="call"
        options={[
          { value: "call", label: "Llamada" },
          { value: "visit", label: "Visita" },
        ]}
      />
      <ChecksField
        name="receives"
        label="Recibe"
        initial={["quotes"]}
        options={[
          { value: "quotes", label: "Cotizaciones" },
          { value: "invoices", label: "Facturas" },
        ]}
      />
      <CheckboxField name="isOptional" label="Opcional" hint="El cliente decide" initial />
      <ColorField name="color" label="Color" initial="azul" />
      <FileField name="photo" label="Foto" accept="image/*" />
      <FieldGroup legend="Renglones" section>
        <Rows
          name="lines"
          initial={[{ description: "Cemento gris 50 kg" }, { description: "Flete" }]}
          row={({ prefix, initial, remove }) => (
            <div className="row">
              <div className="grid">
                <TextField name={`${prefix}.description`} label="Descripción" initial={initial?.description} />
                <NumberField name={`${prefix}.quantity`} label="Cantidad" initial={1} />
              </div>
              <div className="row-end">{remove}</div>
            </div>
          )}
        />
      </FieldGroup>
      <div className="form-end">
        <Button look="main">Guardar borrador</Button>
        <ButtonLink href="/quotes">Cancelar</ButtonLink>
        <Button look="danger">Anular</Button>
      </div>
    </>
  );
}
