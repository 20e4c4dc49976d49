import { current } from "@/lib/i18n/current";
import { type AskedModule, declaredOf, fieldsAsked } from "./rules";

/** The fields a form marks as asked for: some always, some while others of its fields say this (`*`: anything).
 *  `initial` is what those say when the form is drawn. */
export type Marks = { initial: Record<string, string>; rules: { when: Record<string, string>; fields: string[] }[] };

type Whens = Record<string, Record<string, string>>;

/** What the company asks for in a form of a module, by the kind that form says. */
export function marksOf(module: AskedModule, initial: Record<string, string> = {}): Marks | undefined {
  return marked(module, initial, whensOf(module));
}

/** The same for the hour of what is planned along with something else, which nobody has to plan. */
export function marksOfNext(day: string, hour: string, kind?: { name: string; initial: string }): Marks | undefined {
  const kinds = Object.keys(declaredOf("activities").kinds);
  const whens = Object.fromEntries((kind ? kinds : ["appointment"]).map((one) => [one, { [day]: "*", ...(kind && { [kind.name]: one }) }]));
  const found = marked("activities", kind ? { [kind.name]: kind.initial } : {}, whens);
  return found && { ...found, rules: found.rules.flatMap(({ when, fields }) => (fields.includes("time") ? [{ when, fields: [hour] }] : [])) };
}

/** The same for the hour of what is put off, where it has one. */
export function marksOfMove({ kind, isAllDay }: { kind: string; isAllDay: boolean }): Marks | undefined {
  const isAsked = !isAllDay && fieldsAsked(current().requiredFields ?? [], "activities", [kind]).includes("time");
  return isAsked ? { initial: {}, rules: [{ when: {}, fields: ["time"] }] } : undefined;
}

export function joined(...all: (Marks | undefined)[]): Marks | undefined {
  const some = all.filter((marks) => marks !== undefined);
  return some.length === 0 ? undefined : { initial: Object.assign({}, ...some.map(({ initial }) => initial)), rules: some.flatMap(({ rules }) => rules) };
}

function marked(module: AskedModule, initial: Record<string, string>, whens: Whens): Marks | undefined {
  const asked = current().requiredFields ?? [];
  const rules = Object.entries(whens).flatMap(([kind, when]) => {
    const fields = fieldsAsked(asked, module, [kind]);
    return fields.length === 0 ? [] : [{ when, fields }];
  });
  return rules.length === 0 ? undefined : { initial, rules };
}

function whensOf(module: AskedModule): Whens {
  if (module === "accounts") return { company: { personType: "company" }, individual: { personType: "individual" }, supplier: { isSupplier: "on" } };
  const kinds = Object.keys(declaredOf(module).kinds);
  return Object.fromEntries(kinds.map((kind): [string, Record<string, string>] => [kind, kind === "any" ? {} : { kind }]));
}
