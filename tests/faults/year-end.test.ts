import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { documents } from "@/db/schema";
import { write } from "@/db/write";
import { RuleError } from "@/lib/core/errors";
import { companyToday, seriesFor, takeNumber } from "@/lib/documents/numbering";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { cement, draft, paper } from "../support/papers";
import { promise } from "../support/promise";
import { type World, world } from "../support/world";
import { faultsIn, noFaults } from "./series";

/** Midnight of the new year in Monterrey, which is at 6 in UTC. */
const midnight = Date.UTC(2027, 0, 1, 6);
const tries = 200;

test("around the last midnight of the year numbers go on and dates never go back", () => {
  const company = world();
  const drafts = draftsOf(company, tries);
  const moments = drafts.map((_, place) => ({ at: midnight - 2_000 + ((place * 7919) % 4_001), isToFall: place % 5 === 4 }));
  const refused = drafts.map((id, place) => !issueAt(company, id, moments[place]!.at, moments[place]!.isToFall));
  expect(refused).toEqual(refusalsOf(moments));
  expect(refused.filter((is) => !is).length).toBeGreaterThan(tries / 4);
  const issued = issuedIn(company);
  expect(faultsIn(issued)).toEqual(noFaults);
  expect(new Set(issued.map(({ issuedOn }) => issuedOn))).toEqual(new Set(["2026-12-31", "2027-01-01"]));
  expect(issued.length).toBe(refused.filter((is) => !is).length);
  promise("D5", `${tries} tries within two seconds of the year's end, ${issued.length} numbers: 0 gaps, 0 doubles, 0 dates that go back`);
});

test("a number taken in a transaction of its own leaves gaps", () => {
  const company = world();
  for (const [place, id] of draftsOf(company, 50).entries()) {
    const taken = write(company.db, (tx) => takeNumber(tx, seriesFor(tx, "invoice", null), "2026-12-31"));
    if (place % 5 === 4) continue;
    write(company.db, (tx) =>
      tx
        .update(documents)
        .set({ ...taken, status: "issued", issuedOn: "2026-12-31" })
        .where(sql`id = ${id}`)
        .run(),
    );
  }
  expect(faultsIn(issuedIn(company)).missing).toHaveLength(9);
});

test("the same look tells a double and a date that goes back", () => {
  expect(faultsIn([1, 2, 2].map((number) => ({ number, issuedOn: "2026-12-31" }))).doubled).toEqual([2]);
  const crossed = ["2026-12-31", "2027-01-01", "2026-12-31"].map((issuedOn, place) => ({ number: place + 1, issuedOn }));
  expect(faultsIn(crossed).backwards).toEqual([3]);
});

function draftsOf({ db, ids }: World, count: number): number[] {
  const by = { userId: ids.marta, now: midnight, today: "2026-12-31" };
  return write(db, (tx) => Array.from({ length: count }, () => createInvoice(tx, draft({ accountId: String(ids.acme), lines: [cement] }), by).id));
}

/** What falls, and what comes back from the new year into the old one. */
function refusalsOf(moments: { at: number; isToFall: boolean }[]): boolean[] {
  let isNewYear = false;
  return moments.map(({ at, isToFall }) => {
    if (isToFall || (isNewYear && at < midnight)) return true;
    isNewYear = at >= midnight;
    return false;
  });
}

/** Whether it stands. One whose clock is behind is refused its date; one that falls gives its number back. */
function issueAt({ db, ids }: World, id: number, now: number, isToFall: boolean): boolean {
  try {
    write(db, (tx) => {
      const today = companyToday(tx, now);
      issueInvoice(tx, paper(tx, "invoice", id), { userId: ids.marta, now, today });
      if (isToFall) throw new RuleError("planned");
    });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(RuleError);
    return false;
  }
}

function issuedIn({ db }: World) {
  return db.select({ number: documents.number, issuedOn: documents.issuedOn }).from(documents).where(eq(documents.status, "issued")).all();
}
