import { Form } from "@/components/forms/form";
import { EmailField, PasswordField } from "@/components/forms/text-fields";
import { OpenShell } from "@/components/layout/open-shell";
import { PortalShell } from "@/components/layout/portal-shell";
import { StatusPage } from "@/components/layout/status-page";
import { Button, ButtonLink } from "@/components/ui/button";
import { Strip } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { Table } from "@/components/ui/table";
import { keep } from "./form";
import { InShell } from "./shell";

export function LoginSpecimen() {
  return (
    <OpenShell small footer="Cartera">
      <h1>Entrar</h1>
      <Form action={keep}>
        <EmailField name="email" label="Correo" required />
        <PasswordField name="password" label="Contraseña" required />
        <Button look="main">Entrar</Button>
      </Form>
    </OpenShell>
  );
}

export function StatusSpecimen() {
  return (
    <InShell bare>
      <StatusPage code={404} title="No está" actions={<ButtonLink href="/">Volver</ButtonLink>} reference="Clave: 8F3A">
        <p>Esto no existe o no está a su alcance.</p>
      </StatusPage>
    </InShell>
  );
}

export function PortalSpecimen() {
  return (
    <PortalShell
      company="Materiales del Norte"
      nav={{
        label: "Portal",
        items: [
          { href: "/portal", label: "Inicio", current: true },
          { href: "/portal/statement", label: "Estado de cuenta" },
        ],
      }}
      signOut={
        <form className="inline-form">
          <Button look="quiet">Salir</Button>
        </form>
      }
      footer="Materiales del Norte · 81 1234 5678"
    >
      <main>
        <PageHead title="Buenas tardes, Rosa Elvira" soft="Ferretería El Sauce" />
        <Strip figures={[{ label: "Debe", value: "$48,230.50", note: <a href="/portal/statement">Ver estado de cuenta</a> }]} />
        <Table
          label="Últimos documentos"
          columns={[
            { key: "name", label: "Documento" },
            { key: "date", label: "Fecha", kind: "date", phone: "end" },
            { key: "state", label: "Estado", kind: "state" },
            { key: "total", label: "Total", kind: "money", phone: "end" },
          ]}
          rows={[
            {
              key: 1,
              cells: [
                <a key="a" href="/portal/1">
                  Factura A-1043
                </a>,
                "14/10/2026",
                <State key="s" tone="late">
                  Vencida hace 10 días
                </State>,
                "25,440.00",
              ],
            },
            {
              key: 2,
              cells: [
                <a key="a" href="/portal/2">
                  Cotización COT-00141
                </a>,
                "11/11/2026",
                <State key="s" tone="wait">
                  Por aceptar
                </State>,
                "22,480.00",
              ],
            },
          ]}
        />
        <MonthSpecimen />
      </main>
    </PortalShell>
  );
}

function MonthSpecimen() {
  return (
    <table className="month" aria-label="Noviembre">
      <thead>
        <tr>
          {["lun", "mar", "mié", "jue", "vie", "sáb", "dom"].map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {[26, 27, 28, 29, 30, 31, 1].map((day) => (
            <td key={day} className={day > 1 ? "other" : undefined} aria-current={day === 1 ? "date" : undefined}>
              <a className="day" href="/calendar">
                {day}
              </a>
              {day === 1 && (
                <a className="event color-azul" href="/activities/1">
                  10:00 Visita a la obra de Apodaca
                </a>
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
