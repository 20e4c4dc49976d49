import type { Visited, Visitor } from "../../support/visit";
import { doorKinds } from "./doors";
import type { Action } from "./entry-points";
import { globals, idOf, type Kind, type RecordRef, refOf, type SetName, setNames } from "./facts";
import { mailable } from "./mailed";
import { team } from "./people";
import { secretCost } from "./records";

/** A form as a page offers it for a record of the set `own`; `ref` is the record it acts on. */
export type Template = { event: string; button: string; path: string; fields: [string, string][]; ref?: RecordRef; isSearch: boolean };

const typed = { email: "prueba@ejemplo.test", date: "2026-08-22", time: "10:00" };
/** New papers are made for an account; the form then names it. */
const forAccount = ["/contacts/new", "/prospects/new", "/activities/new", "/quotes/new", "/orders/new", "/invoices/new", "/receipts/new"];

/** Omar, the last of the team. */
const deactivated = 1 + Object.keys(team).length;

/** Every form of every page that changes something, as the administrator finds it. */
export async function formTemplates(marta: Visitor, pages: string[], actions: Action[]): Promise<Template[]> {
  const events = new Map(actions.map(({ id, event }) => [id, event]));
  const found: Template[] = [];
  const queue = pages.flatMap(addresses);
  for (const { path, ref } of queue) {
    const page = await marta.visit(path);
    if (page.status !== 200) continue;
    queue.push(...questionsOf(page, path).map((question) => ({ path: question, ref })));
    for (const { button, body } of page.forms(typed)) {
      const fields = [...body].filter((entry): entry is [string, string] => typeof entry[1] === "string").map(chosen);
      const id = fields.flatMap((entry) => /\b7f[0-9a-f]{40}\b/.exec(entry.join(" "))?.[0] ?? [])[0];
      const event = id && events.get(id);
      const isSearch = ["_pick", "_rows", "_assist"].some((name) => body.has(name));
      const about = ofMany.includes(path) ? inRow(fields) : ref;
      const isElsewhere = about?.kind === "taken" || ofMany.includes(path);
      if (event) found.push({ event, button, ref: about, isSearch, ...(isElsewhere ? ofOwn(path, fields) : { path, fields }) });
    }
  }
  return found;
}

/** What a page asks before a deed that cannot be taken back stands at an address of its own. */
function questionsOf({ document }: Visited, path: string): string[] {
  const addresses = document.querySelectorAll("main a").map((link) => link.getAttribute("href") ?? "");
  return [...new Set(addresses.filter((address) => address.startsWith(`${path}?do=`)))];
}

function addresses(path: string): { path: string; ref?: RecordRef }[] {
  const own = (kind: Kind): RecordRef => ({ set: "own", kind });
  const filled = (ref: RecordRef) => path.replace("[id]", String(idOf(ref))).replace("[relationId]", String(idOf(own("relation"))));
  if (forAccount.includes(path)) return [{ path }, { path: `${path}?account=${idOf(own("account"))}`, ref: own("account") }];
  if (path === "/mails/new") return Object.entries(mailable).map(([kind, topic]) => mailOf(path, own(kind as Kind), topic));
  if (path.startsWith("/lists/")) return [{ path: `${path.replace("[list]", "accounts")}?all=1` }];
  if (!path.includes("[")) return [{ path }];
  if (path.startsWith("/catalog/")) return [{ path: path.replace("[id]", String(globals.item)) }];
  if (/^\/settings\/(groups|roles|profiles|web-forms)\//.test(path)) return [{ path: path.replace("[id]", "1") }];
  if (path.startsWith("/settings/users/")) return [2, deactivated].map((id) => ({ path: path.replace("[id]", String(id)) }));
  return (doorKinds[path.split("/")[1]!] ?? [])
    .map((kind) => ({ path: filled(own(kind)), ref: own(kind) }))
    .filter(({ ref }) => !path.includes("[relationId]") || ref.kind === "contact");
}

function mailOf(path: string, ref: RecordRef, topic: string) {
  return { path: `${path}?about=${topic}&id=${idOf(ref)}`, ref };
}

/** Lists with a form in each row, which names its record. */
const ofMany = ["/trash", "/mails"];

/** What a row is about as if it were of the set `own`, as every form is kept. */
function inRow(fields: [string, string][]): RecordRef | undefined {
  const ref = refOf(Number(fields.find(([name]) => name === "id")?.[1]));
  return ref && { ...ref, set: "own" };
}

/** The same form as it would stand for the set `own`. */
function ofOwn(path: string, fields: [string, string][]): Pick<Template, "path" | "fields"> {
  const own = (text: string) => text.replace(/\b7[01]\d(\d{3})\b/g, "700$1");
  return { path: own(path), fields: fields.map(([name, value]) => [name, own(value)]) };
}

/** A picker left open is filled with the record of the same set; a change of many changes something; what wants to be seen first was seen. */
function chosen([name, value]: [string, string], _place: number, all: [string, string][]): [string, string] {
  const noun = /^(account|contact)Id$/.exec(name)?.[1] as "account" | "contact" | undefined;
  const isOpen = noun && value === "" && all.some(([other, text]) => other === `${name}.text` && text === "Prueba");
  const isNumber = value === "Prueba" && /amount|rate|quantity|price|cost/i.test(name);
  if (name === "seen") return [name, "yes"];
  if (name === "sites") return [name, ""];
  // What somebody hands over goes to Marta; what changes hands by itself, to Bruno, who stands above most.
  if (name === "ownerId" && all.some(([other]) => other === "takesActivities")) return [name, "2"];
  if (name === "ownerId" && value === "" && all.some(([other]) => other === "kinds")) return [name, "1"];
  if (name === "addTags") return [name, "Prueba"];
  return [name, isOpen ? String(idOf({ set: "own", kind: noun })) : isNumber ? "1" : value];
}

/** Deeds that leave nothing to do another on come last. */
export function constructiveFirst(one: { event: string }, other: { event: string }): number {
  const destroys = ({ event }: { event: string }) =>
    // Whoever is deactivated, or is given another way in, could send nothing after it.
    event.startsWith("user.")
      ? 4
      : event.endsWith(".trashed")
        ? 3
        : /assigned|handed_over/.test(event)
          ? 2
          : Number(/voided|discarded|cancelled|deactivated|closed|removed|rejected|issued|sent/.test(event));
  return destroys(one) - destroys(other);
}

/** The same form for the same record of another set (or for numbers nobody has), by somebody who never saw what it held. */
export function templateFor({ path, fields }: Template, set: SetName | "unknown"): { path: string; body: FormData } {
  const thousand = set === "unknown" ? "800" : String(700 + setNames.indexOf(set));
  const moved = (text: string) =>
    text
      .replace(/zq\d{6}\w*/g, "prueba")
      .replace(secretCost, "1")
      .replace(/\b700(\d{3})\b/g, `${thousand}$1`);
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, moved(value));
  if (body.has("_submission")) body.set("_submission", crypto.randomUUID());
  return { path: moved(path), body };
}
