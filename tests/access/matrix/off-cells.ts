import type { Database } from "@/db/open";
import { company } from "@/db/schema";
import { type DocumentKind, documentKinds, type Module, type SwitchableModule, switchableModules } from "@/db/vocabulary";
import { moduleOfKind } from "@/lib/access/relations/documents";
import { scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { withDependents } from "../../support/switched-off";
import type { MatrixCompany } from "./company";
import { rightFor } from "./doors";
import { bait, idOf, refOf, tokensIn } from "./facts";
import { moduleOf } from "./oracle";
import { names, type StaffName } from "./people";
import { viewerOf } from "./scope-cells";
import { targetsOf } from "./verdicts";

const switched: SwitchableModule[] = ["quotes", "invoices"];

/** The first viewer and kind of paper of which a module that is switched off leaves a paper or a series, or another takes something away. */
export function offDifference(db: Database, ids: Record<StaffName, number>): string | undefined {
  const seen = () => new Map(names.map((name) => [name, papersOf(db, viewerOf(db, ids, name))]));
  const before = seen();
  for (const module of switched) {
    db.update(company)
      .set({ offModules: [module] })
      .run();
    const after = seen();
    db.update(company).set({ offModules: [] }).run();
    for (const name of names) {
      for (const kind of documentKinds) {
        const expected = moduleOfKind[kind] === module ? 0 : before.get(name)?.[kind];
        const found = after.get(name)?.[kind];
        if (before.get(name) && found !== expected) return `${name} sees ${found} of ${kind} without ${module}, not ${expected}`;
      }
    }
  }
  return undefined;
}

function papersOf(db: Database, viewer: Viewer | undefined): Record<DocumentKind, number> | undefined {
  if (!viewer) return undefined;
  const scope = scopeFor(viewer, db);
  const series = scope.select({ kind: scope.series.kind }).from(scope.series).all();
  const counts = documentKinds.map((kind) => {
    const papers = scope.documents(kind);
    return [kind, scope.select({ id: papers.id }).from(papers).all().length + series.filter((one) => one.kind === kind).length];
  });
  return Object.fromEntries(counts) as Record<DocumentKind, number>;
}

/** What tells of every module: none of them says a word of one that is off. */
const telling = [
  "/",
  `/search?q=${bait}`,
  "/calendar",
  "/trash",
  "/notices",
  "/mails",
  "/accounts",
  "/accounts/[id]",
  "/accounts/[id]?ver=files",
  "/contacts/[id]",
];

/** Each module off, one by one: whatever door leads to what it holds is shut, with its name and, for who administers, the way to switch it on;
 *  and whatever tells of every module is silent about it, to colleagues and customers. */
export async function offComplaints({ db, line, cookies }: MatrixCompany, doors: string[]): Promise<{ complaints: string[]; cells: number }> {
  const complaints: string[] = [];
  let cells = 0;
  // The control: with everything on, the same pages tell of these.
  const told = await Promise.all(telling.map((path) => line.ask(cookies.marta, { path: addressOf(path) })));
  const heard = new Set(told.flatMap(({ body }) => tokensIn(body).map(({ id }) => moduleOf[refOf(id)?.kind ?? "account"])));
  if (heard.size < 5) complaints.push(`nothing tells of anything but ${[...heard]}`);
  for (const module of switchableModules) {
    const off: Module[] = withDependents(module);
    const isOff = (id: number) => off.includes(moduleOf[refOf(id)?.kind ?? "account"]);
    const shut = doors.flatMap((path) => {
      const right = rightFor(path);
      if (typeof right !== "string") return off.includes(right.module) ? [targetsOf(path)[0]!] : [];
      const target = targetsOf(path).find(({ ref }) => ref && off.includes(moduleOf[ref.kind]));
      return right === "team" && target ? [target] : [];
    });
    const open = telling.map((path) => ({ path, address: addressOf(path) }));
    db.update(company)
      .set({ offModules: off as SwitchableModule[] })
      .run();
    for (const name of ["marta", "bruno"] as const) {
      for (const { path, address } of [...shut, ...open]) {
        const { status, body } = await line.ask(cookies[name], { path: address });
        cells += 1;
        const told = (what: string) => complaints.push(`${name} ${address} without ${module}: ${what}`);
        if (tokensIn(body).some(({ id }) => isOff(id))) told("says a word of it");
        if (!shut.some((one) => one.path === path)) {
          if (status !== 200) told(`answers ${status}`);
        } else if (status !== 404 && (status !== 403 || body.includes('href="/settings/modules"') !== (name === "marta")))
          told(`answers ${status} without the way on`);
      }
    }
    const portal = await line.ask(cookies.cara, { path: "/portal" });
    if (portal.status !== 200 || tokensIn(portal.body).some(({ id }) => isOff(id))) complaints.push(`the portal without ${module}`);
  }
  db.update(company).set({ offModules: [] }).run();
  return { complaints, cells };
}

function addressOf(path: string): string {
  return path.replace("[id]", String(idOf({ set: "own", kind: path.startsWith("/contacts") ? "contact" : "account" })));
}
