import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountContacts } from "@/db/schema";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { scopeFor } from "@/lib/access/scope";
import { debtsOf, findPortalDocument, latestDocuments, portalAccounts, quotesToAccept } from "@/lib/portal/queries";
import { addCustomer } from "../../support/customers";
import { now, today, world } from "../../support/world";

function portal() {
  const { db, ids } = world();
  const person = (company: string) => ({ givenName: `Rosa ${company}`, company, email: `${company}@cliente.test`, passwordHash: "x" });
  const [aurora, boreal] = [addCustomer(db, person("Aurora"), today), addCustomer(db, person("Boreal"), today)];
  const scope = () => scopeFor(loadCustomerViewer(db, aurora.portalUserId, now)!, db);
  const show = (kinds: ("quote" | "invoice")[]) =>
    db.update(accountContacts).set({ portalKinds: kinds }).where(eq(accountContacts.id, aurora.relationId)).run();
  return { db, ids, aurora, boreal, scope, show };
}

test("a customer sees what was sent, confirmed, issued and posted to their account, and what is owed", () => {
  const { aurora, scope } = portal();
  expect(latestDocuments(scope(), aurora.accountId).map(({ id }) => id)).toEqual([...aurora.papers].reverse());
  expect(debtsOf(scope(), aurora.accountId, today)).toEqual([{ currency: "MXN", balanceMinor: 16506, overdueMinor: 0 }]);
  expect(debtsOf(scope(), aurora.accountId, "2026-12-31")).toEqual([{ currency: "MXN", balanceMinor: 16506, overdueMinor: 16506 }]);
  expect(quotesToAccept(scope(), aurora.accountId, today)).toHaveLength(1);
  expect(quotesToAccept(scope(), aurora.accountId, "2026-12-31")).toEqual([]);
});

test("drafts, other accounts' papers and inner notes are not there", () => {
  const { aurora, boreal, scope } = portal();
  for (const id of [...aurora.drafts, ...boreal.papers, ...boreal.drafts]) expect(findPortalDocument(scope(), String(id))).toBeUndefined();
  expect(latestDocuments(scope(), boreal.accountId)).toEqual([]);
  for (const id of aurora.papers) expect(JSON.stringify(findPortalDocument(scope(), String(id)))).not.toContain("oculto");
  expect(scope().select().from(scope().accounts).all()).toMatchObject([{ name: "Aurora", internalNote: null }]);
});

test("of the team only who looks after the account, without what is inner", () => {
  const { scope } = portal();
  expect(portalAccounts(scope())).toMatchObject([{ name: "Aurora", ownerName: "Marta Ríos", ownerEmail: "marta@ejemplo.test" }]);
  const users = scope().select().from(scope().users).all();
  expect(users).toMatchObject([{ name: "Marta Ríos", passwordHash: null, epoch: null, roleId: null, isAdmin: null }]);
  expect(scope().select().from(scope().contacts).all()).toHaveLength(1);
});

test("kinds a relation does not show leave no trace, not even their balance", () => {
  const { aurora, scope, show } = portal();
  show(["quote"]);
  expect(latestDocuments(scope(), aurora.accountId).map(({ kind }) => kind)).toEqual(["quote"]);
  expect(debtsOf(scope(), aurora.accountId, today)).toEqual([]);
  expect(scope().select().from(scope().accountBalances).all()).toEqual([]);
  expect(findPortalDocument(scope(), String(aurora.papers[2]))).toBeUndefined();
  show(["invoice"]);
  expect(scope().select().from(scope().accountBalances).all()).toHaveLength(1);
});
