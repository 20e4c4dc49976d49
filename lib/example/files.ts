import sharp from "sharp";
import { type Prepared, prepareFile } from "@/lib/files/prepare";
import { keepFile } from "@/lib/files/store";
import { onePagePdf } from "./one-page-pdf";

/** What the team has at hand to attach, by what it is. */
export type ExampleFiles = Record<keyof typeof makers, Prepared>;

const most = 1_048_576;

/** Makes them and keeps them as an upload does, before the company is told: bytes come before their names. */
export async function exampleFiles(): Promise<ExampleFiles> {
  const made: [string, Prepared][] = [];
  for (const [key, [name, bytes]] of Object.entries(makers)) made.push([key, await prepareFile({ ...(await keepFile(await bytes(), most)), name }, name)]);
  return Object.fromEntries(made) as ExampleFiles;
}

const makers = {
  front: ["Fachada del local.jpg", () => picture(front)],
  plan: ["Croquis con medidas.jpg", () => picture(plan)],
  pallet: ["Así llegó la entrega.jpg", () => picture(pallet)],
  papers: ["Constancia fiscal.pdf", async () => onePagePdf(["Constancia de situacion fiscal", "Copia recibida del cliente."])],
  purchase: [
    "Orden de compra.pdf",
    async () => onePagePdf(["Orden de compra", "Entregar en bodega, de 8:00 a 13:00.", "Preguntar por el encargado de almacen."]),
  ],
  needs: ["Lo que necesitan.csv", async () => Buffer.from("\uFEFFConcepto,Cantidad,Para cuando\nMuestra,2,esta semana\nPedido completo,40,fin de mes\n")],
} as const satisfies Record<string, readonly [string, () => Promise<Buffer>]>;

function picture(shapes: string): Promise<Buffer> {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800">${shapes}</svg>`))
    .jpeg({ quality: 82 })
    .toBuffer();
}

const front = `<rect width="1200" height="560" fill="#9cc3e0"/><rect y="560" width="1200" height="240" fill="#8a8580"/><rect y="560" width="1200" height="36" fill="#b9b4ad"/>
  <rect x="180" y="170" width="840" height="400" fill="#e7ddcb"/><rect x="180" y="170" width="840" height="90" fill="#8f3f2f"/><rect x="330" y="196" width="540" height="38" fill="#f3ead9"/>
  <rect x="240" y="310" width="300" height="260" fill="#6d7f88"/><path d="M240 340h300M240 370h300M240 400h300M240 430h300M240 460h300M240 490h300M240 520h300" stroke="#5a6a72" stroke-width="4"/>
  <rect x="620" y="320" width="150" height="250" fill="#4c3a2c"/><circle cx="750" cy="450" r="8" fill="#d9b65b"/><rect x="820" y="330" width="150" height="120" fill="#c9dfe9" stroke="#7a6a55" stroke-width="10"/>`;
const plan = `<rect width="1200" height="800" fill="#f6f2e8"/><g fill="none" stroke="#27405e" stroke-width="7"><rect x="210" y="170" width="780" height="460"/><path d="M210 400h300M510 400v230M720 170v230M720 400h90M900 400h90"/></g>
  <g stroke="#b0483a" stroke-width="3" fill="none"><path d="M210 110h780M210 95v30M990 95v30M130 170v460M115 170h30M115 630h30"/></g>
  <g font-size="44" fill="#b0483a" font-family="sans-serif"><text x="540" y="90">13.00</text><text x="30" y="415">7.60</text></g>`;
const pallet = `<rect width="1200" height="800" fill="#d7d3cc"/><rect y="600" width="1200" height="200" fill="#a7a199"/><g stroke="#6b4a26" stroke-width="6"><rect x="260" y="600" width="680" height="34" fill="#b98a50"/>
  <rect x="290" y="634" width="60" height="50" fill="#a0723a"/><rect x="570" y="634" width="60" height="50" fill="#a0723a"/><rect x="850" y="634" width="60" height="50" fill="#a0723a"/></g>
  <g stroke="#8a5f2e" stroke-width="5" fill="#d3a768"><rect x="290" y="430" width="200" height="170"/><rect x="490" y="430" width="200" height="170"/><rect x="690" y="430" width="200" height="170"/>
  <rect x="390" y="260" width="200" height="170"/><rect x="590" y="260" width="200" height="170"/></g><path d="M290 515h600M390 345h400" stroke="#efe1c6" stroke-width="22"/>`;
