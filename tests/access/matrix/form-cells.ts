import { parse } from "node-html-parser";
import type { Verb } from "@/db/vocabulary";
import { textOf } from "../../support/visit";
import type { MatrixCompany } from "./company";
import { rightForEvent } from "./doors";
import { type RecordRef, type SetName, setNames } from "./facts";
import { constructiveFirst, type Template, templateFor } from "./form-templates";
import { foreignIn } from "./get-cells";
import { hasMail } from "./mailed";
import { covers, findsInTrash, isCustomer, isOutside, isStaff, moduleOf, reach, sees } from "./oracle";
import { type Name, names, type StaffName } from "./people";
import { inParallel } from "./wire";

export type FormCell = { name: Name; template: Template; set: SetName | "unknown" };

/** Where the record a form acts on says whose right it takes. */
const byRecord: Record<string, Verb> = {
  "attachment.removed": "edit",
  "attachment.restored": "edit",
  "mail.sent": "send",
  "mail.retried": "send",
  "bulk.undone": "edit",
};

/** By the permission model: may this person do this to this record? */
export function mayDo(name: Name, { event, ref: own }: Template, set: FormCell["set"]): boolean {
  const verb = byRecord[event];
  const right = verb && own ? { module: moduleOf[own.kind], verb } : rightForEvent(event);
  if (!isStaff(name) || isOutside(name)) return false;
  if (right === "team") return mayWithList(name, event);
  if (typeof right === "string") return false;
  const far = reach(name, right.module, right.verb);
  if (far === undefined || (isOfAdministrators(event) && name !== "marta")) return false;
  if (own === undefined) return true;
  if (set === "unknown") return false;
  const ref: RecordRef = { ...own, set };
  if (event === "mail.retried" && !hasMail(ref)) return false;
  if (event.startsWith("relation.")) return mayRelate(name, set) && covers(name, far, { set, kind: "relation" });
  if (bringsBack(event)) return findsInTrash(name, ref) && covers(name, far, own.kind === "account" ? { set, kind: "relation" } : ref);
  if (event === "prospect.followed_up" && !covers(name, reach(name, "prospects", "edit"), ref)) return false;
  return sees(name, ref) && covers(name, far, own.kind === "account" ? { set, kind: "relation" } : ref);
}

const isOfAdministrators = (event: string) => event.startsWith("user.") || event === "prospect.conversion_undone";

const bringsBack = (event: string) => event.endsWith(".restored") && !(event in byRecord);

/** Views are their maker's; the rest is for who has the list, which the administrator's page was of: the accounts. */
function mayWithList(name: StaffName, event: string): boolean {
  if (event === "view.edited" || event === "view.removed") return name === "marta";
  if (event === "list.exported") return reach(name, "accounts", "export") !== undefined;
  if (event === "bulk.started") return reach(name, "accounts", "edit") !== undefined || reach(name, "accounts", "assign") !== undefined;
  return (event === "list.arranged" || event === "view.saved") && reach(name, "accounts", "view") !== undefined;
}

function mayRelate(name: Name, set: SetName): boolean {
  return isStaff(name) && sees(name, { set, kind: "account" }) && sees(name, { set, kind: "contact" });
}

/** Sends one form and says what is wrong with the answer, if anything. */
async function complaintAt({ line, cookies }: MatrixCompany, { name, template, set }: FormCell): Promise<string | undefined> {
  const { path, body } = templateFor(template, set);
  const home = isAtHome(template, set) ? homeOf(name, template) : undefined;
  const place = home ? templateFor(template, home).path : path;
  const heard = await line.post(cookies[name], place, body);
  const told = (what: string) => `${name} ${template.event} «${template.button}» of ${path} at ${place}: ${what}`;
  const leak = foreignIn(name, heard, place);
  if (leak) return told(`shows ${leak}`);
  if (isOutside(name)) return heard.status === 303 && heard.location.startsWith("/login") ? undefined : told(`answers ${heard.status} ${heard.location}`);
  if (isCustomer(name) && heard.location === "/portal") return undefined;
  if (template.isSearch) return heard.status < 500 && heard.status !== 303 ? undefined : told(`answers ${heard.status}`);
  return refusalsOf(name, template, set).includes(heard.status) ? undefined : told(`answers ${heard.status} ${heard.location}`);
}

/** What is not seen is not there; what is seen may be refused. Who has no such right at all hears the same of every number. */
function refusalsOf(name: Name, template: Template, set: FormCell["set"]): number[] {
  if (!isStaff(name) || template.ref === undefined || !hasRight(name, template)) return [403, 404];
  if (!seesSubject(name, template, set)) return [404];
  return namesUnseen(name, template, set) ? [403, 404] : [403];
}

/** A draft's form names who attends there too. Who sees the paper and not them hears of the first that is not there for them. */
function namesUnseen(name: StaffName, { event, fields }: Template, set: FormCell["set"]): boolean {
  return (
    set !== "unknown" &&
    event.endsWith(".edited") &&
    fields.some(([field, value]) => field === "contactId" && value !== "") &&
    !sees(name, { set, kind: "contact" })
  );
}

