import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { createActivity } from "@/lib/activities/commands";
import { activityForm, doneForm } from "@/lib/activities/forms";
import { completeAndPlan } from "@/lib/activities/next-step";
import { findActivity } from "@/lib/activities/queries";
import { now, type World, world } from "../../support/world";

const next = { nextKind: "call", nextOn: "2026-08-31", nextTime: "10:00" };

function finish({ db, ids }: World, { owner, viewer, typed = next }: { owner: "ana" | "luis"; viewer: StaffViewer; typed?: object }) {
  const planned = activityForm.parse({ kind: "task", subject: "Cobrar", date: "2026-08-30" });
  const { id } = write(db, (tx) => createActivity(tx, { account: { id: ids.acme } }, planned, { userId: ids[owner], now, zone: "UTC" }));
  return {
    run: () =>
      write(db, (tx) => {
        const activity = findActivity(scopeFor(viewer, tx), id)!;
        return completeAndPlan(tx, activity, doneForm.parse({ id, ...typed }), { userId: viewer.userId, now, zone: "UTC", viewer });
      }),
    newest: () => db.select().from(activities).orderBy(desc(activities.id)).get()!,
    status: () => db.select().from(activities).where(eq(activities.id, id)).get()!.status,
  };
}

const without = (viewer: StaffViewer, verb: "create" | "assign"): StaffViewer => {
  const { [verb]: _verb, ...rest } = viewer.grants.activities!;
  return { ...viewer, grants: { ...viewer.grants, activities: rest } };
};

test("who may not plan ends what there was, and plans nothing", () => {
  const here = world();
  const viewer = without(here.viewer("ana"), "create");
  const refused = finish(here, { owner: "ana", viewer });
  expect(refused.run).toThrow(expect.objectContaining({ code: "activities.no_next", field: "nextOn" }));
  expect(refused.status()).toBe("planned");
  const alone = finish(here, { owner: "ana", viewer, typed: {} });
  alone.run();
  expect(alone.status()).toBe("done");
});

test("the next is the owner's where the viewer may give work, and the viewer's own where not or where the owner has left", () => {
  const here = world();
  const marta = here.viewer("marta");
  const given = finish(here, { owner: "luis", viewer: marta });
  given.run();
  expect(given.newest()).toMatchObject({ status: "planned", ownerId: here.ids.luis });

  const own = finish(here, { owner: "luis", viewer: without(here.viewer("ana"), "assign") });
  own.run();
  expect(own.newest()).toMatchObject({ status: "planned", ownerId: here.ids.ana });

  const left = finish(here, { owner: "luis", viewer: marta });
  here.db.update(users).set({ isActive: false }).where(eq(users.id, here.ids.luis)).run();
  left.run();
  expect(left.newest()).toMatchObject({ status: "planned", ownerId: marta.userId });
});
