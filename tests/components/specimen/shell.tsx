import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { Button } from "@/components/ui/button";

const groups = [
  { items: [{ href: "/", label: "Mi día", count: 3 }] },
  {
    label: "Ventas",
    items: [
      { href: "/prospects", label: "Prospectos", count: 2, current: true },
      { href: "/opportunities", label: "Oportunidades" },
      { href: "/calendar", label: "Calendario" },
    ],
  },
  { label: "Documentos", items: [{ href: "/delivery-notes", label: "Notas de entrega" }] },
];

/** `bare` when the page is a part that brings its own `<main>`. */
export function InShell({ bare, children }: { bare?: boolean; children: ReactNode }) {
  return (
    <Shell
      groups={groups}
      user={{ name: "Laura Méndez", href: "/settings/me" }}
      signOut={
        <form className="inline-form">
          <Button look="quiet">Salir</Button>
        </form>
      }
      phone={{ hasAgenda: true, create: [{ href: "/activities/new", label: "Seguimiento" }], current: "today" }}
      unread={3}
      go={{ p: "/prospects" }}
    >
      {bare ? children : <main>{children}</main>}
    </Shell>
  );
}

export const longName = "Distribuidora y Comercializadora Hermanos Villanueva-Echeverría S. de R.L. de C.V.";
