import { eq } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { accountAccess } from "@/db/schema";
import { documentKinds, type Module, modules, type Verb, verbs } from "@/db/vocabulary";
import { admits } from "@/lib/access/admit";
import { hiddenAsked, withoutHidden } from "@/lib/access/hidden";
import { grants, isHidden } from "@/lib/access/permissions";
import type { Policy } from "@/lib/access/registry";
import { scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { rightFor, rightForEvent } from "./doors";
import { globals, idOf, type Kind, type RecordRef, type SetName, type SetSpec, sets } from "./facts";
import { allRefs, covers, hides, isCustomer, isOutside, isStaff, moduleOf, openRelationsOf, reach } from "./oracle";
import { type customers, type Name, names, personPlace, type StaffName } from "./people";
import { secretCost } from "./records";
import { viewerOf } from "./scope-cells";
import { shapesOf } from "./shapes";

type Ids = Record<StaffName, number>;
const system: Viewer = { kind: "system", locale: "es", zone: "UTC", today: "2026-08-22" };

/** What deciding about records says, for every right and record, beside the model. Returns how many were compared and those that differ. */
export function deedCells(reader: Reader, ids: Ids): { cells: number; wrong: string[] } {
  const wrong: string[] = [];
  let cells = 0;
  const compare = (what: string, is: unknown, expected: unknown) => {
    cells += 1;
    if (is !== expected) wrong.push(`${what}: ${is}`);
  };
  // What is somebody's alone no grant reaches.
  const shared = allRefs.filter(({ kind }) => kind !== "taken" && kind !== "bulk");
  const records = shared.map((ref) => ({ ref, owned: { ownerId: ownerOf(ref, ids), principals: principalsOf(reader, ref, ids) } }));
  for (const name of names) {
    const viewer = viewerOf(reader, ids, name);
    if (!viewer) continue;
    for (const module of modules) for (const verb of verbs) compare(`${name} ${module}.${verb}`, grants(viewer, module, verb), has(name, module, verb));
    for (const { ref, owned } of records) {
      const module = moduleOf[ref.kind];
      for (const verb of verbs)
        compare(
          `${name} ${verb} ${ref.kind} of ${ref.set}`,
          grants(viewer, module, verb, owned),
          isStaff(name) && covers(name, reach(name, module, verb), ref),
        );
    }
    for (const field of ["cost", "internalNote"] as const) compare(`${name} hides ${field}`, isHidden(viewer, field), hides(name, field));
    for (const query of [{ sort: "-cost" }, { cost: "1" }, { sort: ["name", "cost"] }])
      compare(`${name} asks for cost`, hiddenAsked(viewer, query) !== undefined, hides(name, "cost"));
    for (const query of [{ sort: "name" }, { q: "cost" }, {}]) compare(`${name} asks for names`, hiddenAsked(viewer, query) !== undefined, false);
    compare(`${name} writes notes`, withoutHidden(viewer, { internalNote: "x" }).internalNote === undefined, hides(name, "internalNote"));
    for (const [shape, shaped] of shapesOf(viewer)) {
      for (const [what, is, expected] of columnsOf(reader, name, shaped, ids)) compare(`${name} ${what} (${shape})`, is, expected);
    }
  }
  for (const module of modules) compare(`the system may ${module}`, grants(system, module, "edit", { ownerId: null }), true);
  return { cells, wrong };
}

function has(name: Name, module: Module, verb: Verb): boolean {
  return isStaff(name) && reach(name, module, verb) !== undefined;
}

function ownerOf({ set, kind }: RecordRef, ids: Ids): number | null {
  const spec: SetSpec = sets[set];
  const owner =
    kind === "account" || kind === "relation"
      ? spec.account
      : (["contact", "looseContact", "portalUser"] as Kind[]).includes(kind)
        ? spec.contact
        : spec.children;
  return owner === null || owner === "Norte" || owner === "Sur" ? null : ids[owner];
}

const loose: Kind[] = ["looseProspect", "looseActivity", "looseContact", "import", "file"];

function principalsOf(reader: Reader, { set, kind }: RecordRef, ids: Ids): string[] {
  if (kind === "prospectActivity") return [`u${ids[sets[set].children]}`];
  if (loose.includes(kind)) return [];
  const rows = reader
    .select()
    .from(accountAccess)
    .where(eq(accountAccess.accountId, idOf({ set, kind: "account" })))
    .all();
  return rows.map(({ principal }) => principal);
}

/** Columns that some do not see, and what the whole team reads and no customer. */
function columnsOf(reader: Reader, name: Name, viewer: Viewer, ids: Ids): [string, unknown, unknown][] {
  const scope = scopeFor(viewer, reader);
  const staff = isStaff(name) && !isOutside(name);
  const trashed = [scope.trashedAccounts, scope.trashedContacts, scope.trashedProspects];
  const notes = [scope.accounts, scope.contacts, scope.prospects, scope.anyDocuments, ...trashed].flatMap((relation) =>
    scope
      .select({ note: (relation as typeof scope.accounts).internalNote })
      .from(relation as typeof scope.accounts)
      .all(),
  );
  const many = [
    ...documentKinds.flatMap((kind) => [scope.documents(kind), scope.ownDocuments(kind)]),
    scope.ownAccounts as unknown as ReturnType<typeof scope.documents>,
  ].flatMap((relation) => scope.select({ note: relation.internalNote }).from(relation).all());
  const items = scope.select({ id: scope.catalogItems.id, cost: scope.catalogItems.cost }).from(scope.catalogItems).all();
  const events = scope.select().from(scope.events).all();
  const people = scope.select().from(scope.users).all();
  const seesItems = staff && reach(name, "catalog", "view") !== undefined;
  const seesUsers = staff && reach(name, "users", "view") !== undefined;
  const owners = isCustomer(name) ? openRelationsOf(name).flatMap(({ of }) => ownersOfSets(ids)[of] ?? []) : [];
  return [
    ["sees notes", [...notes, ...many].some(({ note }) => note !== null), staff && notes.length > 0 && !hides(name, "internalNote")],
    ["sees items", items.map(({ id }) => id).join(), seesItems ? String(globals.item) : ""],
    ["sees costs", items.some(({ cost }) => cost === secretCost), seesItems && !hides(name, "cost")],
    ["sees colleagues", people.length, staff ? Object.keys(ids).length - 2 : owners.length],
    ["sees whose account it is", owners.every((owner) => people.some(({ id }) => id === owner)), true],
    ["sees addresses", people.some(({ email }) => email !== null), seesUsers || owners.length > 0],
    ["sees ranks", people.some(({ roleId, isAdmin }) => roleId !== null || isAdmin), seesUsers],
    ["sees secrets", people.some((one) => one.passwordHash !== null || one.emailKey !== null || one.epoch !== null), false],
    ["sees the company", scope.select().from(scope.company).all().length, 1],
    ["sees what strangers sent", scope.select().from(scope.webFormEntries).all().length, staff && reach(name, "prospects", "assign") ? 1 : 0],
    ["sees groups", scope.select().from(scope.groups).all().length, staff ? 2 : 0],
    ["sees taxes of items", scope.select().from(scope.catalogItemTaxes).all().length, seesItems ? 1 : 0],
    [
      "sees hashes of customers",
      scope
        .select()
        .from(scope.portalUsers)
        .all()
        .some((one) => one.passwordHash !== null),
      false,
    ],
    ["sees what others were answered", scope.select().from(scope.submissions).all().length, 1],
    ["sees what changed", scope.select().from(scope.eventPayloads).all().length, events.length],
    ["sees what happened to colleagues", events.filter(({ subjectKind }) => subjectKind === "user").length, name === "marta" ? 3 : 0],
    ["is themselves", isCustomer(name) ? ownContacts(viewer, reader, name) : true, true],
  ];
}

function ownContacts(viewer: Viewer, reader: Reader, name: Name): boolean {
  const scope = scopeFor(viewer, reader);
  const place = personPlace(name as keyof typeof customers);
  const ids = (relation: typeof scope.contacts) =>
    scope
      .select({ id: relation.id })
      .from(relation)
      .all()
      .map(({ id }) => id)
      .join();
  const isOwn = ids(scope.contacts) === String(place) && ids(scope.portalUsers as unknown as typeof scope.contacts) === String(place + 2);
  const relations = ids(scope.accountContacts as unknown as typeof scope.contacts);
  const expected = openRelationsOf(name as keyof typeof customers).map(({ id }) => id);
  return isOwn && relations === expected.join();
}

/** Whom a customer reads as the one who attends them: nobody who left. */
function ownersOfSets(ids: Ids): Partial<Record<SetName, number>> {
  return { own: ids.ana, others: ids.luis, mates: ids.gael };
}

/** Whom a policy lets knock, by name. */
export function admitted(policy: Policy, viewers: Map<Name, Viewer>): string {
  return [...viewers]
    .filter(([, viewer]) => admits(policy, viewer))
    .map(([name]) => name)
    .join();
}

export function viewersOf(reader: Reader, ids: Ids): Map<Name, Viewer> {
  return new Map(
    names.flatMap((name): [Name, Viewer][] => {
      const viewer = viewerOf(reader, ids, name);
      return viewer ? [[name, viewer]] : [];
    }),
  );
}

/** The same, by the model. */
export function expectedAt(place: { path: string } | { event: string }): string {
  const right = "path" in place ? rightFor(place.path) : rightForEvent(place.event);
  const isIn = (name: Name) => {
    if (right === "open") return true;
    if (right === "team") return isStaff(name);
    return right === "customer" ? isCustomer(name) : has(name, right.module, right.verb);
  };
  return names.filter((name) => name !== "nobody" && name !== "omar" && name !== "fuera" && isIn(name)).join();
}
