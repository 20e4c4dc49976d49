import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { byOf } from "@/lib/activities/by";
import { createActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { activityForm } from "@/lib/activities/forms";
import { canCreateUnder, canEditUnder } from "@/lib/activities/policy";
import { findActivity } from "@/lib/activities/queries";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { createProspect } from "@/lib/prospects/commands";
import { findFiling, newlyFiledUnder, noFiling, reachUnder } from "@/lib/prospects/filing";
import { prospectForm } from "@/lib/prospects/forms";
import { now, today, type World, world } from "../../support/world";

const zone = "America/Monterrey";
type Chosen = Partial<typeof noFiling>;

function places(here: World) {
  const { db, ids } = here;
  const contact = (accountId: number, userId: number) => {
    const input = contactForm.parse({ accountId: String(accountId), givenName: "Rosa", ownerId: String(userId) });
    return write(db, (tx) => createContact(tx, input, { userId, now })).id;
  };
  const prospect = (userId: number) => {
    const input = prospectForm.parse({ contactedOn: today, personName: "Eva" });
    return write(db, (tx) => createProspect(tx, undefined, input, { userId, now, zone })).id;
  };
  const filing = (chosen: Chosen, kept?: typeof noFiling) => findFiling(scopeFor(here.viewer("ana"), db), { ...noFiling, ...chosen }, kept)!;
  const made = { contact: contact(ids.acme, ids.ana), theirs: contact(ids.zeta, ids.luis), prospect: prospect(ids.ana), other: prospect(ids.luis) };
  return { ...here, ...made, filing };
}

function task(here: World, chosen: Chosen) {
  const { db, ids } = here;
  const filing = findFiling(scopeFor(here.viewer("marta"), db), { ...noFiling, ...chosen })!;
  const input = activityForm.parse({ kind: "task", subject: "Ver", date: today });
  const { id } = write(db, (tx) => createActivity(tx, filing, input, { userId: ids.ana, now, zone }));
  return () => findActivity(scopeFor(here.viewer("ana"), db), id)!;
}

test("an activity is filed by leave of each record it is about", () => {
  const { ids, viewer, contact, theirs, prospect, other, filing } = places(world({ preset: "all" }));
  const may = (chosen: Chosen) => canCreateUnder(viewer("ana"), newlyFiledUnder(filing(chosen)));
  expect(may({})).toBe(true);
  expect(may({ accountId: ids.acme, contactId: contact, prospectId: prospect })).toBe(true);
  for (const one of [{ accountId: ids.zeta }, { contactId: theirs }, { prospectId: other }]) {
    expect(may(one)).toBe(false);
    expect(may({ accountId: ids.acme, ...one })).toBe(false);
  }
});

test("its edit asks the records it is moved under, and no others", () => {
  const here = places(world({ preset: "all" }));
  const { ids, viewer, theirs, filing } = here;
  const stored = task(here, { accountId: ids.acme, contactId: theirs })();
  const may = (chosen: Chosen) => canEditUnder(viewer("ana"), stored, newlyFiledUnder(filing(chosen, stored), stored));
  expect(may({ accountId: ids.acme, contactId: theirs })).toBe(true);
  expect(may({ accountId: ids.beta })).toBe(true);
  expect(may({ accountId: ids.zeta })).toBe(false);
  expect(may({ accountId: ids.acme, prospectId: here.other })).toBe(false);
});

test("whom an edit may mention is whoever sees it where it is filed from then on", () => {
  const here = places(world());
  const { db, ids, viewer, prospect } = here;
  db.update(prospects).set({ ownerId: ids.luis }).where(eq(prospects.id, prospect)).run();
  const stored = task(here, { accountId: ids.acme });
  const filed = (chosen: Chosen) => findFiling(scopeFor(viewer("marta"), db), { ...noFiling, ...chosen })!;
  const mention = (filing: ReturnType<typeof filed>) => {
    const input = activityForm.parse({ kind: "task", subject: "Ver", date: today, notes: "@Luis mira esto" });
    write(db, (tx) => editActivity(tx, stored(), filing, input, byOf({ tx, viewer: viewer("ana"), now }, reachUnder(filing, stored()))));
  };
  expect(() => mention(filed({ accountId: ids.acme }))).toThrow("activities.mention_unseen");
  expect(() => mention(filed({ contactId: here.theirs }))).toThrow("activities.mention_unseen");
  mention(filed({ prospectId: prospect }));
  expect(db.select().from(activities).where(eq(activities.prospectId, prospect)).get()).toMatchObject({ notes: "@Luis mira esto" });
});
