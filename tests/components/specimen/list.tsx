import { Button, ButtonLink } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { Filters } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { State, type Tone } from "@/components/ui/state";
import { type Column, Table } from "@/components/ui/table";
import { Mark } from "@/components/ui/tag";
import type { Color } from "@/db/vocabulary";
import { InShell, longName } from "./shell";

const columns: Column[] = [
  { key: "state", label: "Semáforo", kind: "state", sort: { href: "?sort=state", direction: "asc" } },
  { key: "number", label: "No.", kind: "code", phone: "skip", sort: { href: "?sort=number" } },
  { key: "date", label: "Fecha", kind: "date", phone: "skip" },
  { key: "name", label: "Nombre y empresa", phone: "title" },
  { key: "phone", label: "Teléfono", kind: "phone", phone: "skip" },
  { key: "next", label: "Próxima acción" },
  { key: "quotes", label: "Cotizado", kind: "money", phone: "label" },
  { key: "balance", label: "Saldo", kind: "money", phone: "end" },
];

const rows: [Tone, string, string, string, Color][] = [
  ["late", "Vencido hace 3 días", longName, "Rosa Elvira Ibáñez", "ladrillo"],
  ["soon", "Hoy, 16:30", "Constructora Peña y Asociados", "Arq. Julia Peña", "azul"],
  ["none", "Sin próxima acción", "Hotel Las Palmas", "Sr. Gutiérrez", "ambar"],
  ["wait", "Cotizado hace 9 días", "Distribuidora Illimani", "Lic. Teresa Quispe", "violeta"],
  ["plan", "24 nov, 10:00", "Suministros Cabriales", "Pedro Cabriales", "turquesa"],
  ["good", "Pedido realizado", "Nube Andina Soluciones", "Catalina Restrepo", "verde"],
  ["draft", "Borrador", "Agroveterinaria La Querencia", "Ing. Martín Olivera", "oliva"],
  ["off", "Cancelado: precio", "Panificadora San Roque", "Benito Fuentes", "arena"],
];

export function ListSpecimen() {
  return (
    <InShell>
      <PageHead
        title="Prospectos"
        crumbs={[{ label: "Ventas", href: "/" }, { label: "Prospectos" }]}
        more={
          <>
            <ButtonLink href="/imports">Importar</ButtonLink>
            <ButtonLink href="/export">Exportar</ButtonLink>
          </>
        }
        actions={
          <ButtonLink look="main" icon="plus" href="/new">
            Agregar prospecto
          </ButtonLink>
        }
      />
      <Chips
        label="Vistas"
        items={[
          { href: "?a", label: "Por atender", count: 38, current: true },
          { href: "?b", label: "Vencidos", count: 2, amount: "$58,312.00", late: true },
          { href: "?c", label: "Todos", count: "1 000+" },
        ]}
      />
      <Filters action="/prospects" keep={{ sort: "state" }} more={<Button look="quiet">Guardar vista</Button>}>
        <input className="input" name="q" aria-label="Buscar" placeholder="Nombre, folio o teléfono" />
        <select className="input" name="owner" aria-label="Ejecutivo">
          <option>Mis prospectos</option>
        </select>
      </Filters>
      <Table
        label="Prospectos"
        columns={columns}
        rows={rows.map(([tone, state, name, person, color], i) => ({
          key: i,
          cells: [
            <State key="state" tone={tone}>
              {state}
            </State>,
            `P-0021${i}`,
            "12/11/2026",
            <>
              <Mark color={color} />
              <a href="/prospects/1">{name}</a>
              <small>{person}</small>
            </>,
            "81 1234 5678",
            "Llamar por la lista de precios",
            i % 2 ? "" : "22,480.00",
            i % 3 ? "12,940.00" : "0.00",
          ],
        }))}
        totals={[{ key: "MXN", label: "8 prospectos, MXN", cells: ["103,027.11", "77,969.03"] }]}
      />
      <Pager next="?cursor=x">Ordenado por urgencia</Pager>
      <EmptyState title="Aquí van sus campañas" actions={<ButtonLink href="/new">Agregar campaña</ButtonLink>}>
        Una campaña junta a quienes conviene llamar por la misma razón.
      </EmptyState>
    </InShell>
  );
}
