import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, events } from "@/db/schema";
import { editAccount } from "@/lib/accounts/commands";
import { accountEditForm } from "@/lib/accounts/forms";
import { canEditAccount } from "@/lib/accounts/policy";
import { findAccount } from "@/lib/accounts/queries";
import { RuleError } from "@/lib/core/errors";
import { type Operation, perform } from "@/lib/web/perform";
import { databaseHash } from "../../support/people";
import { now, world } from "../../support/world";

const rename = {
  event: "account.edited",
  form: accountEditForm,
  subject: (scope, { id }) => findAccount(scope, id),
  allow: canEditAccount,
  run: ({ tx, subject, input: { id: _id, ...input } }) => editAccount(tx, subject, { ...input, ownerId: subject.ownerId }, { userId: null, now }),
  next: ({ id }) => ({ to: `/accounts/${id}`, notice: "accounts.saved", values: { name: "x" } }),
} satisfies Operation<typeof accountEditForm, NonNullable<ReturnType<typeof findAccount>>, ReturnType<typeof editAccount>>;

function performing(person: "ana" | "luis" | "rita", account: "acme" | "zeta", overrides: { submission?: string; version?: number; code?: string } = {}) {
  const made = world();
  const input = accountEditForm.parse({ id: made.ids[account], name: "Otro nombre", code: overrides.code });
  const run = () =>
    perform(rename, {
      db: made.db,
      viewer: made.viewer(person),
      input,
      now,
      submission: overrides.submission ?? crypto.randomUUID(),
      version: overrides.version,
    });
  return { ...made, run, before: databaseHash(made.db) };
}

test("finds, permits, changes and remembers in one transaction", () => {
  const { db, ids, run } = performing("ana", "acme");
  expect(run()).toMatchObject({ kind: "done", to: `/accounts/${ids.acme}` });
  expect(db.select().from(accounts).where(eq(accounts.id, ids.acme)).get()).toMatchObject({ name: "Otro nombre", version: 2 });
  expect(db.select().from(events).all().at(-1)).toMatchObject({ name: "account.edited", actorKind: "staff", actorId: ids.ana, subjectId: ids.acme });
});

test("what one may not see is missing, what one may only see is refused by its rule, and neither leaves a trace", () => {
  const foreign = performing("luis", "acme");
  expect(foreign.run()).toEqual({ kind: "missing" });
  expect(databaseHash(foreign.db)).toBe(foreign.before);

  const reading = performing("rita", "acme");
  expect(reading.run()).toMatchObject({ kind: "refused", refusal: { reason: "no_grant", module: "accounts", verb: "edit" } });
  expect(databaseHash(reading.db)).toBe(reading.before);
});

test("a repeated submission gets the first answer and changes nothing more", () => {
  const { db, run } = performing("ana", "acme", { submission: "4be1b7d4-0000-4000-8000-000000000001" });
  const first = run();
  const after = databaseHash(db);
  expect(run()).toEqual(first);
  expect(databaseHash(db)).toBe(after);
});

test("an older version is a conflict; a broken rule undoes all and does not use the submission up", () => {
  expect(performing("ana", "acme", { version: 1 }).run().kind).toBe("done");
  const stale = performing("ana", "acme", { version: 9 });
  expect(stale.run()).toMatchObject({ kind: "conflict" });
  expect(databaseHash(stale.db)).toBe(stale.before);

  const broken = performing("ana", "acme", { submission: "4be1b7d4-0000-4000-8000-000000000002", code: "A1" });
  broken.db.run(sql`update accounts set code = 'A1' where id = ${broken.ids.beta}`);
  const before = databaseHash(broken.db);
  const outcome = broken.run();
  expect(outcome.kind === "rule" && outcome.error).toBeInstanceOf(RuleError);
  expect(databaseHash(broken.db)).toBe(before);
  broken.db.run(sql`update accounts set code = null`);
  expect(broken.run().kind).toBe("done");
});

test("an asynchronous run does not compile", () => {
  // @ts-expect-error a transaction that waits would commit before it is finished
  const late: Operation<typeof accountEditForm, object, ReturnType<typeof editAccount>> = { ...rename, run: async () => rename };
  expect(late.event).toBe("account.edited");
});

test("a submission that stood for another deed is refused, and swallows nothing", () => {
  const made = performing("ana", "acme", { submission: "4be1b7d4-0000-4000-8000-000000000003" });
  expect(made.run().kind).toBe("done");
  made.db.run(sql`update submissions set event = 'account.created'`);
  const outcome = made.run();
  expect(outcome.kind === "rule" && outcome.error.code).toBe("stale_form");
});
