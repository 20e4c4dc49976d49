import { afterAll, beforeAll, expect, test } from "vitest";
import { bill } from "../support/billing";
import { startCompany } from "../support/company";
import { mailRows, personOf } from "../support/mail-world";
import { dataOf, hire } from "../support/people";
import type { RunningServer } from "../support/server";
import { smtpServer } from "../support/smtp-server";
import type { Visited, Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let smtp: Awaited<ReturnType<typeof smtpServer>>;
const lines = [{ description: "Cemento gris de 50 kg", quantity: "3", unitPrice: "228.5", taxes: ["IVA16"] }];

beforeAll(async () => {
  smtp = await smtpServer();
  ({ server, marta } = await startCompany());
});
afterAll(async () => {
  await server.stop();
  await smtp[Symbol.asyncDispose]();
});

test("nobody writes before a server is set; then a test mail goes and says so", async () => {
  const settings = await marta.visit("/settings/mail");
  expect(settings.document.querySelector("form#test")).toBeNull();
  const fields = { host: "localhost", port: String(smtp.port), security: "none", fromAddress: "ventas@sauce.test", userName: "ventas", password: "clave" };
  const refused = await settings.submit("Guardar", fields);
  expect(refused.errorFor("security")).toContain("elija TLS o STARTTLS");
  expect(refused.html).not.toContain('value="clave"');
  const saved = await refused.submit("Guardar", { userName: "", password: "" });
  expect(saved.notice).toBe("Quedó guardado. Envíe una prueba.");

  const sent = await arrived(await saved.submit("Enviar correo de prueba"));
  expect(sent.title).toBe("Prueba de correo de Ferretería El Sauce");
  expect(sent.text).toContain("Enviado");
  expect(smtp.received[0]).toMatchObject({ to: ["marta@ejemplo.test"], from: "ventas@sauce.test" });
});

test("an invoice goes with its PDF to who receives invoices, after it was shown", async () => {
  const invoice = bill(server, { account: "Acme de Occidente", lines });
  const people = await personOf(marta, "Acme de Occidente");
  const page = await marta.visit(`/invoices/${invoice}`);
  const write = await page.open("Enviar correo");
  expect(write.title).toBe("Enviar correo");
  expect(write.text).toContain(people);
  expect(write.valueOf("subject")).toBe("Factura {{folio}} de {{empresa}}");

  const unknown = await write.submit("Vista previa", { text: "Debe {{deuda}}" });
  expect(unknown.text).toContain("El dato {{deuda}} no existe aquí");
  const preview = await unknown.submit("Vista previa", { text: "Buen día, {{contacto}}: debe {{saldo}} de {{ folio }}.", cc: "archivo@sauce.test" });
  expect(preview.text).toContain("debe $795.18 de A-00001.");
  expect(preview.text).toContain("Factura A-00001 de Ferretería El Sauce");

  const before = smtp.received.length;
  const mail = await arrived(await preview.submit("Enviar"));
  expect(mail.text).toContain("Enviado");
  expect(mail.text).toContain("factura-a-00001.pdf");
  const got = smtp.received[before]!;
  expect(got.to).toEqual(["luisa@acme.test", "archivo@sauce.test"]);
  expect(got.raw).toContain("Content-Type: application/pdf; name=factura-a-00001.pdf");
  expect(mail.link("Factura A-00001")).toBe(`/invoices/${invoice}`);
  const history = await marta.visit("/accounts/1");
  expect(history.text).toContain("Se envió un correo");
  expect(history.text).toContain("«Factura A-00001 de Ferretería El Sauce»");
});

test("a quote that is a draft becomes sent by its mail, and a template of the company's own comes first", async () => {
  const templates = await marta.visit("/settings/mail-templates");
  const wrong = await templates.submit("Guardar", { name: "Formal", kind: "quote", subject: "{{saldo}}", text: "Texto", isDefault: true });
  expect(wrong.errorFor("subject")).toContain("El dato {{saldo}} no existe aquí");
  const inserted = await wrong.submit("Insertar", { insertField: "{{folio}}" });
  expect([inserted.valueOf("text"), inserted.valueOf("insertField")]).toEqual(["Texto {{folio}}", ""]);
  const kept = await inserted.submit("Guardar", { subject: "Propuesta {{folio}}", text: "Texto" });
  expect(kept.rows().map(([name]) => name)).toEqual(["Formal"]);

  const made = await (await marta.visit("/quotes/new?account=1")).submit("Guardar borrador", {
    "lines.0.description": "Cemento",
    "lines.0.quantity": "2",
    "lines.0.unitPrice": "100",
  });
  const write = await made.open("Enviar correo");
  expect(write.text).toContain("La cotización quedará como enviada.");
  expect(write.valueOf("subject")).toBe("Propuesta {{folio}}");
  const named = await write.submit("Insertar", { insertField: "{{contacto}}" });
  expect(named.valueOf("text")).toBe("Texto {{contacto}}");
  const nobody = await write.submit("Vista previa", { people: false });
  expect(nobody.text).toContain("Elija o escriba al menos un destinatario.");
  const refused = await nobody.submit("Vista previa", { to: "sin-arroba" });
  expect(refused.text).toContain("«sin-arroba» no es una dirección de correo completa.");
  const preview = await refused.submit("Vista previa", { to: "compras@acme.test" });
  const mail = await arrived(await preview.submit("Enviar"));
  expect(mail.text).toContain("Enviado");
  const quote = await marta.visit(made.path.split("?")[0]!);
  expect(quote.text).toContain("Enviada");
});

test("files are added while a mail is written, what was typed waits, and what went along is handed out to who sees the mail", async () => {
  const write = await marta.visit("/mails/new?about=account&id=1");
  const text = `Van los planos.\n${"Con gusto. ".repeat(900)}`.trim();
  const adding = await write.submit("Agregar archivos", { subject: "Planos", text, to: "luisa@acme.test" });
  expect([adding.title, adding.path.split("?")[0]]).toEqual(["Agregar archivos", "/mails/new"]);
  const [plan, list] = [new File(["planta baja"], "plano.txt"), new File(["clavo,3\n"], "lista.csv")];
  const refused = await adding.submit("Adjuntar", { files: [plan, new File(["MZ\u0000"], "virus.exe")] });
  expect(refused.errorFor("files")).toContain("Archivo 2:");
  const back = await refused.submit("Adjuntar", { files: [plan, list] });
  expect([back.title, back.valueOf("subject"), back.valueOf("to")]).toEqual(["Enviar correo", "Planos", "luisa@acme.test"]);
  expect(back.valueOf("text")!.replaceAll("\r\n", "\n")).toBe(text);
  const ticked = back.document.querySelectorAll("input[name=files][checked]").map((box) => box.parentNode.text.trim());
  expect(ticked).toEqual(["plano.txt", "lista.csv"]);
  expect((await marta.visit("/accounts/1?ver=files")).text).toContain("plano.txt");

  const many = await back.submit("Vista previa", { files: Array.from({ length: 51 }, (_, place) => String(place + 1)) });
  expect(many.summary).toContain("Se pueden marcar 50 archivos como máximo.");
  const before = smtp.received.length;
  const mail = await arrived(await (await back.submit("Vista previa")).submit("Enviar"));
  expect(["plano.txt", "lista.csv"].map((name) => smtp.received[before]!.raw.includes(name))).toEqual([true, true]);
  expect(mail.text).toMatch(/plano\.txt 1 KB/);
  const href = mail.link("plano.txt");
  const handed = await marta.ask(href);
  expect([handed.status, handed.headers.get("content-disposition"), await handed.text()]).toEqual([
    200,
    "attachment; filename=\"plano.txt\"; filename*=UTF-8''plano.txt",
    "planta baja",
  ]);
  const { rita } = await hire(server, { rita: { name: "Rosa", profile: "Ejecutivo" } });
  expect((await rita.ask(href)).status).toBe(404);
});

test("the log is a list like the others: who sent, which account, columns, views and a file", async () => {
  expect((await marta.visit("/accounts/1")).link("Correos")).toBe("/mails?account=1");
  const log = await marta.visit("/mails?sender=1&account=1");
  expect(log.text).toContain("De la cuenta Acme de Occidente");
  const heads = (page: Visited) => page.document.querySelectorAll("thead th").map((head) => head.text.trim());
  expect(heads(log)).toEqual(["Asunto", "Destinatarios", "Cuenta", "Sobre", "Estado", "Lo envió", "Fecha"]);
  expect(log.link("Acme de Occidente")).toBe("/accounts/1");
  expect(log.link("Factura A-00001")).toMatch(/^\/invoices\/\d+$/);
  expect(log.rows().every((row) => row[2] === "Acme de Occidente")).toBe(true);
  expect((await marta.visit("/mails?sender=system")).rows()).toEqual([]);

  const columns = await log.open("Columnas");
  const fewer = await columns.submit("Guardar", { columns: ["state", "created"] });
  expect(heads(fewer)).toEqual(["Asunto", "Estado", "Fecha"]);
  const kept = await (await fewer.open("Guardar vista")).submit("Guardar vista", { name: "Los míos", audience: "private" });
  expect(kept.notice).toContain("Los míos");
  const found = (await marta.visit("/mails")).link("Los míos");
  expect(found).toContain("sender=1");
  const out = await (await (await marta.visit(found)).open("Exportar")).submit("Exportar a CSV");
  const csv = await (await marta.ask(out.link("Descargar"))).text();
  expect(csv.split("\r\n")[0]).toBe("Asunto,Estado,Fecha");
  expect(csv).toContain("Factura A-00001 de Ferretería El Sauce,Enviado,");
});

test("a prospect is written to from its own page, which tells it, and so does the customer it becomes", async () => {
  const typed = { personName: "Rosa Ibáñez", companyName: "La Paloma", email: "rosa@paloma.test" };
  const prospect = (await (await marta.visit("/prospects/new")).submit("Guardar", typed)).path.split("?")[0]!;
  const write = await (await marta.visit(prospect)).open("Enviar correo");
  expect([write.valueOf("subject"), write.text.includes("rosa@paloma.test")]).toEqual(["{{empresa}}", true]);
  const before = smtp.received.length;
  const mail = await arrived(await (await write.submit("Vista previa", { subject: "Lista para {{cliente}}" })).submit("Enviar"));
  expect(smtp.received[before]!.to).toEqual(["rosa@paloma.test"]);
  expect(mail.link("La Paloma")).toBe(prospect);
  const told = await marta.visit(prospect);
  expect([told.link("Lista para La Paloma"), told.text.includes("Enviado")]).toEqual([mail.path, true]);
  const customer = await told.submit("Convertir a cliente");
  expect([customer.path.startsWith("/accounts/"), customer.text.includes("«Lista para La Paloma»")]).toEqual([true, true]);
});

test("what did not leave says why, can be sent again, and is nobody's who does not see the record", async () => {
  smtp.state.behaviour = { data: "554 5.7.1 Spam" };
  const write = await marta.visit("/mails/new?about=account&id=1");
  const failed = await arrived(await (await write.submit("Vista previa", { to: "luisa@acme.test" })).submit("Enviar"));
  expect(failed.text).toContain("El servidor rechazó el correo: «554 5.7.1 Spam».");
  const log = await marta.visit("/mails?state=failed");
  const [[subject, state]] = log.rows() as [string[]];
  expect([subject, state]).toEqual(["Ferretería El Sauce El servidor rechazó el correo: «554 5.7.1 Spam».", "No salióReintentar"]);

  const { luis } = await hire(server, { luis: { name: "Luis", profile: "Ejecutivo" } });
  expect((await luis.visit(failed.path.split("?")[0]!)).status).toBe(404);
  expect((await luis.visit("/mails/new?about=account&id=1")).status).toBe(404);
  expect((await luis.visit("/mails")).rows()).toEqual([]);

  smtp.state.behaviour = {};
  const again = await arrived(await log.submit("Reintentar: Ferretería El Sauce"));
  expect(again.text).toContain("Enviado");
  const ids = new Set(mailRows(dataOf(server)).map(({ mail }) => mail.messageId));
  expect(smtp.received.every(({ messageId }) => ids.has(messageId))).toBe(true);
});

/** The page of a mail once its job ended. */
async function arrived(page: Visited): Promise<Visited> {
  expect(page.path, page.text.slice(0, 400)).toMatch(/^\/mails\/\d+/);
  const db = dataOf(server);
  const ended = () => mailRows(db).every(({ mail }) => mail.state !== "queued" && mail.state !== "sending");
  await expect.poll(ended, { timeout: 120_000 }).toBe(true);
  db.$client.close();
  return marta.visit(page.path.split("?")[0]!);
}
