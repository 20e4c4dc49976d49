import { and, inArray, type SQL, sql } from "drizzle-orm";
import { originTotals } from "@/db/schema";
import type { Module, OriginMeasure } from "@/db/vocabulary";
import type { Viewer } from "../viewer";
import { either, nothing, viewReach } from "../visibility";
import { filtered } from "./relation";

const measured: [Module, OriginMeasure[]][] = [
  ["accounts", ["accounts"]],
  ["contacts", ["contacts"]],
  ["prospects", ["prospects", "won"]],
  ["invoices", ["invoiced"]],
];

/** What came by each origin, of those whose owners the viewer stands for: never more than they may see. */
export function originTotalsOf(viewer: Viewer) {
  return filtered(originTotals, either(...measured.map(([module, measures]) => and(inArray(originTotals.measure, measures), isOfTheirs(viewer, module))!)));
}

function isOfTheirs(viewer: Viewer, module: Module): SQL {
  const reach = viewReach(viewer, module);
  if (reach.kind === "all") return sql`1`;
  return reach.kind === "circle" ? inArray(originTotals.ownerId, reach.circle.ownerIds) : nothing;
}
