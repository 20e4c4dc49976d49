import { expect, test } from "vitest";
import { accounts } from "@/db/schema";
import { write } from "@/db/write";
import { withoutHidden } from "@/lib/access/hidden";
import { editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { now, world } from "../../support/world";

test("who does not see the internal notes does not blank them by saving", () => {
  const { db, ids, viewer } = world();
  const by = { userId: null, now };
  const save = (input: ReturnType<typeof accountForm.parse>) => write(db, (tx) => editAccount(tx, { id: ids.acme }, input, by));
  const typed = (internalNote: string) => accountForm.parse({ name: "Acme", internalNote });
  const noted = () => db.select({ internalNote: accounts.internalNote }).from(accounts).all()[0]?.internalNote;

  save(withoutHidden(viewer("ana"), typed("Paga tarde")));
  save(withoutHidden(viewer("rita"), typed("")));
  expect(noted()).toBe("Paga tarde");
  save(withoutHidden(viewer("ana"), typed("")));
  expect(noted()).toBeNull();
});
