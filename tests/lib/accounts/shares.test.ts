import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, activities, profileGrants, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { whoSees } from "@/lib/access/who-sees";
import { giveAccount } from "@/lib/accounts/change-fields";
import { canEditAccount } from "@/lib/accounts/policy";
import { findAccount, sharesOfAccount } from "@/lib/accounts/queries";
import { shareAccount, unshareAccount } from "@/lib/accounts/shares";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { giveOpenWork } from "@/lib/activities/give-along";
import { giveProspect } from "@/lib/prospects/change-fields";
import { createProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { now, today, viewerOf, world } from "../../support/world";

/** Everybody's profile reaches what is their groups'. */
function ofGroups() {
  const here = world({ preset: "group" });
  const { db, ids } = here;
  const acme = () => findAccount(scopeFor(here.viewer("marta"), db), ids.acme)!;
  const seen = () => findAccount(scopeFor(viewerOf(db, ids.luis), db), ids.acme);
  return { ...here, acme, seen };
}

test("who is in a group sees and works on what is shared with it, from the next request, until it is not", () => {
  const { db, ids, acme, seen, viewer } = ofGroups();
  expect(seen()).toBeUndefined();
  const { before, after } = write(db, (tx) => shareAccount(tx, acme(), ids.sur));
  expect([before, after]).toEqual([{ sharedWith: [] }, { sharedWith: ["Sur"] }]);
  expect(canEditAccount(viewer("luis"), seen()!)).toBe(true);
  const told = whoSees(scopeFor(viewer("marta"), db), "accounts", String(ids.acme), now)!;
  expect(told.seers.find(({ name }) => name === "Luis")?.sight).toEqual({ rule: "group", through: ids.sur, name: "Sur" });
  expect(sharesOfAccount(scopeFor(viewer("luis"), db), ids.acme)).toEqual([{ id: ids.sur, name: "Sur" }]);
  write(db, (tx) => void unshareAccount(tx, acme(), ids.sur));
  expect(seen()).toBeUndefined();
});

test("a share widens nobody's profile: who reaches only their own goes on not seeing it", () => {
  const { db, ids, acme, seen } = ofGroups();
  write(db, (tx) => void shareAccount(tx, acme(), ids.sur));
  db.update(profileGrants).set({ reach: "own" }).run();
  expect(seen()).toBeUndefined();
});

test("twice is refused, and so is the group that has it, one that is not, and taking back what is not shared", () => {
  const { db, ids, acme } = ofGroups();
  const share = (groupId: number) => () => write(db, (tx) => void shareAccount(tx, acme(), groupId));
  share(ids.sur)();
  expect(share(ids.sur)).toThrow("accounts.shared_already");
  expect(share(999)).toThrow("not_in_list");
  expect(() => write(db, (tx) => void unshareAccount(tx, acme(), ids.norte))).toThrow("accounts.not_shared");
  db.update(accounts).set({ ownerId: null, ownerGroupId: ids.norte }).where(eq(accounts.id, ids.acme)).run();
  expect(share(ids.norte)).toThrow("accounts.shared_already");
});

test("an account changes hands with what its owner still had to do there, and nothing else", () => {
  const { db, ids } = world();
  const plan = (userId: number, accountId: number, kind: "task" | "note") => {
    const account = { id: accountId };
    const input = activityForm.parse({ kind, subject: "Algo", date: today });
    return write(db, (tx) => createActivity(tx, { account }, input, { userId, now, zone: "UTC" }).id);
  };
  const [hers, done, elsewhere, his] = [
    plan(ids.ana, ids.acme, "task"),
    plan(ids.ana, ids.acme, "note"),
    plan(ids.ana, ids.beta, "task"),
    plan(ids.bruno, ids.acme, "task"),
  ];
  const to = { ownerId: ids.luis, ownerGroupId: null };
  const also = write(db, (tx) => {
    giveAccount(tx, { id: ids.acme }, to, now);
    return giveOpenWork(tx, { accountId: ids.acme }, { from: ids.ana, to: ids.luis, now });
  });
  expect(also.map(({ name, change }) => [name, change.id])).toEqual([["activity.edited", hers]]);
  const owners = new Map(
    db
      .select()
      .from(activities)
      .all()
      .map(({ id, ownerId }) => [id, ownerId]),
  );
  expect([hers, done, elsewhere, his].map((id) => owners.get(id))).toEqual([ids.luis, ids.ana, ids.ana, ids.bruno]);
  expect(() => write(db, (tx) => void giveAccount(tx, { id: ids.acme }, to, now))).toThrow("accounts.same_owner");
  expect(() => write(db, (tx) => void giveAccount(tx, { id: ids.acme }, { ownerId: null, ownerGroupId: null }, now))).toThrow("not_in_list");
});

test("a prospect changes hands while it is open", () => {
  const { db, ids } = world();
  const made = write(db, (tx) =>
    createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Eva" }), { userId: ids.ana, now, zone: "UTC" }),
  );
  const give = (ownerId: number) => write(db, (tx) => giveProspect(tx, made, ownerId, now).ownerName);
  expect(give(ids.luis)).toBe("Luis");
  expect(() => give(ids.luis)).toThrow("prospects.same_owner");
  db.update(prospects).set({ status: "lost", closedAt: 1 }).run();
  expect(() => give(ids.ana)).toThrow("prospects.closed");
});
