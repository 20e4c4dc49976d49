import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { catalogItems, profileGrants } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { canCreateUnder } from "@/lib/activities/policy";
import { RuleError } from "@/lib/core/errors";
import { customerAsked, findCustomer, findToEdit } from "@/lib/documents/editing";
import { createProspect } from "@/lib/prospects/commands";
import { filedUnder, findFiling, newlyFiledUnder, noFiling } from "@/lib/prospects/filing";
import { prospectForm } from "@/lib/prospects/forms";
import { canCreateProspect } from "@/lib/prospects/policy";
import { createQuote } from "@/lib/quotes/commands";
import { canCreateQuote } from "@/lib/quotes/policy";
import { by, cement, done, draft, item, paper } from "../../support/papers";
import { now, today, type World, world } from "../../support/world";

const scopeOf = ({ db, viewer }: World, name: "ana" | "marta") => scopeFor(viewer(name), db);

function prospectOf({ db, ids }: World, accountId?: number) {
  const input = prospectForm.parse({ personName: "Pepe Paz", contactedOn: today, ownerId: String(ids.ana) });
  const account = accountId === undefined ? undefined : { id: accountId };
  return write(db, (tx) => createProspect(tx, account, input, { userId: ids.marta, now, zone: "UTC" })).id;
}

test("a prospect leads to no account its owner does not see", () => {
  const here = world();
  const prospectId = prospectOf(here, here.ids.zeta);
  const asked = draft({ prospectId, lines: [cement] });
  expect(findCustomer(scopeOf(here, "ana"), asked)).toBeUndefined();
  expect(customerAsked(scopeOf(here, "ana"), { prospect: String(prospectId) })).toEqual({ name: null });
  expect(findCustomer(scopeOf(here, "marta"), asked)?.account?.id).toBe(here.ids.zeta);
  const unfiled = findCustomer(scopeOf(here, "ana"), draft({ prospectId: prospectOf(here), lines: [cement] }));
  expect(unfiled && canCreateQuote(here.viewer("ana"), filedUnder(unfiled))).toBe(true);
});

test("what one may make goes as far as the account it is for", () => {
  const here = world({ preset: "all" });
  const ana = here.viewer("ana");
  const may = (accountId: number) => {
    const customer = findCustomer(scopeOf(here, "ana"), draft({ accountId, lines: [cement] }))!;
    const filing = findFiling(scopeOf(here, "ana"), { ...noFiling, accountId })!;
    return [canCreateQuote(ana, filedUnder(customer)), canCreateProspect(ana, filing.account), canCreateUnder(ana, newlyFiledUnder(filing))];
  };
  here.db.update(profileGrants).set({ reach: "own" }).where(eq(profileGrants.verb, "create")).run();
  const { acme, zeta } = here.ids;
  Object.assign(ana, here.viewer("ana"));
  expect([may(acme), may(zeta)]).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
});

test("an item is one the viewer sees; those the document has stay", () => {
  const here = world();
  const [kept, other] = [item(here.db, {}), item(here.db, { code: "VAR-3", name: "Varilla" })];
  const { acme, ana } = here.ids;
  const quote = done(here.db, (tx) => createQuote(tx, draft({ accountId: acme, lines: [{ itemId: kept }] }), by(ana)));
  here.db.update(catalogItems).set({ deletedAt: now }).where(eq(catalogItems.id, kept)).run();
  here.db.delete(profileGrants).where(eq(profileGrants.module, "catalog")).run();
  const asked = (itemId: number) => draft({ accountId: acme, lines: [cement, { itemId }] });
  expect(() => findCustomer(scopeOf(here, "ana"), asked(other))).toThrow(new RuleError("not_in_list", "lines.1.itemId"));
  expect(() => findCustomer(scopeOf(here, "marta"), asked(kept))).toThrow("not_in_list");
  const edit = (itemId: number) => findToEdit(scopeOf(here, "ana"), "quote", { ...asked(itemId), id: quote.id });
  expect(edit(kept)?.id).toBe(paper(here.db, "quote", quote.id).id);
  expect(() => edit(other)).toThrow("not_in_list");
});
