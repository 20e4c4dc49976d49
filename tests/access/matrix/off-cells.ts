import type { Database } from "@/db/open";
import { company } from "@/db/schema";
import { type DocumentKind, documentKinds, type SwitchableModule } from "@/db/vocabulary";
import { moduleOfKind } from "@/lib/access/relations/documents";
import { scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { names, type StaffName } from "./people";
import { viewerOf } from "./scope-cells";

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
