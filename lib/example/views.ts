import { eq } from "drizzle-orm";
import { groupMembers } from "@/db/schema";
import { exampleViews } from "@/db/seeds/demo/views";
import { lists } from "@/lib/exports/lists";
import { chooseColumns, saveView } from "@/lib/lists/commands";
import type { Stage } from "./stage";
import type { Team } from "./team";

/** The lists as the team keeps them: views for everybody, for a group, and one's own; and the columns the biller looks at. */
export function tellViews({ tx, agenda, at, by, tell }: Stage, { manager, billing, reps }: Team) {
  const authors = { all: manager, group: reps[0]!, private: reps[0]! } as const;
  const groupId = tx.select({ id: groupMembers.groupId }).from(groupMembers).where(eq(groupMembers.userId, reps[0]!)).get()?.id ?? null;
  for (const [place, { list, name, audience, address }] of exampleViews.entries()) {
    if (audience === "group" && groupId === null) continue;
    agenda.add(at(60 - place, 12), (now) => {
      const author = by(authors[audience], now);
      const view = { list, name, audience, groupId: audience === "group" ? groupId : null, address: lists[list].normal(address) };
      tell("view.saved", saveView(tx, view, { ...author, mayForAll: true }), author);
    });
  }
  agenda.add(at(40, 12), (now) => {
    const columns = ["number", "customer", "until", "state", "owner", "total", "balance"];
    tell("list.arranged", chooseColumns(tx, { list: "invoices", address: "", columns, usual: false }, billing), by(billing, now));
  });
}
