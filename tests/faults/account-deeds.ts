import type { Transaction } from "@/db/open";
import { createAccount, editAccount, trashAccount } from "@/lib/accounts/commands";
import { accountEditForm, accountForm, accountRef } from "@/lib/accounts/forms";
import { canCreateAccount, canDeleteAccount, canEditAccount } from "@/lib/accounts/policy";
import { findAccount } from "@/lib/accounts/queries";
import type { Change } from "@/lib/events/record";
import type { Operation } from "@/lib/web/perform";

type Found = NonNullable<ReturnType<typeof findAccount>>;
const by = { userId: 1, now: 0 };

/** What the three forms of an account do, without Next. */
export const create: Operation<typeof accountForm, object, Change> = {
  event: "account.created",
  form: accountForm,
  subject: (scope) => scope.viewer,
  allow: canCreateAccount,
  run: ({ tx, input }) => createAccount(tx, input, by),
  next: ({ id }) => ({ to: `/accounts/${id}` }),
};

export const edit: Operation<typeof accountEditForm, Found, Change> = {
  event: "account.edited",
  form: accountEditForm,
  subject: (scope, { id }) => findAccount(scope, id),
  allow: canEditAccount,
  run: ({ tx, subject, input: { id: _id, ...input } }) => editAccount(tx, subject, input, by),
  next: ({ id }) => ({ to: `/accounts/${id}` }),
};

export const trash: Operation<typeof accountRef, Found, Change> = {
  event: "account.trashed",
  form: accountRef,
  subject: (scope, { id }) => findAccount(scope, id),
  allow: canDeleteAccount,
  run: ({ tx, subject }: { tx: Transaction; subject: Found }) => trashAccount(tx, subject, by),
  next: () => ({ to: "/accounts" }),
};
