import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, contacts, origins, picklistOptions } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { changeAccountFields } from "@/lib/accounts/change-fields";
import { createOrder } from "@/lib/orders/commands";
import { mergeOrigins, offerOrigin } from "@/lib/origins/commands";
import { findOriginPair } from "@/lib/origins/queries";
import { mergeOptions, offerOption } from "@/lib/picklists/commands";
import { findPair } from "@/lib/picklists/queries";
import { createProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { by, cement, done, draft } from "../../support/papers";
import { now, today, type World, world } from "../../support/world";
import { nextJob, oneSlice, runJobs } from "../imports/jobs";

const optionsOf = ({ db }: World, list: "industry" | "account_category") =>
  db
    .select()
    .from(picklistOptions)
    .where(eq(picklistOptions.list, list))
    .all()
    .map(({ id }) => id);
const originsOf = ({ db }: World) =>
  db
    .select()
    .from(origins)
    .orderBy(origins.id)
    .all()
    .map(({ id }) => id);
const accountNow = ({ db }: World, id: number) => db.select().from(accounts).where(eq(accounts.id, id)).get();

function merge(here: World, what: "origin" | "option", fromId: number, intoId: number) {
  const scope = scopeFor(here.viewer("marta"), here.db);
  const who = { userId: here.ids.marta, now };
  write(here.db, (tx) =>
    what === "origin" ? mergeOrigins(tx, findOriginPair(scope, { fromId, intoId })!, who) : mergeOptions(tx, findPair(scope, { fromId, intoId })!, who),
  );
}

test("what is offered again while it is being merged loses nobody any more", async () => {
  const here = world();
  const { db, ids } = here;
  const [origin, heir] = originsOf(here) as [number, number];
  const [category, other] = optionsOf(here, "account_category") as [number, number];
  const give = (id: number) => write(db, (tx) => changeAccountFields(tx, { id }, { originId: origin, categoryId: category }, now));
  give(ids.acme);
  merge(here, "origin", origin, heir);
  merge(here, "option", category, other);
  write(db, (tx) => offerOrigin(tx, { id: origin }, true, now));
  write(db, (tx) => offerOption(tx, { id: category }, true));
  give(ids.beta);
  await runJobs(db);
  for (const id of [ids.acme, ids.beta]) expect(accountNow(here, id)).toMatchObject({ originId: origin, categoryId: category });
});

test("what is merged again meanwhile goes where it was merged last, and being retired once more changes nothing", async () => {
  const here = world();
  const { db, ids } = here;
  const [origin, heir, last] = originsOf(here) as [number, number, number];
  write(db, (tx) => changeAccountFields(tx, { id: ids.acme }, { originId: origin }, now));
  merge(here, "origin", origin, heir);
  write(db, (tx) => offerOrigin(tx, { id: origin }, true, now));
  merge(here, "origin", origin, last);
  write(db, (tx) => offerOrigin(tx, { id: origin }, false, now));
  await runJobs(db);
  expect(accountNow(here, ids.acme)).toMatchObject({ originId: last });
});

test("the account and the contact made of a prospect while a merge runs take what its choices became", () => {
  const here = world();
  const { db, ids } = here;
  const [origin, heir] = originsOf(here) as [number, number];
  const [industry, other] = optionsOf(here, "industry") as [number, number];
  const typed = prospectForm.parse({ contactedOn: today, personName: "Rosa", originId: String(origin), industryId: String(industry) });
  const prospectId = write(db, (tx) => createProspect(tx, undefined, typed, { userId: ids.ana, now, zone: "America/Monterrey" }).id);
  merge(here, "origin", origin, heir);
  merge(here, "option", industry, other);
  expect(oneSlice(db, nextJob(db)!)).toBe("more");
  const order = done(db, (tx) => createOrder(tx, draft({ prospectId, lines: [cement] }), by(ids.ana)));
  expect(accountNow(here, order.accountId!)).toMatchObject({ originId: heir, industryId: other });
  expect(db.select().from(contacts).where(eq(contacts.id, order.contactId!)).get()).toMatchObject({ originId: heir });
});
