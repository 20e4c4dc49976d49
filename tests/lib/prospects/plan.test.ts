import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopeFor } from "@/lib/access/scope";
import { openSignals, signalIs } from "@/lib/prospects/signals";
import { world } from "../../support/world";

test("each stretch of the queue walks the index of what is open, and sorts nothing", () => {
  const { db, viewer } = world();
  const scope = scopeFor(viewer("marta"), db);
  const { prospects } = scope;
  for (const signal of openSignals) {
    const next = signal === "no_action" ? prospects.id : prospects.nextActionOn;
    const query = scope
      .select({ id: prospects.id })
      .from(prospects)
      .where(signalIs(scope, signal, 7))
      .orderBy(next, prospects.id)
      .limit(51);
    const plan = db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`).map(({ detail }) => detail);
    expect(plan.join("; "), signal).toMatch(/USING (COVERING )?INDEX prospects_urgency_idx \(next_action_on/);
    expect(plan.join("; "), signal).not.toContain("TEMP B-TREE");
  }
});
