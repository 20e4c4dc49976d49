import { parse } from "node-html-parser";
import { logIn } from "../../support/people";
import type { MatrixCompany } from "./company";
import type { Action } from "./entry-points";
import { formTemplates } from "./form-templates";
import { type CustomerName, personPlace, type StaffName } from "./people";
import { targetsOf } from "./verdicts";
import { cookieOf, type Heard, withoutDrawn } from "./wire";

const sentence = "Está viendo como otra persona";

/** What is a person's alone, and nobody's who looks through their eyes. */
const alone = ["/notices", "/exports/[id]"];

/** An administrator who sees as somebody: every page says what that person's says, and no form that person may send does anything. */
export async function seenAsComplaints(company: MatrixCompany, name: StaffName, { pages, actions }: { pages: string[]; actions: Action[] }) {
  const { line, db, cookies } = company;
  const marta = await logIn(company.server, "marta@ejemplo.test");
  const { id, name: shown } = db.$client.prepare("select id, name from users where email_key = ?").get(`${name}@ejemplo.test`) as { id: number; name: string };
  const begun = await (await marta.visit(`/settings/users/${id}`)).submit(`Ver como ${shown}`);
  const complaints: string[] = begun.text.includes(`Está viendo como ${shown}`) ? [] : [`${name}: the view did not begin: ${begun.text.slice(0, 200)}`];
  const cookie = cookieOf(marta.jar);
  const views = db.$client.prepare("select name from saved_views where owner_id = ? and audience = 'private'").pluck().all(id) as string[];
  const listed = await line.ask(cookie, { path: "/lists/accounts/views" });
  if (views.length === 0 || views.some((view) => listed.body.includes(view))) complaints.push(`${name}: shows a view of theirs alone`);
  // All else is compared while those are for everybody.
  const shareViews = db.$client.prepare(`update saved_views set audience = ? where owner_id = ? and name in (${views.map(() => "?")})`);
  shareViews.run("all", id, ...views);
  company.hasChanged();

  let cells = 0;
  for (const path of pages.filter((one) => !["/settings/me", "/login", "/setup"].includes(one))) {
    const targets = targetsOf(path);
    for (const { address } of [targets[0]!, targets.at(-1)!]) {
      const [own, seen] = [await line.ask(cookies[name], { path: address }), await line.ask(cookie, { path: address })];
      cells += 1;
      const isKept = seen.status === 404 || seen.body.includes("Esto es solo de la persona");
      if (alone.includes(path)) {
        if (!isKept) complaints.push(`${name} ${address}: shows what is theirs alone`);
      } else if (mainOf(own) !== mainOf(seen)) complaints.push(`${name} ${address}: is not what they see`);
      if (seen.status === 200 && !path.startsWith("/password") && !seen.body.includes(`Está viendo como ${shown}`))
        complaints.push(`${address}: is not marked`);
    }
  }
  const offered = await formTemplates(marta, pages, actions);
  const templates = [...new Map(offered.map((one) => [`${one.event} ${one.button}`, one])).values()];
  company.hasChanged();
  for (const { path, fields, event } of templates) {
    const body = new FormData();
    for (const [field, value] of fields) body.append(field, value);
    const heard = await line.post(cookie, path, body);
    if (heard.status !== 403 || !heard.body.includes(sentence)) complaints.push(`${name} ${event} at ${path}: ${heard.status} ${heard.location}`);
    if (company.hasChanged()) complaints.push(`${name} ${event} at ${path} changed the data`);
  }
  const upload = await line.post(cookie, "/api/uploads/attachments", new FormData());
  if (!upload.location.includes("error=only_looking")) complaints.push(`an upload: ${upload.status} ${upload.location}`);
  const spoken = await (await marta.visit("/settings/me")).submit("Guardar idioma", { locale: "en" });
  if (spoken.status !== 403 || company.hasChanged()) complaints.push(`a form of identity: ${spoken.status}`);

  shareViews.run("private", id, ...views);
  const back = await (await marta.visit("/")).submit("Salir de la vista");
  if (back.path !== `/settings/users/${id}` || back.text.includes("Está viendo")) complaints.push(`the way back led to ${back.path}`);
  const told = db.$client.prepare("select name, actor_id from events where name glob 'user.seen_as*' and subject_id = ? order by id").all(id) as object[];
  if (told.length !== 2) complaints.push(`told as ${JSON.stringify(told)}`);
  return { complaints, cells, forms: templates.length };
}

