import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { startCompany } from "../support/company";
import { addCustomer, type Customer } from "../support/customers";
import { dataOf } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import type { Visited, Visitor } from "../support/visit";
import { frozenPartsOf } from "./frozen-parts";

const today = new Date().toISOString().slice(0, 10);

let server: RunningServer;
let marta: Visitor;
let db: Database;
let drawn = 0;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  db = dataOf(server);
});
afterAll(async () => {
  db.$client.close();
  await server.stop();
});

test("no form of any page changes what was issued, sent or posted, nor its printed bytes", { timeout: 300_000 }, async () => {
  const shown = customer();
  const forms = await formsOf(shown);
  const printed = await pdfOf(shown.papers[2]!);
  const changed: string[] = [];
  let sent = 0;
  for (const { path, button, body } of forms) {
    const frozen = frozenOf(customer());
    const before = frozen.map((id) => frozenPartsOf(db, id));
    for (const id of frozen) {
      await send(path, aimed(body, id));
      sent += 1;
    }
    if (frozen.some((id, place) => frozenPartsOf(db, id) !== before[place])) changed.push(`«${button}» of ${path}`);
  }
  expect(changed).toEqual([]);
  expect(await pdfOf(shown.papers[2]!)).toBe(printed);
  expect([forms.length > 25, sent]).toEqual([true, 3 * forms.length]);
  promise("D12", `${forms.length} forms aimed ${sent} times at issued, sent and posted papers: 0 changes, the same PDF`);
});

test("the same forms do change a draft", async () => {
  const shown = customer();
  const invoice = shown.drafts[2]!;
  const before = frozenPartsOf(db, invoice);
  const { body, path } = (await formsOf(shown)).find(({ path }) => path === `/invoices/${invoice}/edit`)!;
  await send(path, aimed(body, invoice));
  expect(frozenPartsOf(db, invoice)).not.toBe(before);
});

type Form = { path: string; button: string; body: FormData };

/** Every form that the administrator finds on the pages of a customer, of its papers and of its drafts. */
async function formsOf({ accountId, contactId, papers, drafts }: Customer): Promise<Form[]> {
  const [quote, order, invoice, receipt] = papers;
  const [quoteDraft, orderDraft, invoiceDraft] = drafts;
  const paths = [
    ...[`/accounts/${accountId}`, `/accounts/${accountId}/edit`, `/contacts/${contactId}`, `/contacts/${contactId}/edit`],
    ...[`/quotes/${quote}`, `/orders/${order}`, `/orders/${order}/edit`, `/invoices/${invoice}`, `/receipts/${receipt}`],
    ...[`/quotes/${quoteDraft}`, `/quotes/${quoteDraft}/edit`, `/orders/${orderDraft}`, `/invoices/${invoiceDraft}`, `/invoices/${invoiceDraft}/edit`],
    ...["/quotes/new", "/orders/new", "/invoices/new", "/receipts/new", "/settings/company", "/settings/series"],
  ];
  const forms: Form[] = [];
  for (const path of paths) {
    const page: Visited = await marta.visit(path);
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
    for (const { button, body } of page.forms()) if (!body.has("_rows") && !body.has("_pick") && !body.has("_assist")) forms.push({ path, button, body });
  }
  return forms;
}

/** The same form as for another record, new, of its present version, with every text changed. */
function aimed(form: FormData, id: number): FormData {
  const version = db.$client.prepare("select version from documents where id = ?").pluck().get(id);
  const other: Record<string, string> = {
    id: String(id),
    _submission: crypto.randomUUID(),
    _version: String(version),
    reason: "Prueba",
    notes: "Otra cosa",
    terms: "Otras",
  };
  const body = new FormData();
  for (const [name, value] of form) body.append(name, other[name] ?? (name.endsWith(".unitPrice") ? "999" : value));
  if (!form.has("reason")) body.append("reason", "Prueba");
  return body;
}

async function send(path: string, body: FormData) {
  const answer = await marta.ask(path, { method: "POST", body, headers: { origin: new URL(marta.base).origin, "sec-fetch-site": "same-origin" } });
  if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
}

function customer(): Customer {
  drawn += 1;
  return addCustomer(db, { givenName: "Julia", company: `Acme ${drawn}`, email: `julia${drawn}@ejemplo.test`, passwordHash: "x" }, today);
}

/** An order is no frozen paper. */
function frozenOf({ papers }: Customer): number[] {
  return papers.filter((_, place) => place !== 1);
}

async function pdfOf(invoice: number): Promise<string> {
  const answer = await marta.ask(`/invoices/${invoice}/pdf`);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  return createHash("sha256")
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest("hex");
}
