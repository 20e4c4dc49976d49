import type { Reader } from "@/db/open";
import type { Module } from "@/db/vocabulary";
import { loadStaffViewer } from "./load-staff";
import { grants } from "./permissions";
import type { Owned } from "./viewer";

/** Whether a colleague sees a record that somebody else has found: for telling them of it. */
export function colleagueSees(reader: Reader, userId: number, { now, module, record }: { now: number; module: Module; record: Owned }): boolean {
  const viewer = loadStaffViewer(reader, userId, now);
  return viewer !== undefined && grants(viewer, module, "view", record);
}
