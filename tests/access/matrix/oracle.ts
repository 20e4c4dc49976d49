import type { Module, ReachName, Verb } from "@/db/vocabulary";
import { idOf, type Kind, kinds, type RecordRef, type SetSpec, setNames, sets } from "./facts";
import { type CustomerName, customers, type GroupName, type Name, type RelationSpec, relationsOf, type StaffName, team, tree } from "./people";

/* The permission model in plain words, over the plain facts of the matrix. It calls nothing of the product. */

type Rule = { can: Partial<Record<Verb, ReachName>>; in: Module[] };
const book: Module[] = ["prospects", "activities", "accounts", "contacts"];
const offers: Module[] = ["quotes", "orders"];
const money: Module[] = ["invoices", "receipts"];

const verbs = (reach: ReachName, ...list: Verb[]) => Object.fromEntries(list.map((verb) => [verb, reach])) as Rule["can"];

/** What each profile may do, as the model tells it. */
const profiles: Record<string, Rule[]> = {
  Gerencia: [
    { in: [...book, ...offers], can: verbs("subordinates", "view", "create", "edit", "delete", "assign", "export", "send", "issue", "void") },
    { in: money, can: verbs("subordinates", "view", "create", "edit", "delete", "send", "issue", "void", "collect", "export") },
    { in: ["catalog"], can: verbs("all", "view", "create", "edit", "delete") },
    { in: ["imports"], can: verbs("own", "view", "create", "edit", "import") },
    { in: ["users", "settings"], can: verbs("all", "view") },
  ],
  Ejecutivo: executive("own", "own"),
  "Ejecutivo sin notas": executive("own", "own").map((rule) => (rule.in === money ? { in: ["invoices"], can: verbs("group", "view") } : rule)),
  "Ejecutivo de grupo": executive("group", "group"),
  "Ejecutivo que ve todo": executive("all", "own"),
  "Facturación y cobranza": [
    { in: [...book, "catalog"], can: verbs("all", "view", "create", "edit") },
    { in: offers, can: verbs("all", "view", "create", "edit", "send", "issue", "void") },
    { in: money, can: verbs("all", "view", "create", "edit", "delete", "send", "issue", "void", "collect", "export") },
    { in: ["imports"], can: verbs("own", "view", "create", "edit", "import") },
  ],
  "Solo lectura": [{ in: [...book, "catalog", ...offers, ...money], can: verbs("all", "view") }],
};

function executive(seeing: ReachName, changing: ReachName): Rule[] {
  return [
    { in: [...book, ...offers], can: { ...verbs(seeing, "view"), ...verbs(changing, "create", "edit", "send", "issue") } },
    { in: ["prospects", "activities", "quotes"], can: verbs("own", "delete", "void") },
    { in: money, can: verbs(seeing, "view") },
    { in: ["invoices"], can: verbs(changing, "create", "edit", "delete") },
    { in: ["catalog"], can: verbs("all", "view") },
    { in: ["imports"], can: verbs("own", "view", "create", "edit", "import") },
  ];
}

export const isStaff = (name: Name): name is StaffName => name === "marta" || name in team;
export const isCustomer = (name: Name): name is CustomerName => name in customers;
/** Whose cookie opens nothing any more, or who has none. */
export const isOutside = (name: Name) => name === "nobody" || name === "omar" || name === "fuera";

export function reach(name: StaffName, module: Module, verb: Verb): ReachName | undefined {
  if (name === "marta") return "all";
  const { profiles: held = [] } = team[name] as { profiles?: readonly string[] };
  const rules = held.flatMap((profile) => profiles[profile]!).filter((rule) => rule.in.includes(module));
  return (["all", "subordinates", "group", "own"] as const).find((far) => rules.some((rule) => rule.can[verb] === far));
}

export function hides(name: Name, field: "cost" | "internalNote"): boolean {
  if (name === "marta" || name === "bruno" || name === "blas") return false;
  return field === "cost" || name === "rita" || name === "nora" || isCustomer(name);
}

const groupsOf = (name: string): readonly GroupName[] => (name === "marta" ? [] : team[name as keyof typeof team].groups);
const mates = (name: StaffName) =>
  (Object.keys(team) as StaffName[]).filter((one) => one !== name && groupsOf(one).some((group) => groupsOf(name).includes(group)));

function isBelow(name: StaffName, me: StaffName): boolean {
  const roleOf = (one: StaffName): keyof typeof tree => (one === "marta" ? "Dirección" : team[one].role);
  for (let role: keyof typeof tree | null = tree[roleOf(name)]; role; role = tree[role]) if (role === roleOf(me)) return true;
  return false;
}

/** A record's owner is within a reach. */
function reachesOwner(me: StaffName, far: ReachName, owner: StaffName): boolean {
  if (far === "all" || owner === me) return true;
  if (far === "own") return false;
  return mates(me).includes(owner) || (far === "subordinates" && isBelow(owner, me));
}

/** An account is within a reach: its owner, its group, whom it is shared with, or whoever owns a live contact of it. */
function reachesAccount(me: StaffName, far: ReachName, { account, sharedWith, contact, isTrashed }: SetSpec): boolean {
  if (far === "all") return true;
  const isGroup = account === "Norte" || account === "Sur";
  if (account !== null && !isGroup && reachesOwner(me, far, account)) return true;
  const knower = isTrashed ? null : contact;
  if (knower !== null && (knower === me || (far === "subordinates" && isBelow(knower, me)))) return true;
  return far !== "own" && groupsOf(me).some((group) => group === account || group === sharedWith);
}

