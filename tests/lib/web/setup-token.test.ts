import { expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { onceTokens } from "@/db/schema";
import { isGoodSetupToken, tokenHash } from "@/lib/web/auth/setup-token";
import { now, world } from "../../support/world";

const key = { tokenHash: tokenHash("clave"), purpose: "setup", createdAt: now, expiresAt: now + 1_000 } as const;

test("a key is good while it is the one, in time, and nobody exists; looking does not use it up", () => {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  const db = connect(handle);
  db.insert(onceTokens).values(key).run();
  const good = [
    isGoodSetupToken(db, "clave", now),
    isGoodSetupToken(db, "clave", now),
    isGoodSetupToken(db, "otra", now),
    isGoodSetupToken(db, "clave", now + 1_000),
  ];
  expect(good).toEqual([true, true, false, false]);

  const prepared = world().db;
  prepared.insert(onceTokens).values(key).run();
  expect(isGoodSetupToken(prepared, "clave", now)).toBe(false);
});
