import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { write } from "@/db/write";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createInvoice } from "@/lib/invoices/commands";
import { photograph } from "../support/hostile/pictures";
import { draft } from "../support/papers";
import { dataOf } from "../support/people";
import type { RunningServer } from "../support/server";
import { type Visited, type Visitor, visitor } from "../support/visit";

/** Something somebody does that needs room. Its form was opened while there still was. */
export type Flow = { name: string; send: () => Promise<Visited>; kept?: [field: string, value: string] };

const long = "ñ".repeat(1000);
const manyLines = Array.from({ length: 40 }, (_, place) => ({ description: `${place} ${"x".repeat(400)}`, unit: "saco", unitPrice: "10", quantity: "1" }));

/** An account and two drafts to work on; the first draft is issued, so that the next number is 2. */
export async function prepare(server: RunningServer, marta: Visitor) {
  const db = dataOf(server);
  const by = { userId: 1, now: Date.now(), today: new Date().toISOString().slice(0, 10) };
  write(db, (tx): void => {
    const accountId = createAccount(tx, accountForm.parse({ name: "Acme", ownerId: "1", taxId: "XAXX010101000" }), by).id;
    for (let made = 0; made < 2; made += 1) createInvoice(tx, draft({ accountId, lines: manyLines }), by);
  });
  db.$client.close();
  await (await marta.visit("/invoices/1")).submit("Emitir");
  await (await marta.visit("/settings/company")).submit("Guardar", { paymentData: long });
}

/** What fails for want of a page of the database. */
export async function flowsOf(marta: Visitor): Promise<Flow[]> {
  const photo = new File([new Uint8Array(await photograph())], "foto.jpg");
  const papers = Array.from({ length: 19 }, (_, place) => new File([`hoja ${place}`], `${place} ${"x".repeat(115)}.txt`));
  const [fresh, acme, files, invoice, company] = [
    await marta.visit("/accounts/new"),
    await marta.visit("/accounts/1/edit"),
    await marta.visit("/accounts/1?ver=files"),
    await marta.visit("/invoices/2"),
    await marta.visit("/settings/company"),
  ];
  return [
    { name: "create", send: () => fresh.submit("Guardar", { name: "Nueva", description: long.repeat(3) }), kept: ["name", "Nueva"] },
    { name: "edit", send: () => acme.submit("Guardar", { name: "Acme dos", description: long.repeat(3) }), kept: ["name", "Acme dos"] },
    { name: "attach", send: () => files.submit("Adjuntar", { files: [photo, ...papers] }) },
    { name: "issue", send: () => invoice.submit("Emitir") },
    {
      name: "settings",

      send: () => company.submit("Guardar", { paymentData: `${long.slice(1)}o` }),
      kept: ["paymentData", `${long.slice(1)}o`],
    },
  ];
}

/** What fails for want of room for files, for a session, or for a drawing. */
export async function flowsOfFiles(server: RunningServer, marta: Visitor): Promise<Flow[]> {
  const lists = await marta.visit("/imports/new");
  const picture = await sharp({ create: { width: 30, height: 30, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const logo = new FormData();
  logo.set("_submission", crypto.randomUUID());
  logo.set("file", new File([new Uint8Array(picture)], "logo.png"));
  const list = (name: string, rows: number, padding = "") =>
    new File([["Empresa,Ciudad", ...Array.from({ length: rows }, (_, place) => `Fila ${place},Mérida${padding}`)].join("\n")], name);
  const upload = (file: File) => () => lists.submit("Subir y revisar", { kind: "accounts", file, _submission: crypto.randomUUID() });
  return [
    { name: "import of 5,000 rows", send: upload(list("lista.csv", 5_000)), kept: ["kind", "accounts"] },
    { name: "upload of 19 MB", send: upload(list("grande.csv", 5_000, "x".repeat(3_900))), kept: ["kind", "accounts"] },
    { name: "logo", send: () => marta.post("/api/uploads/logo", logo) },
    { name: "PDF", send: () => drawn(marta) },
    { name: "login", send: () => enter(server) },
  ];
}

/** Every page that only looks. */
export async function readingStatuses(marta: Visitor): Promise<number[]> {
  const paths = ["/", "/accounts", "/accounts/1", "/invoices", "/invoices/1", "/search?q=acme", "/settings/company"];
  return Promise.all(paths.map(async (path) => (await marta.visit(path)).status));
}

/** Every file under the folder but the database's own, the probes and what fills the disk. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(cartera\.sqlite|lock\.sqlite|filler|\.probe)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The answer to a PDF, however long a busy machine takes to draw it. */
async function drawn(marta: Visitor): Promise<Visited> {
  for (;;) {
    const answer = await marta.visit("/invoices/1/pdf");
    if (answer.status !== 202) return answer;
  }
}

async function enter(server: RunningServer): Promise<Visited> {
  const stranger = visitor(server.url);
  return (await stranger.visit("/login")).submit("Entrar", { email: "ana@ejemplo.test", password: "una frase larga y propia" });
}
