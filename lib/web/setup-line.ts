import { database } from "@/db/client";
import { scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { canSetUp } from "@/lib/setup/policy";
import { setupOf } from "@/lib/setup/queries";
import { leadsBack, progressOf } from "@/lib/setup/rules";
import { isExampleCompany } from "./company";
import { request } from "./request";

/** How far the company is, for who administers, on the pages that its steps lead to; nothing once it is complete, nor in an example.
 *  A page that says what failed does not ask what may fail again. */
export function unfinishedSetup(viewer: StaffViewer, path: string): { done: number; total: number } | undefined {
  const hasFailed = (request().status ?? 200) >= 500;
  const db = database();
  if (hasFailed || !canSetUp(viewer) || !leadsBack(path) || isExampleCompany() || complete.has(db)) return undefined;
  const { done, total } = progressOf(setupOf(scopeFor(viewer, db)).steps);
  if (done < total) return { done, total };
  complete.add(db);
  return undefined;
}

/** Once is enough: what is deleted later sets nothing up again. */
const complete = new WeakSet<object>();
