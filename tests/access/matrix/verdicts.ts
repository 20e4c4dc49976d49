import { seenModules } from "@/db/vocabulary";
import { doorKinds, type Right, rightFor } from "./doors";
import { globals, idOf, type Kind, type RecordRef, setNames, unknownShift } from "./facts";
import { hasMail } from "./mailed";
import { covers, isCustomer, isOpen, isOutside, isShownTo, isStaff, moduleOf, reach, sees } from "./oracle";
import type { Name, StaffName } from "./people";
import { listAddresses, listVerdict } from "./taken";

/** What a door answers: the record, a page that is open anyhow, the way to log in, a refusal, nothing there, the service is over, or the other side's home. */
export type Verdict = "shown" | "login" | "refused" | "missing" | "closed" | "portal";

export type Target = { path: string; address: string; ref?: RecordRef };

const noRecord = ["/f/[form]", "/password/[token]", "/calendar/feed/[token]", "/api/auth/[...nextauth]", "/api/choices/[from]"];
const pickers = ["accounts", "contacts", "prospects", "catalog"];

/** Every record that has a page of its own. */
const asked = setNames.flatMap((set) => seenModules.flatMap((module) => (doorKinds[module] ?? []).map((kind): RecordRef => ({ set, kind }))));

/** Every address of a door: one for each record of its kinds in each set, or just itself. */
export function targetsOf(path: string): Target[] {
  if (path === "/api/choices/[from]") return pickers.map((from) => ({ path, address: path.replace("[from]", from) }));
  if (path === "/api/auth/[...nextauth]") return [{ path, address: "/api/auth/session" }];
  if (path === "/password/[token]") return [{ path, address: "/password/nothing" }];
  if (path.startsWith("/lists/")) return listAddresses(path).map((address) => ({ path, address }));
  if (path.startsWith("/who-sees/")) return asked.map((ref) => ({ path, ref, address: filled(path, ref, 0) }));
  if (!path.includes("[") || noRecord.includes(path)) return [{ path, address: path }];
  if (path.startsWith("/catalog/")) return [globals.item, globals.trashedItem].map((id) => ({ path, address: path.replace("[id]", String(id)) }));
  if (path.startsWith("/settings/")) return [{ path, address: path.replace("[id]", "1") }];
  const kinds = doorKinds[path.split("/")[1]!]!;
  return setNames
    .flatMap((set) => kinds.map((kind) => ({ path, ref: { set, kind }, address: filled(path, { set, kind }, 0) })))
    .filter(({ ref }) => fits(path, ref));
}

/** The same door for a number that no record has. */
export function besideOf({ path, address, ref }: Target): string {
  return ref ? filled(path, ref, unknownShift) : address.replace(/\d+/, (id) => String(Number(id) + unknownShift));
}

function filled(path: string, ref: RecordRef, shift: number): string {
  return path
    .replace("[module]", moduleOf[ref.kind])
    .replace("[id]", String(idOf(ref) + shift))
    .replace("[relationId]", String(idOf({ ...ref, kind: "relation" }) + shift));
}

const fits = (path: string, { kind }: RecordRef) => !path.includes("[relationId]") || kind === "contact";

/** By the permission model: may this person knock here, see what is asked for, and do what the door is for? */
export function verdictFor(name: Name, { path, address, ref }: Target): Verdict {
  const right = rightFor(path);
  if (right === "open") return "shown";
  if (isOutside(name)) return "login";
  if (isCustomer(name)) return customerVerdict(name, path, right, ref);
  if (!isStaff(name) || right === "customer") return "missing";
  // This company has no logo yet.
  if (path === "/settings/company/logo") return "missing";
  if (path === "/mails/new") return "missing";
  if (path.startsWith("/lists/")) return listVerdict(name, address);
  if (path === "/exports/[id]/file" && reach(name, "accounts", "export") === undefined) return "missing";
  if (path.startsWith("/exports/") || path.startsWith("/bulks/")) return ref && sees(name, ref) ? "shown" : "missing";
  if (path.startsWith("/mails/") && ref && !hasMail(ref)) return "missing";
  if (path.startsWith("/files/") || path.startsWith("/who-sees/") || path.startsWith("/mails/")) return ref && sees(name, ref) ? "shown" : "missing";
  if (right === "team") return "shown";
  if (reach(name, right.module, right.verb) === undefined) return "refused";
  if (address.includes(String(globals.trashedItem))) return "missing";
  // Nobody took the audit out yet.
  if (path === "/settings/audit/file") return "missing";
  return ref ? recordVerdict(name, path, right, ref) : "shown";
}

function customerVerdict(name: Name, path: string, right: Right, ref?: RecordRef): Verdict {
  if (!isCustomer(name)) return "missing";
  if (path.startsWith("/api/choices")) return "refused";
  if (path === "/") return "portal";
  if (!isOpen(name)) return "closed";
  if (right !== "customer" || (path.endsWith("/pdf") && ref?.kind === "receipt")) return "missing";
  return ref === undefined || isShownTo(name, ref) ? "shown" : "missing";
}

const draftsOnly: Kind[] = ["sentQuote", "issuedInvoice"];

function recordVerdict(name: StaffName, path: string, right: Exclude<Right, string>, ref: RecordRef): Verdict {
  const relation: RecordRef = { ...ref, kind: "relation" };
  if (!sees(name, ref) || (path.includes("[relationId]") && !seesRelation(name, ref))) return "missing";
  if (path.endsWith("/edit") && draftsOnly.includes(ref.kind)) return "missing";
  const far = reach(name, right.module, right.verb);
  const decidedBy = path.startsWith("/accounts") || path.includes("[relationId]") ? relation : ref;
  if (right.verb === "view") return "shown";
  if (path.endsWith("/follow-up") && !covers(name, reach(name, "prospects", "edit"), ref)) return "refused";
  return covers(name, far, decidedBy) ? "shown" : "refused";
}

/** A relation is seen by who sees both its sides. */
function seesRelation(name: StaffName, { set }: RecordRef): boolean {
  return sees(name, { set, kind: "account" }) && sees(name, { set, kind: "contact" });
}
