import { join } from "node:path";
import { expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { accountForm } from "@/lib/accounts/forms";
import { tMaybe } from "@/lib/i18n/words";
import { perform } from "@/lib/web/perform";
import { system } from "../support/papers";
import { promise } from "../support/promise";
import { emptyFolder } from "../support/server";
import { create } from "./account-deeds";

test("who waits too long for the lock is told to send it again, and nothing is done", () => {
  const path = join(emptyFolder(), "cartera.sqlite");
  const other = openDatabase(path);
  applyMigrations(other);
  const db = connect(openDatabase(path));
  db.$client.pragma("busy_timeout = 20");
  const send = () => perform(create, { db, viewer: system, input: accountForm.parse({ name: "Acme" }), now: 1, submission: "a" });

  other.exec("begin immediate");
  const outcome = send();
  other.exec("rollback");
  expect(outcome).toMatchObject({ kind: "rule", error: { code: "busy" } });
  expect(tMaybe("busy")).toContain("No se guardó nada");
  expect(db.$client.prepare("select count(*) from submissions").pluck().get()).toBe(0);
  promise("D5", "a lock held too long is a sentence, not an error");
});
