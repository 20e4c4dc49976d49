import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopeFor } from "@/lib/access/scope";
import { openSignals, signalIs } from "@/lib/prospects/signals";
import { world } from "../../support/world";

test("each stretch of the queue walks its index, few among many by themselves, and sorts nothing", () => {
  const { db, viewer } = world();
  const scope = scopeFor(viewer("marta"), db);
  const { prospects } = scope;
  for (const signal of [...openSignals, "cancelled"] as const) {
    const isDated = signal !== "no_action" && signal !== "cancelled";
    const next = isDated ? prospects.nextActionOn : prospects.id;
    const index = { quoted: "quoted_idx (next_action_on", cancelled: "lost_idx" }[signal as string] ?? "urgency_idx (next_action_on";
    const query = scope
      .select({ id: prospects.id })
      .from(prospects)
      .where(signalIs(scope, signal, 7))
      .orderBy(next, prospects.id)
      .limit(51);
    const plan = db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`).map(({ detail }) => detail);
    expect(plan.join("; "), signal).toContain(`INDEX prospects_${index}`);
    expect(plan.join("; "), signal).not.toContain("TEMP B-TREE");
  }
});
