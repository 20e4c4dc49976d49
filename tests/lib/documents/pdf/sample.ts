import sharp from "sharp";
import type { DocumentSheet, SheetLine } from "@/lib/documents/pdf/sheet";

export function sampleSheet(changes: Partial<DocumentSheet> = {}): DocumentSheet {
  return {
    language: "es",
    paper: "letter",
    accent: "#1d5365",
    createdAt: "2026-08-22T15:04:05.000Z",
    labels: {
      customer: "Cliente",
      amountInWords: "Importe con letra",
      taxes: "Impuesto",
      taxBase: "Base",
      taxAmount: "Importe",
      page: "Página {page} de {pages}",
    },
    issuer: {
      name: "Ferretería El Ñandú",
      legalName: "Comercializadora El Ñandú, S.A. de C.V.",
      taxId: { label: "RFC", value: "CEN010203AB1" },
      addressLines: ["Av. Insurgentes Sur 1234, piso 5", "Col. Del Valle, 03100 Ciudad de México, México"],
      phone: "55 1234 5678",
      email: "ventas@elnandu.example",
      logo: null,
    },
    title: "Factura",
    number: "N.º F001-00000123",
    watermark: null,
    dates: [
      { label: "Fecha", value: "22/08/2026" },
      { label: "Vencimiento", value: "21/09/2026" },
      { label: "Condición de pago", value: "Crédito a 30 días" },
      { label: "Moneda", value: "MXN" },
    ],
    customer: {
      name: "Acme de Occidente, S.A.",
      taxId: { label: "RFC", value: "AOC990101XY9" },
      addressLines: ["Calle Álvaro Obregón 45, Guadalajara, Jalisco"],
      contactLines: ["Atención: Íngrid Muñoz", "ingrid@acme.example", "33 8765 4321"],
    },
    columns: [
      { key: "position", label: "#" },
      { key: "code", label: "Código" },
      { key: "description", label: "Descripción" },
      { key: "quantity", label: "Cantidad" },
      { key: "unit", label: "Unidad" },
      { key: "unitPrice", label: "Precio" },
      { key: "discount", label: "Desc." },
      { key: "taxes", label: "Impuesto" },
      { key: "total", label: "Importe" },
    ],
    lines: sampleLines(1),
    totals: [
      { label: "Subtotal", value: "$ 1,000.00", strong: false },
      { label: "Descuento", value: "− $ 50.00", strong: false },
      { label: "IVA 16 %", value: "$ 152.00", strong: false },
      { label: "Total", value: "$ 1,102.00", strong: true },
    ],
    taxes: [{ label: "IVA 16 %", base: "$ 950.00", amount: "$ 152.00" }],
    amountInWords: "Un mil ciento dos pesos 00/100 M.N.",
    sections: [
      { heading: "Datos de pago", text: "Banco del Bajío · CLABE 030 180 90001234567 8\nReferencia: F001-00000123" },
      { heading: "Notas", text: "Entrega en almacén de lunes a viernes, de 9:00 a 17:00 horas." },
    ],
    legend: "Este documento es una representación impresa de un comprobante.",
    footer: "Gracias por su compra. elnandu.example",
    ...changes,
  };
}

export function sampleLines(count: number, description = (index: number) => `${names[index % names.length]}, pieza ${index + 1}`): SheetLine[] {
  return Array.from({ length: count }, (_, index) => ({
    position: String(index + 1),
    code: `ART-${String(index + 1).padStart(5, "0")}`,
    description: description(index),
    quantity: String((index % 9) + 1),
    unit: "pieza",
    unitPrice: `${((index * 37) % 900) + 10}.50`,
    discount: index % 3 === 0 ? "5 %" : "",
    taxes: "IVA 16 %",
    total: `${(index + 1) * 7}.${String(index % 100).padStart(2, "0")}`,
  }));
}

const names = [
  "Tornillo hexagonal galvanizado",
  "Cable calibre 12, rollo de 100 m",
  "Lámina acanalada de zinc con recubrimiento para techo de uso industrial",
  "Pintura acrílica color marfil, cubeta de 19 litros",
  "Juego de brocas",
];

export function sampleLogo() {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="132"><rect width="132" height="132" rx="20" fill="#1d5365"/>
    <path d="M30 100V32l72 68V32" stroke="#fff" stroke-width="16" fill="none"/><circle cx="220" cy="66" r="40" fill="#c98b2b"/></svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
}
