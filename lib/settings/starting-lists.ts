import type { Color, PickList } from "@/db/vocabulary";

/** How first contact is made, at the start; editable, the code stays. */
export const startingOrigins: [code: string, name: string][] = [
  ["RS", "Redes sociales"],
  ["REF", "Referido por cliente"],
  ["NET", "Evento de networking"],
  ["LLV", "Llamada de ventas"],
  ["EML", "Campaña de email marketing"],
  ["WEB", "Sitio web"],
  ["WSP", "WhatsApp entrante"],
  ["FER", "Feria o exposición"],
  ["TIE", "Visita a tienda"],
  ["LIC", "Licitación"],
  ["ALI", "Aliado o distribuidor"],
  ["ANT", "Cliente anterior"],
  ["OTR", "Otro"],
];

export const startingLists: Record<PickList, string[]> = {
  contact_channel: ["Facebook", "Instagram", "WhatsApp", "Llamada", "Correo", "Visita", "TikTok", "LinkedIn", "Formulario web", "Mercado en línea"],
  industry: [
    "Comercio al por menor",
    "Comercio al por mayor",
    "Construcción",
    "Manufactura",
    "Agropecuario",
    "Salud",
    "Educación",
    "Transporte y logística",
    "Hotelería y restaurantes",
    "Servicios profesionales",
    "Tecnología",
    "Gobierno",
    "Organizaciones sociales",
    "Particular",
  ],
  account_category: ["Mayorista", "Minorista", "Distribuidor", "Consumidor"],
  interest_level: ["Alto", "Medio", "Bajo"],
  lost_reason: ["Precio", "Sin presupuesto", "Eligió competencia", "No responde", "Fuera de cobertura", "No era el perfil", "Proyecto pospuesto"],
  relation_role: ["Compras", "Gerencia", "Pagos / Tesorería", "Almacén", "Sistemas", "Dirección"],
};

/** Only where a colour says something by itself. */
export const startingColors: Partial<Record<PickList, Color[]>> = { interest_level: ["verde", "ambar", "pizarra"] };

/** Prefix of each kind's first series; prospects count without one. */
export const startingSeries = { prospect: "", quote: "COT-", order: "PED-", invoice: "A-", receipt: "REC-" } as const;
