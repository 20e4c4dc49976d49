import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountContacts } from "@/db/schema";
import { addDays, dayOf } from "@/lib/core/dates";
import { password, startCompany } from "../support/company";
import { addCustomer, type Customer } from "../support/customers";
import { dataOf, logIn } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

const zone = "America/Mexico_City";
const names = ["Aurora", "Boreal", "Celeste"] as const;
let server: RunningServer;
let marta: Visitor;
let customers: (Customer & { browser: Visitor })[];
let today: string;

beforeAll(async () => {
  ({ server, marta } = await startCompany());
  today = dayOf(Date.now(), zone);
  const passwordHash = await hash(password, { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  const db = dataOf(server);
  const made = names.map((name) => addCustomer(db, { givenName: `Rosa ${name}`, company: name, email: `${name}@cliente.test`, passwordHash }, today));
  db.$client.close();
  customers = [];
  for (const customer of made) customers.push({ ...customer, browser: await logIn(server, customer.email) });
});
afterAll(() => server.stop());

function setWindow(customer: Customer, values: { serviceStartsOn?: string | null; serviceEndsOn?: string | null }) {
  const db = dataOf(server);
  db.update(accountContacts).set(values).where(eq(accountContacts.id, customer.relationId)).run();
  db.$client.close();
}

/** Every address of the portal that a customer meets by following links, with what it says. */
async function crawl(browser: Visitor) {
  const found = new Map<string, { status: number; body: string }>();
  const waiting = ["/portal", "/"];
  for (const path of waiting) {
    if (found.has(path)) continue;
    const answer = await browser.ask(path);
    const body = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    found.set(path, { status: answer.status, body });
    for (const [, href] of body.matchAll(/href="(\/[^"#]*)"/g)) if (!/^\/(_next|icons|favicon)/.test(href!)) waiting.push(href!.replaceAll("&amp;", "&"));
  }
  return found;
}

test("home answers how much, what waits, and whom to call; nothing more", async () => {
  const { browser } = customers[0]!;
  const home = await browser.visit("/portal");
  expect(home.title).toMatch(/^Buen[oa]s (días|tardes|noches), Rosa Aurora$/);
  expect(home.rows().map(([name, , state, total]) => [name!.split(" ")[0], state, total])).toEqual([
    ["Recibo", "Registrado", "$100.00"],
    ["Factura", "Pagada en parte", "$265.06"],
    ["Pedido", "Confirmado", "$265.06"],
    ["Cotización", "Por aceptar", "$265.06"],
  ]);
  expect(home.document.querySelector(".strip")!.textContent).toMatch(/Debe\$165\.06.*Nada vencido.*1 cotización/);
  expect(home.text).toContain("Marta Ríos");
  expect((await browser.visit("/")).path).toBe("/portal");
});

test("a document shows lines and totals, and its PDF comes whole", async () => {
  const { browser, papers } = customers[0]!;
  const invoice = await browser.visit(`/portal/documents/${papers[2]}`);
  expect(invoice.title).toMatch(/^Factura A-\d+$/);
  expect(invoice.text).toContain("Mortero para Aurora");
  expect(invoice.text).toContain("IVA 16");
  const path = invoice.link("Descargar PDF");
  await expect.poll(async () => (await browser.ask(path)).status, { timeout: 100_000 }).toBe(200);
  const pdf = await browser.ask(path);
  expect([pdf.status, pdf.headers.get("content-type"), pdf.headers.get("cache-control")]).toEqual([200, "application/pdf", "no-store"]);
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
}, 120_000);

test("three customers follow every link and try each other's numbers: nobody reads a foreign word", async () => {
  const everything = customers.flatMap(({ papers, drafts, accountId }) => [
    ...[...papers, ...drafts].flatMap((id) => [
      `/portal/documents/${id}`,
      `/portal/documents/${id}/pdf`,
      `/invoices/${id}`,
      `/invoices/${id}/pdf`,
      ...["quotes", "orders", "receipts"].flatMap((noun) => [`/${noun}/${id}`, `/${noun}/${id}/pdf`]),
      ...[`/who-sees/invoices/${id}`, `/mails/files/${id}`],
    ]),
    ...[`/portal?cuenta=${accountId}`, `/accounts/${accountId}`, `/contacts/${accountId}`, `/contacts/${accountId}/portal`],
  ]);
  let asked = 0;
  for (const { browser, company, papers } of customers) {
    const foreign = names.filter((name) => name !== company);
    const seen = await crawl(browser);
    expect(seen.size).toBeGreaterThan(8);
    for (const path of everything) {
      const answer = await browser.ask(path);
      seen.set(path, { status: answer.status, body: Buffer.from(await answer.arrayBuffer()).toString("latin1") });
    }
    asked += seen.size;
    for (const [path, { body }] of seen) for (const word of [...foreign, "oculto"]) expect(body.includes(word), `${company} at ${path}: ${word}`).toBe(false);
    const opened = [...seen]
      .filter(([path, { status }]) => /^\/portal\/documents\/\d+$/.test(path) && status === 200)
      .map(([path]) => Number(path.split("/")[3]));
    expect(opened.sort((a, b) => a - b)).toEqual([...papers].sort((a, b) => a - b));
  }
  promise("A7", `${asked} addresses asked for by ${customers.length} customers, their PDFs among them: no word of another's`);
  expect(asked).toBeGreaterThanOrEqual(500);
}, 300_000);

test("staff pages are not there for a customer, nor the portal for staff", async () => {
  for (const path of ["/accounts", "/settings/me", "/settings/users", "/contacts/1/portal"])
    expect((await customers[0]!.browser.visit(path)).status, path).toBe(404);
  expect((await marta.visit("/portal")).status).toBe(404);
  expect((await marta.visit(`/portal/documents/${customers[0]!.papers[0]}`)).status).toBe(404);
});

test("before the start and after the end there is one courteous page, at once and everywhere", async () => {
  const customer = customers[1]!;
  const { browser, papers } = customer;
  const open = await browser.visit("/portal");
  const paths = ["/portal", "/", `/portal/documents/${papers[2]}`, `/portal/documents/${papers[2]}/pdf`, open.link("PDF, Factura A-00002"), "/accounts"];
  for (const window of [{ serviceStartsOn: addDays(today, 1) }, { serviceStartsOn: null, serviceEndsOn: addDays(today, -1) }]) {
    setWindow(customer, window);
    for (const path of paths) {
      const page = await browser.visit(path);
      expect([page.status, page.title], path).toEqual([403, "Por ahora el portal no está disponible para usted"]);
      expect(page.text, path).toContain("comuníquese con Ferretería El Sauce");
      expect(page.html, path).not.toMatch(/Boreal|A-0000|Mortero|Marta/);
    }
  }
  setWindow(customer, { serviceStartsOn: today, serviceEndsOn: today });
  expect((await browser.visit("/portal")).rows()).toHaveLength(4);
  setWindow(customer, { serviceStartsOn: null, serviceEndsOn: null });
});

test("staff opens the portal by a link shown once, narrows it and closes it", async () => {
  await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Delta" });
  const db = dataOf(server);
  const account = db.$client.prepare("select id from accounts where name = 'Delta'").pluck().get();
  db.$client.close();
  const added = await (await marta.visit(`/contacts/new?account=${account}`)).submit("Guardar", { givenName: "Delfina", accountId: String(account) });
  const address = `${added.path.split("?")[0]}/portal`;

  const form = await marta.visit(address);
  const taken = await form.submit("Guardar", { email: "MARTA@ejemplo.test", "relations.0.hasPortal": true });
  expect(taken.errorFor("email")).toBe("Es su propio correo, con el que usted entra como colega. Escriba el del contacto.");
  const saved = await form.submit("Guardar", { email: "delfina@cliente.test", "relations.0.hasPortal": true, "relations.0.endsOn": addDays(today, 30) });
  expect(saved.notice).toBe("Se guardó el acceso al portal de Delfina.");
  const made = await saved.submit("Crear enlace para elegir contraseña");
  const link = new URL(made.document.getElementById("link-shown")!.getAttribute("value")!).pathname;

  const delfina = visitor(server.url);
  const chosen = await (await delfina.visit(link)).submit("Guardar contraseña", { password });
  expect(chosen.path).toBe("/login?nueva");
  const home = await chosen.submit("Entrar", { email: "Delfina@Cliente.test", password });
  expect([home.path, home.text.includes("Todavía no hay documentos.")]).toEqual(["/portal", true]);

  await (await marta.visit(address)).submit("Guardar", { "relations.0.kinds": ["quote"] });
  expect((await delfina.visit("/portal")).text).not.toContain("Debe");
  await (await marta.visit(address)).submit("Cerrar el acceso");
  expect((await delfina.visit("/portal")).path).toContain("/login");
  const refused = await (await delfina.visit("/login")).submit("Entrar", { email: "delfina@cliente.test", password });
  expect(refused.summary).toContain("El correo o la contraseña no coinciden.");
});
