import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import { countryChoices } from "@/lib/i18n/countries";
import { formatNumber, longDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { columnsAsked } from "@/lib/imports/asked";
import { describeColumns } from "@/lib/imports/columns";
import type { Sample } from "@/lib/imports/guess";
import type { Import, Understood } from "@/lib/imports/queries";
import { dateFormats, numberFormats } from "@/lib/imports/values";
import type { FormAction } from "@/lib/web/form-state";
import { columnWord } from "./column-word";

type Props = { record: Import; understood: Understood; action: FormAction };

/** Which column fills what, and how the file writes. Saving it tries the whole file again. */
export function MappingForm({ record, understood, action }: Props) {
  const { id, kind, header, mapping, version } = record;
  const asked = columnsAsked(kind).map((target) => columnWord(kind, target));
  const targets = describeColumns(kind).map(({ target }) => ({ value: target, label: columnWord(kind, target) }));
  return (
    <section aria-label={t("imports.understanding")}>
      <Form action={action} version={version} hidden={{ id }} id="mapping">
        <FieldGroup legend={t("imports.map_columns")} hint={t("imports.map_hint")} name="columns" section>
          {asked.length > 0 && <p className="soft">{t("imports.asks", { columns: asked.join(", ") })}</p>}
          <div className="grid">
            {header.map((name, index) => (
              <SelectField
                key={index}
                name={`columns.${index}`}
                label={name || `${index + 1}`}
                hint={exampleOf(understood.samples[index])}
                options={targets}
                initial={mapping[index]}
                empty={t("imports.ignore_column")}
              />
            ))}
          </div>
        </FieldGroup>
        <Formats record={record} understood={understood} />
        <div className="bar">
          <Button>{t("imports.check")}</Button>
          <span className="soft">{t("imports.check_hint")}</span>
        </div>
      </Form>
    </section>
  );
}

function Formats({ record: { kind, options }, understood }: Omit<Props, "action">) {
  const { nullColumns, numberSamples, dateSamples } = understood;
  const numbers = samplesText(numberSamples, formatNumber) || t("imports.no_numbers");
  const dates = samplesText(dateSamples, longDate) || t("imports.no_dates");
  const names = nullColumns.map((name) => t("imports.quoted", { text: name })).join(", ");
  return (
    <FieldGroup legend={t("imports.understanding_values")} section>
      <div className="grid">
        <SelectField name="numberFormat" label={t("imports.number_format")} hint={numbers} options={same(numberFormats)} initial={options.numberFormat} />
        <SelectField
          name="dateFormat"
          label={t("imports.date_format")}
          hint={dates}
          options={dateFormats.map((format) => ({ value: format, label: t(`imports.date_formats.${format}`) }))}
          initial={options.dateFormat}
        />
        {kind === "accounts" && (
          <SelectField
            name="country"
            label={t("imports.country")}
            options={countryChoices().map(({ code, name }) => ({ value: code, label: name }))}
            initial={options.country}
            empty={t("imports.no_country")}
          />
        )}
      </div>
      {nullColumns.length > 0 && (
        <CheckboxField
          name="takesNull"
          label={t("imports.takes_null")}
          hint={t("imports.null_in", { columns: nullColumns.length, names })}
          initial={options.nullText !== ""}
        />
      )}
    </FieldGroup>
  );
}

function exampleOf(samples: string[] = []) {
  const short = samples.map((text) => (text.length > 24 ? `${text.slice(0, 23)}…` : text));
  return short.length > 0 ? t("imports.example", { samples: short.join(", ") }) : undefined;
}

function samplesText(samples: Sample[], say: (means: string) => string) {
  return samples.map(({ text, means }) => t("imports.read_as", { text, means: say(means) })).join("; ");
}

function same(values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}
