import { eq } from "drizzle-orm";
import { accountContacts, origins, picklistOptions, profiles, roles, taxes, userProfiles, users, workCenters } from "@/db/schema";
import { password, setupPath } from "./company";
import { dataOf, logIn } from "./people";
import { type RunningServer, startServer } from "./server";
import { type Typed, type Visited, type Visitor, visitor } from "./visit";

/** A browser that prefers English. */
export const asks = { "accept-language": "en-US,en;q=0.9,es;q=0.5" };

export type EnglishCompany = { server: RunningServer; marta: Visitor; rosa: Visitor; ids: Record<string, number> };
type Read = (page: Visited) => void;
type Does = (address: string, button: string, typed?: Typed) => Promise<Visited>;

/** A company whose administrator and customer work in English, with a record of every kind made by its own forms. `read` is shown each page on the way. */
export async function startEnglishCompany(read: Read): Promise<EnglishCompany> {
  const server = await startServer();
  const marta = visitor(server.url, asks);
  const setup = await marta.visit(setupPath(server));
  read(setup);
  read(await setup.submit("Start", { companyName: "", name: "Martha", email: "martha", password: "x" }));
  const home = await setup.submit("Start", { companyName: "Willow Hardware", name: "Martha Rivers", email: "martha@example.test", password });
  if (home.path !== "/") throw new Error(home.text);
  sayDataInEnglish(server);

  const does: Does = async (address, button, typed) => {
    const page = await (await marta.visit(address)).submit(button, typed);
    if (page.summary || page.status !== 200) throw new Error(`${address} «${button}»: ${page.status} ${page.summary} ${page.text.slice(0, 3000)}`);
    read(page);
    return page;
  };
  const ids = { ...(await people(does, server)), ...(await papers(does, read)), ...(await settings(does, server, read)), ...(await lists(does)) };
  return { server, marta, ids, rosa: await invited(does, server, read) };
}

/** Somebody of the same company with the same rights who reads Spanish, whose words are longer. */
export async function inSpanish({ server }: EnglishCompany): Promise<Visitor> {
  const email = "carmen@example.test";
  const db = dataOf(server);
  const { id, ...martha } = db.select().from(users).where(eq(users.email, "martha@example.test")).get()!;
  const held = db.select().from(userProfiles).where(eq(userProfiles.userId, id)).all();
  const carmen = db
    .insert(users)
    .values({ ...martha, name: "Carmen Ríos", email, emailKey: email, locale: "es" })
    .returning({ id: users.id })
    .get();
  for (const { profileId } of held) db.insert(userProfiles).values({ userId: carmen.id, profileId }).run();
  db.$client.close();
  return logIn(server, email);
}

const idIn = (page: Visited) => Number(/\/(\d+)/.exec(page.path)![1]);

async function lists(does: Does) {
  const taken = idIn(await does("/lists/accounts/export", "Export to CSV"));
  return { export: taken, bulk: idIn(await does("/lists/accounts/bulk?all=1", "Change", { addTags: "Regular" })) };
}

async function people(does: Does, server: RunningServer) {
  const account = idIn(
    await does("/accounts/new", "Save", {
      name: "Acme Builders",
      email: "acme@example.test",
      city: "Monterrey",
      taxId: "GODE561231GR8",
      internalNote: "Pays late",
    }),
  );
  await does("/contacts/new?account=1", "Save", { givenName: "Rose", familyName: "Hill", email: "rose@example.test" });
  await does("/accounts/1", "Save", { notes: "They want rebar" });
  await does("/accounts/1/edit", "Save", { city: "Saltillo", phone: "8112345678", isSupplier: true });
  await does("/contacts/1/edit", "Save", { givenName: "Rosemary", phone: "8112345678" });
  const typed = { personName: "Paul Young", companyName: "Dove Stores", appointmentTime: "10:15", subject: "Price list" };
  const prospect = idIn(await does("/prospects/new", "Save", typed));
  const activity = idIn(await does("/activities/new?account=1", "Save", { subject: "Visit the site", date: "2030-03-12", time: "16:00" }));
  const db = dataOf(server);
  const relation = db.select({ id: accountContacts.id, contactId: accountContacts.contactId }).from(accountContacts).get()!;
  db.$client.close();
  return { account, prospect, activity, contact: relation.contactId, relation: relation.id };
}

