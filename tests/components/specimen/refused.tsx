import type { ReactNode } from "react";
import { Conflict } from "@/components/forms/conflict";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext } from "@/components/forms/form-context";
import type { FormWords } from "@/components/forms/form-words";
import type { FormState } from "@/lib/web/form-state";
import { FormSpecimen } from "./form";

export const refused: FormState = {
  status: "refused",
  values: {
    accountId: [""],
    "accountId.text": ["ferre"],
    "accountId.choices": [JSON.stringify({ id: 4, label: "Ferretería El Sauce", hint: "Monterrey" }), JSON.stringify({ id: 9, label: "Ferretería Norte" })],
    priceListId: ["1"],
    validUntil: ["2020-01-01"],
    subject: ["Otra cosa"],
    notes: ["<b>no</b>"],
    kind: ["visit"],
    receives: ["quotes", "invoices"],
    color: ["rosa"],
    "lines.0.description": ["Uno"],
    "lines.1.description": ["Dos"],
    "lines.2.description": [""],
  },
  errors: {
    accountId: "Elija uno de la lista.",
    validUntil: "Escriba una fecha posterior a hoy.",
    kind: "Elija una opción de la lista.",
    lines: "Agregue al menos un renglón.",
  },
  conflict: [{ label: "Asunto", theirs: "Varilla", yours: "Otra cosa" }],
  version: 4,
};

const words: FormWords = {
  save: "Guardar",
  summary: "Revise lo señalado",
  required: "obligatorio",
  requiredNote: "señala, con su marco, lo que no puede quedar vacío.",
  errorPrefix: "Error:",
  conflict: "Alguien guardó cambios mientras usted escribía.",
  conflictField: "Dato",
  conflictTheirs: "Versión guardada",
  conflictYours: "Lo que usted escribió",
  keepMine: "Guardar lo mío",
  empty: "vacío",
  search: "Buscar",
  found: "Hay opciones.",
  notFound: "Nada coincide.",
  chooseRecord: "Elija cuál",
  row: "Renglón",
  addRow: "Agregar renglón",
  removeRow: "Quitar",
};

export function RefusedSpecimen() {
  return <FormSpecimen answer={(fields) => <Refused>{fields}</Refused>} />;
}

function Refused({ children }: { children: ReactNode }) {
  return (
    <form className="form">
      <ErrorSummary state={refused} title={words.summary} />
      <Conflict rows={refused.conflict!} words={words} />
      <FormContext value={{ state: refused, pending: false, words }}>{children}</FormContext>
    </form>
  );
}
