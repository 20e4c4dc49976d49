import type { Visitor } from "./visit";

const long = "Distribuidoralatinoamericanadematerialesparalaconstruccionyferreteriaengeneralsociedadanonimadecapitalvariableyasociados";
const longEmail = `${long.slice(0, 50).toLowerCase()}@distribuidoralatinoamericana.example`;

/** Records whose names are long and without spaces, and a paper of two hundred lines, made by their forms, one of them in the trash. Answers their pages. */
export async function longRecords(marta: Visitor): Promise<string[]> {
  const made: string[] = [];
  const add = async (path: string, button: string, typed: Record<string, string>) => {
    const page = await (await marta.visit(path)).submit(button, typed);
    if (page.summary) throw new Error(`${path}: ${page.summary}`);
    made.push(page.path.split("?")[0]!);
    return made.at(-1)!.split("/").at(-1)!;
  };
  const tags = Array.from({ length: 20 }, (_, i) => `A longer tag ${i + 1}`).join(", ");
  const account = await add("/accounts/new", "Save", { name: long, email: longEmail, phone: "8187654321", city: long.slice(0, 80), tags });
  await add(`/contacts/new?account=${account}`, "Save", { givenName: long, email: longEmail });
  await add("/prospects/new", "Save", { personName: long, companyName: long, email: longEmail, subject: long });
  await add(`/activities/new?account=${account}`, "Save", { subject: long, notes: long });
  await add("/catalog/new", "Save", { code: long.slice(0, 40), name: long, unitPrice: "1" });
  const rows = Array.from({ length: 200 }, (_, i) => ({
    [`lines.${i}.description`]: i === 3 ? long : `Line ${i + 1}`,
    [`lines.${i}.quantity`]: "12.5",
    [`lines.${i}.unitPrice`]: "1234567.89",
  }));
  await add(`/quotes/new?account=${account}`, "Save draft", Object.assign({}, ...rows));
  await add(`/invoices/new?account=${account}`, "Save draft", Object.assign({}, ...rows.slice(0, 5)));
  const twice = await (await marta.visit(`/activities/new?account=${account}`)).submit("Save", { subject: long });
  const thrown = await twice.submit("Delete");
  return [...made, thrown.path, ...["quotes", "invoices", "appointments"].map((tab) => `/accounts/${account}?tab=${tab}`), "/prospects?columns=all"];
}
