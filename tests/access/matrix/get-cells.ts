import type { MatrixCompany } from "./company";
import { rightFor } from "./doors";
import { globals, idOf, type RecordRef, refOf, tokensIn } from "./facts";
import { findsInTrash, hides, isCustomer, isOutside, isStaff, openRelationsOf, reach, sees, seesRecord } from "./oracle";
import { type CustomerName, customers, type Name, relationsOf } from "./people";
import { secretCost } from "./records";
import { besideOf, type Target, type Verdict, verdictFor } from "./verdicts";
import { type Heard, type Sent, withoutDrawn } from "./wire";

export type Cell = { name: Name; target: Target };
export type Tally = Record<Verdict, number>;

/** Asks for one cell and says what is wrong with the answer, if anything. */
export async function complaintAt({ line, cookies }: MatrixCompany, { name, target }: Cell, how: Partial<Sent> = {}): Promise<string | undefined> {
  const verdict = verdictFor(name, target);
  const heard = await line.ask(cookies[name], { path: target.address, ...how });
  const told = (what: string | undefined) => what && `${name} ${target.address}: ${what}`;
  const leak = foreignIn(name, heard, target.path);
  if (leak) return told(`shows ${leak}`);
  if (rightFor(target.path) === "open") return heard.status < 500 ? undefined : told(`answers ${heard.status}`);
  if (!isAnswerOf(verdict, heard)) return told(`answers ${heard.status} ${heard.location} instead of ${verdict}`);
  if (verdict === "shown" && target.ref && !/\/(pdf|file)$|^\/who-sees/.test(target.path) && !shows(heard.body, target.ref))
    return told("does not show its record");
  if (verdict !== "missing") return undefined;
  const beside = await line.ask(cookies[name], { path: besideOf(target), ...how });
  return told(difference(withoutDrawn(heard), withoutDrawn(beside)));
}

/** `wait`: a PDF that is still being drawn. */
function isAnswerOf(verdict: Verdict, { status, location }: Heard): boolean {
  switch (verdict) {
    case "shown":
      return status === 200 || status === 202;
    case "login":
      return status === 401 || ([303, 307].includes(status) && location.startsWith("/login"));
    case "portal":
      return status === 307 && location === "/portal";
    case "missing":
      return status === 404;
    case "refused":
    case "closed":
      return status === 403;
    default:
      verdict satisfies never;
      return false;
  }
}

function shows(body: string, ref: RecordRef): boolean {
  return tokensIn(body).some(({ id }) => id === idOf(ref));
}

/** The first canary in an answer that is not this person's to see. The trash shows what is in it, and the audit tells an administrator also of that. */
export function foreignIn(name: Name, { body, location, headers }: Pick<Heard, "body" | "location" | "headers">, path = ""): string | undefined {
  const isTrash = path === "/trash";
  const isAudit = path === "/settings/audit" && name === "marta";
  const foreign = tokensIn(body + location + JSON.stringify(headers)).find(
    ({ id, isNote }) => (!isAudit && !maySee(name, id, isTrash)) || (isNote && (!isStaff(name) || hides(name, "internalNote"))),
  );
  if (foreign) return `${foreign.isNote ? "the note" : "a text"} of ${foreign.id}`;
  return body.includes(secretCost) && (!isStaff(name) || hides(name, "cost")) ? "the cost" : undefined;
}

function maySee(name: Name, id: number, isTrash: boolean): boolean {
  const ref = refOf(id);
  if (ref) return isTrash ? findsInTrash(name, ref) : seesRecord(name, ref);
  if (id === globals.item || id === globals.trashedItem) return true;
  if (id === globals.entry) return isStaff(name) && !isOutside(name) && reach(name, "prospects", "assign") !== undefined;
  const owner = Object.keys(customers)[Math.floor((id - 750_000) / 10)] as CustomerName;
  const relations = relationsOf(owner);
  const relation = relations.find((one) => one.id === id);
  if (isCustomer(name)) return owner === name && openRelationsOf(name).some((one) => one.id === (relation?.id ?? one.id));
  return isStaff(name) && (relation ? [relation] : relations).some(({ of }) => sees(name, { set: of, kind: "relation" }));
}

function difference(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  const place = [...one].findIndex((letter, at) => letter !== other[at]);
  return `differs from a number that does not exist: «${one.slice(place - 40, place + 60)}» beside «${other.slice(place - 40, place + 60)}»`;
}