/** One paper of each kind on its whole way, and drafts that can still be edited. */
async function papers(does: Does, read: Read) {
  const item = idIn(await does("/catalog/new", "Save", { code: "CEM-50", name: "Grey cement", unit: "bag", unitPrice: "228.50" }));
  const line = { "lines.0.description": "Grey cement", "lines.0.quantity": "3", "lines.0.unitPrice": "100" };
  const drafted = (kind: string) => does(`/${kind}/new?account=1`, "Save draft", line);
  const drafts = {
    "quotes/draft": idIn(await drafted("quotes")),
    "orders/draft": idIn(await drafted("orders")),
    "invoices/draft": idIn(await drafted("invoices")),
  };
  const quote = await drafted("quotes");
  const sent = await quote.submit("Send");
  const order = await sent.submit("Make order");
  const confirmed = await order.submit("Confirm order");
  const draft = await confirmed.submit("Invoice");
  const issued = await draft.submit("Issue");
  for (const page of [sent, order, confirmed, draft, issued]) read(page);
  if (!issued.notice.startsWith("Issued")) throw new Error(`Not issued: ${issued.summary} ${issued.text}`);
  const paid = { "tenders.0.method": "cash", "tenders.0.amount": "150", "allocations.0.amount": "100" };
  const receipt = idIn(await does(`/receipts/new?invoice=${idIn(draft)}`, "Record payment", paid));
  return { ...drafts, item, receipt, quotes: idIn(quote), orders: idIn(order), invoices: idIn(draft) };
}

async function settings(does: Does, server: RunningServer, read: Read) {
  const user = idIn(await does("/settings/users/new", "Save", { name: "Andrew", email: "andrew@example.test", profileIds: ["2"] }));
  await does("/settings/groups/new", "Save", { name: "North", memberIds: [String(user)] });
  await does("/settings/mail", "Save", { host: "127.0.0.1", port: "9", security: "none", fromAddress: "sales@example.test" });
  const mail = idIn(await does("/settings/mail", "Send a test mail"));
  const file = new File(["Name,Phone,Email\nBirch Ltd,8112345678,birch@example.test\nOak Ltd,1,not an email\n"], "list.csv", { type: "text/csv" });
  const asked = { name: "Contact us", title: "Write to us", address: "contact", locale: "en", ownerIds: ["1"], isReviewed: true };
  const webForm = idIn(await does("/settings/web-forms/new", "Save", { ...asked, sites: "https://www.example.test" }));
  await filledIn(server, read);
  return { web_form: webForm, user, group: 1, mail, import: idIn(await does("/imports/new", "Upload and check", { kind: "accounts", file })) };
}

/** A stranger writes by the form on the web, which waits to be looked at. */
async function filledIn(server: RunningServer, read: Read) {
  const form = await visitor(server.url, asks).visit("/f/contact?utm_source=newsletter");
  const refused = await form.submit("Send", { name: "" });
  const sent = await refused.submit("Send", { name: "Mary Field", email: "mary@example.test", message: "I want rebar" });
  if (sent.status !== 200 || sent.path !== "/f/contact?sent") throw new Error(sent.text);
  for (const page of [form, refused, sent]) read(page);
}

/** The words a company starts with are its own data, and stay as they are. */
function sayDataInEnglish(server: RunningServer) {
  const db = dataOf(server);
  for (const table of [origins, picklistOptions, profiles, roles, taxes, workCenters]) {
    for (const { id } of db.select({ id: table.id }).from(table).all()) {
      db.update(table)
        .set({ name: `Own ${id}` })
        .where(eq(table.id, id))
        .run();
    }
  }
  db.$client.close();
}

/** Rose chooses her password by the link she was sent, and comes in. */
async function invited(does: Does, server: RunningServer, read: Read): Promise<Visitor> {
  const access = await does("/contacts/1/portal", "Save", { "relations.0.hasPortal": true });
  const shown = await access.submit("Create link to choose a password");
  const path = new URL(shown.document.getElementById("link-shown")!.getAttribute("value")!).pathname;
  const rosa = visitor(server.url, asks);
  const chosen = await rosa.visit(path);
  const weak = await chosen.submit("Save password", { password: "x" });
  const login = await chosen.submit("Save password", { password });
  const wrong = await login.submit("Sign in", { email: "rose@example.test", password: "wrong" });
  for (const page of [shown, chosen, weak, login, wrong]) read(page);
  const inside = await login.submit("Sign in", { email: "rose@example.test", password });
  if (inside.path !== "/portal") throw new Error(inside.text);
  return rosa;
}
