import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { defaultViews, groupMembers, listColumns, savedViews } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import type { ColumnsInput, DefaultInput, ViewEdit, ViewInput } from "./forms";

type By = { userId: number; now: number; mayForAll: boolean };
type View = typeof savedViews.$inferSelect;
type Look = Pick<ViewInput, "name" | "audience" | "groupId">;

/** Keeps which columns a person sees in a list, or goes back to the usual ones. */
export function chooseColumns(tx: Transaction, { list, address, columns, usual }: ColumnsInput, userId: number): Change & { to: string } {
  const own = and(eq(listColumns.userId, userId), eq(listColumns.list, list));
  const before = tx.select().from(listColumns).where(own).get() ?? null;
  tx.delete(listColumns).where(own).run();
  const after = usual ? null : tx.insert(listColumns).values({ userId, list, columns }).returning().get();
  const asked = new URLSearchParams(address);
  asked.delete("columns");
  if (after) asked.set("columns", columns.join(","));
  return { kind: "user", id: userId, before, after, to: `/${list}?${asked}` };
}

/** Throws when the group is not one of one's own, or what is for all is not one's to say. */
export function saveView(tx: Transaction, { list, address, ...look }: ViewInput, by: By): Change & { name: string; list: string } {
  requireAudience(tx, look, by);
  const stamps = { createdAt: by.now, updatedAt: by.now };
  const after = tx
    .insert(savedViews)
    .values({ list, address, ...audienceOf(look), ownerId: by.userId, ...stamps })
    .returning()
    .get();
  return { kind: "view", id: after.id, before: null, after, name: after.name, list };
}

export function editView(tx: Transaction, view: View, look: ViewEdit, by: By): Change & { name: string; list: string } {
  if (look.audience !== view.audience || look.groupId !== view.groupId) requireAudience(tx, look, by);
  if (look.audience !== "all") tx.delete(defaultViews).where(eq(defaultViews.viewId, view.id)).run();
  const after = tx
    .update(savedViews)
    .set({ ...audienceOf(look), ...(look.fromList && { address: look.address }), updatedAt: by.now, version: view.version + 1 })
    .where(eq(savedViews.id, view.id))
    .returning()
    .get();
  return { kind: "view", id: view.id, before: view, after, name: after.name, list: view.list };
}

export function removeView(tx: Transaction, view: View): Change & { name: string; list: string } {
  tx.delete(savedViews).where(eq(savedViews.id, view.id)).run();
  return { kind: "view", id: view.id, before: view, after: null, name: view.name, list: view.list };
}

/** Which view a role finds at the bare address of a list. Throws unless everybody may open it. */
export function setDefaultView(tx: Transaction, { list, roleId, viewId }: DefaultInput): Change & { list: string } {
  const ofRole = and(eq(defaultViews.roleId, roleId), eq(defaultViews.list, list));
  const before = tx.select().from(defaultViews).where(ofRole).get() ?? null;
  const view =
    viewId === null
      ? undefined
      : tx
          .select()
          .from(savedViews)
          .where(and(eq(savedViews.id, viewId), eq(savedViews.list, list), eq(savedViews.audience, "all")))
          .get();
  if (viewId !== null && !view) throw new RuleError("not_in_list", "viewId");
  tx.delete(defaultViews).where(ofRole).run();
  const after = view ? tx.insert(defaultViews).values({ roleId, list, viewId: view.id }).returning().get() : null;
  return { kind: "role", id: roleId, before, after, list };
}

function requireAudience(tx: Transaction, { audience, groupId }: Look, { userId, mayForAll }: By) {
  if (audience === "all" && !mayForAll) throw new RuleError("lists.not_for_all", "audience");
  if (audience !== "group") return;
  const own = groupId !== null && and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, userId));
  if (!own || !tx.select().from(groupMembers).where(own).get()) throw new RuleError("lists.not_of_group", "groupId");
}

function audienceOf({ name, audience, groupId }: Look) {
  return { name, audience, groupId: audience === "group" ? groupId : null };
}