export function hasRight(name: StaffName, { event, ref }: Template): boolean {
  const right = byRecord[event] && ref ? { module: moduleOf[ref.kind], verb: "view" as const } : rightForEvent(event);
  return typeof right === "string" ? right === "team" : reach(name, right.module, right.verb) !== undefined;
}

export function seesSubject(name: StaffName, { event, ref }: Template, set: FormCell["set"]): boolean {
  if (set === "unknown" || ref === undefined) return false;
  if (bringsBack(event)) return findsInTrash(name, { ...ref, set });
  if (event === "mail.retried" && !hasMail({ ...ref, set })) return false;
  return event.startsWith("relation.") ? mayRelate(name, set) : sees(name, { ...ref, set });
}

/** Half of what is sent about another's record is sent from a page of one's own, whose own refusal would not hide the form's answer. */
function isAtHome({ ref }: Template, set: FormCell["set"]): boolean {
  return ref !== undefined && (set === "unknown" || setNames.indexOf(set) % 2 === 0);
}

export function homeOf(name: Name, template: Template): SetName | undefined {
  return isStaff(name) && template.ref ? setNames.find((set) => mayDo(name, template, set)) : undefined;
}

/** Sends all that is denied. */
export async function runFormCells(company: MatrixCompany, cells: FormCell[]) {
  const complaints: string[] = [];
  company.hasChanged();
  for (let from = 0; from < cells.length; from += 50) {
    const some = cells.slice(from, from + 50);
    await inParallel(some, async (cell) => {
      const complaint = await complaintAt(company, cell);
      if (complaint) complaints.push(complaint);
    });
    if (company.hasChanged()) complaints.push(`The data changed between ${some[0]!.template.event} and ${some.at(-1)!.template.event}.`);
  }
  return complaints;
}

/** Each event sent by somebody of the team who may, on a few records until one takes it. Only a form that did its deed was let. */
export async function runAllowedForms({ line, cookies, db }: MatrixCompany, templates: Template[]) {
  const refused: string[] = [];
  const accepted: string[] = [];
  const untold: string[] = [];
  const happened = db.$client.prepare("select count(*) from events where name = ?").pluck();
  for (const [event, forms] of Map.groupBy(templates.filter(({ isSearch }) => !isSearch).toSorted(constructiveFirst), (template) => template.event)) {
    const allowed = forms.flatMap((template) => setNames.flatMap((set) => names.map((name) => ({ name, template, set })).filter((cell) => !isDenied(cell))));
    const tried = allowed.filter(({ name }) => name !== "marta" || allowed.every((cell) => cell.name === "marta")).slice(0, 5);
    const before = happened.get(event);
    const statuses: number[] = [];
    const said = new Set<string>();
    let isDone = false;
    for (const { name, template, set } of tried) {
      const { path, body } = templateFor(template, set);
      body.delete("_version");
      const earlier = happened.get(event) as number;
      const heard = await line.post(cookies[name], path, body);
      statuses.push(heard.status);
      isDone ||= heard.status === 303 && !heard.location.startsWith("/login");
      const times = (happened.get(event) as number) - earlier;
      if (times > 1) untold.push(`${event} by ${name} left ${times} events`);
      said.add(textOf(parse(heard.body).querySelector("main [role=alert], main .error, main [role=status]")).slice(0, 120));
    }
    // The second of two forms from one page is the first sent again, and changes nothing.
    if (isDone && happened.get(event) === before) untold.push(`${event} was done and left none`);
    // What hands out a link shows it at once, and leads nowhere else.
    if (isDone || happened.get(event) !== before) accepted.push(event);
    else refused.push(`${event} by ${tried.map(({ name }) => name)}: ${statuses} «${[...said].join("», «")}»`);
  }
  return { refused, accepted, untold };
}

const everySet: FormCell["set"][] = [...setNames, "unknown"];

/** Each form in each pair of hands, for every set of records. */
export function allForms(templates: Template[]): FormCell[] {
  return templates
    .flatMap((template) => everySet.slice(template.ref ? 0 : -1).flatMap((set) => names.map((name) => ({ name, template, set }))))
    .filter(isDenied);
}

/** One set of records for each principal and event. */
export function sampledForms(templates: Template[]): FormCell[] {
  const byEvent = [...Map.groupBy(templates, ({ event }) => event).values()];
  return byEvent.flatMap((forms, place) =>
    names.flatMap((name, person) => {
      const template = forms[person % forms.length]!;
      const denied = everySet.map((set) => ({ name, template, set })).filter(isDenied);
      return denied.length === 0 ? [] : [denied[(person + place) % denied.length]!];
    }),
  );
}

function isDenied({ name, template, set }: FormCell): boolean {
  return !mayDo(name, template, set);
}