/** An administrator who sees the portal as a customer does: each page and file of it is theirs, no page of the team is there, and nothing is kept. */
export async function seenAsCustomerComplaints(company: MatrixCompany, name: CustomerName, { pages }: { pages: string[] }) {
  const { line, db, cookies } = company;
  const marta = await logIn(company.server, "marta@ejemplo.test");
  const contact = personPlace(name);
  const shown = db.$client.prepare("select trim(given_name || ' ' || family_name) from contacts where id = ?").pluck().get(contact) as string;
  const begun = await (await marta.visit(`/contacts/${contact}/portal`)).submit(`Ver como ${shown}`);
  const complaints: string[] = begun.path === "/portal" ? [] : [`${name}: the view led to ${begun.path}: ${begun.text.slice(0, 200)}`];
  const cookie = cookieOf(marta.jar);
  company.hasChanged();
  let cells = 0;
  for (const path of [...pages.filter((one) => !["/login", "/setup"].includes(one)), "/portal/documents/[id]/pdf"]) {
    const targets = targetsOf(path).filter(({ ref }, place) => (path.startsWith("/portal") && ref ? ["own", "others"].includes(ref.set) : place === 0));
    for (const { address } of targets) {
      const [own, seen] = [await line.ask(cookies[name], { path: address }), await line.ask(cookie, { path: address })];
      cells += 1;
      const isSame = own.status === seen.status && own.location === seen.location;
      if (!isSame || (!path.endsWith("/pdf") && mainOf(own) !== mainOf(seen))) complaints.push(`${name} ${address}: ${seen.status}, not what they see`);
      if (seen.status === 200 && path.startsWith("/portal") && !path.endsWith("/pdf") && !seen.body.includes(`Está viendo como ${shown}`))
        complaints.push(`${address}: is not marked`);
    }
  }
  await company.settled();
  company.hasChanged();
  const spoken = await line.post(cookie, "/settings/me", (await company.marta.visit("/settings/me")).bodyFor("Guardar idioma", { locale: "en" }));
  if (![403, 404].includes(spoken.status) || company.hasChanged()) complaints.push(`a form of identity: ${spoken.status}`);
  const back = await (await marta.visit("/portal")).submit("Salir de la vista");
  if (back.path !== `/contacts/${contact}/portal` || back.text.includes("Está viendo")) complaints.push(`the way back led to ${back.path}`);
  const told = db.$client.prepare("select name from events where name glob 'portal_user.seen_as*' and subject_id = ? order by id").pluck().all(contact);
  if (told.join() !== "portal_user.seen_as,portal_user.seen_as_ended") complaints.push(`told as ${told}`);
  return { complaints, cells };
}

/** All that the page says, where it leads and what its forms hold, without what is numbered anew on every page. */
function mainOf(heard: Heard): string {
  const main = parse(heard.body).querySelector("main");
  const places = main?.querySelectorAll("a").map((link) => link.getAttribute("href")) ?? [];
  const fields = main?.querySelectorAll("input, option, textarea").filter((field) => !/^(_|\$)/.test(field.getAttribute("name") ?? "")) ?? [];
  const held = fields.map((field) => [
    field.getAttribute("name"),
    field.getAttribute("value"),
    field.getAttribute("checked") ?? field.getAttribute("selected"),
  ]);
  return withoutDrawn({ ...heard, body: JSON.stringify([main?.text ?? heard.body, places, held]) });
}