export const moduleOf: Record<Kind, Module> = {
  ...{ account: "accounts", contact: "contacts", looseContact: "contacts", relation: "accounts", portalUser: "contacts" },
  ...{ prospect: "prospects", looseProspect: "prospects", activity: "activities", prospectActivity: "activities", looseActivity: "activities" },
  ...{ quote: "quotes", sentQuote: "quotes", order: "orders", confirmedOrder: "orders", invoice: "invoices", issuedInvoice: "invoices" },
  ...{ receipt: "receipts", import: "imports", file: "imports", taken: "accounts", bulk: "accounts" },
};

/** Whether a verb's reach holds a record that lives. */
export function covers(me: StaffName, far: ReachName | undefined, { set, kind }: RecordRef): boolean {
  if (far === undefined) return false;
  const spec: SetSpec = sets[set];
  const byAccount = reachesAccount(me, far, spec);
  switch (kind) {
    case "account":
    case "relation":
      return byAccount;
    case "contact":
    case "portalUser":
      return byAccount || (spec.contact !== null && reachesOwner(me, far, spec.contact)) || far === "all";
    case "looseContact":
      return far === "all" || (spec.contact !== null && reachesOwner(me, far, spec.contact));
    case "import":
    case "file":
      return far === "all" || spec.children === me;
    case "taken":
      return spec.children === me;
    case "bulk":
      return spec.children === me || me === "marta";
    case "looseProspect":
    case "prospectActivity":
    case "looseActivity":
      return reachesOwner(me, far, spec.children);
    default:
      return byAccount || reachesOwner(me, far, spec.children);
  }
}

/** An account or a paper that a person reaches by its owner alone. */
export function isOwnedWithin(me: StaffName, { set, kind }: RecordRef): boolean {
  const far = reach(me, moduleOf[kind], "view");
  const owner = kind === "account" ? sets[set].account : sets[set].children;
  return far !== undefined && owner !== null && owner !== "Norte" && owner !== "Sur" && reachesOwner(me, far, owner);
}

/** An account that a circle reaches otherwise than as its owner: a contact of theirs where somebody else owns it, or a group. */
export function isReachedOtherwise(me: StaffName, { set }: RecordRef): boolean {
  const far = reach(me, "accounts", "view");
  const { account, sharedWith, contact }: SetSpec = sets[set];
  if (far === undefined || far === "all") return false;
  const isKnown = contact !== null && contact !== account && (contact === me || (far === "subordinates" && isBelow(contact, me)));
  return isKnown || (far !== "own" && groupsOf(me).some((group) => group === account || group === sharedWith));
}

const keptInTrash: Kind[] = ["relation", "portalUser", "import", "file", "taken", "bulk"];
export const isGone = ({ set, kind }: RecordRef) => (sets[set] as SetSpec).isTrashed === true && !keptInTrash.includes(kind);

/** A member of the team sees a record. */
export function sees(me: StaffName, ref: RecordRef): boolean {
  return !isOutside(me) && !isGone(ref) && covers(me, reach(me, moduleOf[ref.kind], "view"), ref);
}

/** Who would see a record were it not in the trash: what happened to it is still told to them. */
export function remembers(name: Name, ref: RecordRef): boolean {
  return isStaff(name) && !isOutside(name) && covers(name, reach(name, moduleOf[ref.kind], "view"), ref);
}

/** Who would see a record finds it in the trash. */
export const findsInTrash = (name: Name, ref: RecordRef) => isGone(ref) && remembers(name, ref);

const published = { sentQuote: "quote", confirmedOrder: "order", issuedInvoice: "invoice", receipt: "receipt" } as const;

/** A customer sees what was sent to their account, of the kinds their relation shows, between its days; and the account itself. */
export function isShownTo(name: CustomerName, { set, kind }: RecordRef): boolean {
  const paper = kind in published ? published[kind as keyof typeof published] : undefined;
  const shows = ({ kinds: shown }: RelationSpec) => kind === "account" || (paper !== undefined && (shown === null || shown.includes(paper)));
  return openRelationsOf(name).some((relation) => relation.of === set && shows(relation));
}

/** Between their days, the last one inside, while the account stands and its portal is on. */
export function openRelationsOf(name: CustomerName) {
  const isWithin = ({ from, until }: RelationSpec) => (from ?? 0) <= 0 && (until ?? 0) >= 0;
  return relationsOf(name).filter(
    (relation) => customers[name].isActive && (relation.hasPortal ?? true) && !(sets[relation.of] as SetSpec).isTrashed && isWithin(relation),
  );
}

export const isOpen = (name: CustomerName) => openRelationsOf(name).length > 0;

export function seesRecord(name: Name, ref: RecordRef): boolean {
  if (isStaff(name)) return sees(name, ref);
  return isCustomer(name) && isShownTo(name, ref);
}

export const allRefs: RecordRef[] = setNames.flatMap((set) => kinds.map((kind) => ({ set, kind })));
export const visibleIds = (name: Name) => new Set(allRefs.filter((ref) => seesRecord(name, ref)).map(idOf));
