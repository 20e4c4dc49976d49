import type { MatrixCompany } from "./company";
import { refOf, type SetName, setNames } from "./facts";
import { hasRight, homeOf, mayDo, seesSubject } from "./form-cells";
import { type Template, templateFor } from "./form-templates";
import { foreignIn } from "./get-cells";
import { isGone, isOutside, isStaff, seesRecord } from "./oracle";
import { names, type StaffName } from "./people";
import { withoutDrawn } from "./wire";

export type ReferenceCell = { name: StaffName; template: Template; place: number; set: SetName };

const team = names.filter(isStaff).filter((name) => name !== "marta" && !isOutside(name));
const number = /\b7\d{5}\b/;

/** For each field of a form that names a record beside its own: the form of one's own record, with that field naming one that is not seen. */
export function referenceCells(templates: Template[]): ReferenceCell[] {
  const cells = templates
    .filter(({ isSearch, ref, path, fields }) => !isSearch && ref && new Set(`${path} ${fields.map(([, value]) => value)}`.match(/\b700\d{3}\b/g)).size > 1)
    .flatMap((template) => template.fields.flatMap((_, place) => cellOf(template, place) ?? []));
  return [...new Map(cells.map((cell) => [`${cell.template.event} ${cell.template.path} ${cell.template.fields[cell.place]![0]}`, cell])).values()];
}

function cellOf(template: Template, place: number): ReferenceCell | undefined {
  const named = refOf(Number(number.exec(template.fields[place]![1])?.[0]));
  if (!named) return undefined;
  for (const name of team.filter((one) => mayDo(one, template, "own"))) {
    const set = setNames.find((one) => !isGone({ ...named, set: one }) && !seesRecord(name, { ...named, set: one }));
    if (set) return { name, template, place, set };
  }
  return undefined;
}

/** Sends one and says what is wrong with the answer. */
export async function referenceComplaint(company: MatrixCompany, { name, template, place, set }: ReferenceCell): Promise<string | undefined> {
  const { path } = templateFor(template, "own");
  const fields = template.fields.map(([field, value], at): [string, string] => [field, at === place ? foreign(value, set) : value]);
  const { body } = templateFor({ ...template, fields }, "own");
  const [field, value] = fields[place]!;
  // Nothing is applied to an invoice without an amount.
  if (field.endsWith(".invoiceId")) body.set(field.replace("invoiceId", "amount"), "1");
  const line = () => JSON.stringify(company.db.$client.prepare("select * from document_lines where id = ?").get(number.exec(value)?.[0] ?? value));
  const before = line();
  company.hasChanged();
  const heard = await company.line.post(company.cookies[name], path, body);
  const told = (what: string) => `${name} ${template.event} ${path} with ${fields[place]!.join("=")}: ${what}`;
  const leak = foreignIn(name, heard);
  if (leak) return told(`shows ${leak}`);
  if (line() !== before) return told("changed another's line");
  // A number that is not of the paper's own lines is a new line.
  if (/^lines\.\d+\.id$/.test(field)) return heard.status === 303 ? undefined : told(`answers ${heard.status}`);
  if (heard.status === 303) return told(`was taken: ${heard.location}`);
  return company.hasChanged() ? told("changed the data") : undefined;
}

/** Not yet `templateFor`'s to move: it moves what is of the set `own`. */
function foreign(value: string, set: SetName): string {
  return value.replace(/\b700(\d{3})\b/g, `${700 + setNames.indexOf(set)}$1`);
}

/** For each event one form, by somebody who has the right but does not see the record: the answer to a number that nobody has is the same. */
export async function likenessComplaints({ line, cookies }: MatrixCompany, templates: Template[]) {
  const complaints: string[] = [];
  let cells = 0;
  const forms = templates.filter(({ ref, isSearch }) => ref && !isSearch);
  for (const [event, some] of Map.groupBy(forms, (template) => template.event)) {
    const pair = some.flatMap((template) => unseenBy(template) ?? [])[0];
    if (!pair) continue;
    const { name, template, set } = pair;
    const home = homeOf(name, template);
    const [unseen, unknown] = await Promise.all(
      ([set, "unknown"] as const).map((one) => {
        const { path, body } = templateFor(template, one);
        return line.post(cookies[name], home ? templateFor(template, home).path : path, body);
      }),
    );
    cells += 1;
    if (withoutDrawn(unseen!) !== withoutDrawn(unknown!)) complaints.push(`${name} ${event} of ${set}: ${unseen!.status} beside ${unknown!.status}`);
  }
  return { complaints, cells };
}

function unseenBy(template: Template) {
  for (const name of team.filter((one) => hasRight(one, template))) {
    const set = setNames.find((one) => !seesSubject(name, template, one));
    if (set) return { name, template, set };
  }
  return undefined;
}
