import { eq, notInArray, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Reader } from "@/db/open";
import { company } from "@/db/schema";
import { type Module, modules } from "@/db/vocabulary";
import { isOff } from "./permissions";
import { moduleOfKind } from "./relations/documents";
import type { Viewer } from "./viewer";
import { everything } from "./visibility";

const modulesOfKinds: Record<string, Module> = {
  ...{ prospect: "prospects", activity: "activities", catalog_item: "catalog", import: "imports" },
  ...moduleOfKind,
};

/** What waits in the outbox about a record of a module that is switched off meanwhile. */
export function isSwitchedOff(reader: Reader, kind: string): boolean {
  const module = modulesOfKinds[kind];
  const own = reader.select({ off: company.offModules }).from(company).where(eq(company.id, 1)).get();
  return module !== undefined && (own?.off as readonly Module[] | undefined)?.includes(module) === true;
}

/** The module that an address is about and that is switched off, told from what it names: a list, a module, a kind of record. */
export function switchedOffIn(viewer: Viewer, named: readonly unknown[]): Module | undefined {
  return named.map((name) => modulesOfKinds[String(name)] ?? modules.find((module) => module === name)).find((module) => module && isOff(viewer, module));
}

/** For what tells of records by their kind: leaves out those of modules that are switched off, even for who sees everything. */
export function isOfModuleOn(viewer: Viewer, kind: SQLiteColumn): SQL {
  const kinds = Object.keys(modulesOfKinds).filter((name) => isOff(viewer, modulesOfKinds[name]!));
  return kinds.length === 0 ? everything : sql`(${kind} is null or ${notInArray(kind, kinds)})`;
}
