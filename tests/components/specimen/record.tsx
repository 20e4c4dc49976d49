import { ButtonLink } from "@/components/ui/button";
import { Facts, Strip, Totals } from "@/components/ui/figures";
import { Menu } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Progress } from "@/components/ui/progress";
import { State } from "@/components/ui/state";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import { colors } from "@/db/vocabulary";
import { InShell, longName } from "./shell";

export function RecordSpecimen() {
  return (
    <InShell>
      <Notice undo={<a href="/undo">Deshacer</a>}>Se registró el cobro REC-00412 por $12,500.00.</Notice>
      <PageHead
        title={longName}
        soft="Cliente · Comercio al por menor · Monterrey, Nuevo León"
        crumbs={[{ label: "Cuentas", href: "/accounts" }, { label: longName }]}
        more={
          <>
            <ButtonLink icon="phone" href="tel:1">
              Llamar
            </ButtonLink>
            <ButtonLink href="/edit">Editar</ButtonLink>
          </>
        }
        actions={
          <Menu label="Crear" look="main">
            <a href="/quotes/new">Cotización</a>
            <a href="/receipts/new">Cobro</a>
          </Menu>
        }
      />
      <Strip
        figures={[
          { label: "Saldo", value: "$48,230.50" },
          { label: "Vencido", value: "$12,940.00", note: "la más antigua, 41 días", late: true },
          { label: "Última compra", value: "14 nov", note: "$8,115.20, cada 18 días" },
          { label: "Próxima acción", value: "Hoy, 16:30", note: "Llamar por la lista de precios" },
        ]}
      />
      <Tabs
        label="Partes de la cuenta"
        items={["Actividad", "Citas", "Tareas", "Cotizaciones", "Pedidos", "Entregas", "Facturas", "Pagos", "Proyectos"].map((label, i) => ({
          href: `?tab=${i}`,
          label,
          count: i || undefined,
          current: i === 0,
        }))}
      />
      <div className="columns">
        <div>
          <Timeline title="Noviembre">
            <TimelineEntry at="2026-11-14T12:10" when="14 nov 12:10">
              Cobro <a href="/receipts/1">REC-00412</a> por <b>$12,500.00</b>
              <small>Transferencia · Silvia Garza</small>
            </TimelineEntry>
            <TimelineEntry at="2026-11-11" when="11 nov 17:05">
              <p>
                Cotización enviada por WhatsApp, <State tone="wait">sin respuesta</State>. Quieren surtir varilla de 3/8 cada quince días si respetamos el
                precio de octubre.
              </p>
            </TimelineEntry>
            <TimelineEntry at="2026-11-10" when="10 nov" quiet>
              +2 cambios: responsable, condición de pago
            </TimelineEntry>
          </Timeline>
          <Progress label="Importando clientes" value={40} max={100} note="40 de 100" />
          <Totals
            facts={[
              { label: "Subtotal", value: "56,568.44" },
              { label: "IVA 16 %", value: "8,831.59" },
              { label: "Total MXN", value: "64,029.03" },
            ]}
          />
        </div>
        <aside className="aside" aria-label="Datos">
          <section>
            <h2>Datos</h2>
            <Facts
              facts={[
                { label: "Responsable", value: "Laura Méndez" },
                { label: "RFC", value: "FES200101AA5" },
                { label: "Fax", value: null },
                { label: "Etiquetas", value: <Tag>Mayorista</Tag> },
              ]}
            />
          </section>
          <section className="tags">
            {colors.map((color) => (
              <Tag key={color} color={color}>
                {color}
              </Tag>
            ))}
          </section>
        </aside>
      </div>
    </InShell>
  );
}
