import { expect, test } from "vitest";
import { fixture } from "../sheets/support";
import { understood } from "./support";

test("a catalog gives its articles and services, its prices as decimals, and refuses what has no price", async () => {
  const { guess, records, refused } = await understood("catalog", fixture("catalog.csv"));
  expect(guess).toMatchObject({
    nullText: "",
    numberFormat: "1.234,56",
    dateFormat: "dd/mm/aaaa",
    numberSamples: [
      { text: "1.250,50", means: "1250.5" },
      { text: "$ 640,00", means: "640" },
      { text: "-5,00", means: "-5" },
    ],
    dateSamples: [
      { text: "12/03/2026", means: "2026-03-12" },
      { text: "25/12/2025", means: "2025-12-25" },
      { text: "01/02/2026", means: "2026-02-01" },
    ],
  });
  expect(records).toEqual([
    { code: "CAFE-1", name: "Café molido", description: "Bolsa de 1 kg", unit: "kg", unitPrice: "1250.5", isActive: true, kind: "product" },
    {
      code: "CAFE-2",
      name: "Café en grano; tueste medio",
      description: "Bolsa de 500 g\ncon válvula",
      unit: "pieza",
      unitPrice: "640",
      isActive: false,
      kind: "product",
    },
    { code: "INST-1", name: "Instalación de molino", unit: "hora", unitPrice: "0", isActive: true, kind: "service" },
  ]);
  expect(refused.map(({ number, reasons }) => [number, reasons])).toEqual([
    [5, [{ field: "unitPrice", code: "imports.bad_number", values: { text: "mucho" } }]],
    [
      6,
      [
        { field: "kind", code: "imports.bad_kind", values: { text: "Cosa" } },
        { field: "unitPrice", code: "imports.negative_price", values: { text: "-5" } },
      ],
    ],
  ]);
});
