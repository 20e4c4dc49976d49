import { expect, test } from "vitest";
import { scopeFor } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";
import { accountFilters } from "@/lib/accounts/filters";
import { listAccounts, neighboursIn } from "@/lib/accounts/list";
import { listAddress } from "@/lib/lists/address";
import { world } from "../../support/world";

test.each(["name", "-name", "city", "-created", "owner"] as const)("neighbours in a list by %s are those of the list", (sort) => {
  const { db, viewer } = world();
  for (const name of ["marta", "ana", "luis", "bruno"] as const) {
    const filters = accountFilters.parse({ sort });
    const { rows } = listAccounts(scopeFor(viewer(name), db), filters);
    const page = scopeFor(probing(viewer(name)), db);
    expect(rows.length).toBeGreaterThan(0);
    for (const [place, { id }] of rows.entries()) {
      const found = neighboursIn(page, listAddress(filters), id);
      expect([found.previous?.id, found.next?.id], `${name} ${id}`).toEqual([rows[place - 1]?.id, rows[place + 1]?.id]);
    }
  }
});

test("the filters of the list hold, and an account one does not see has no neighbours", () => {
  const { db, ids, viewer } = world();
  const marta = scopeFor(viewer("marta"), db);
  const ofLuis = listAddress(accountFilters.parse({ owner: viewer("luis").userId }));
  expect(neighboursIn(marta, ofLuis, ids.acme)).toEqual({ previous: undefined, next: expect.objectContaining({ id: ids.zeta }) });
  expect(neighboursIn(scopeFor(viewer("ana"), db), "", ids.zeta)).toEqual({});
  expect(neighboursIn(marta, "sort=nonsense&owner=x", ids.acme).next?.id).toBe(ids.beta);
});
