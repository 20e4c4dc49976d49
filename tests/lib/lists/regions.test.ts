import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { accountFilters } from "@/lib/accounts/filters";
import { listAccounts } from "@/lib/accounts/list";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { world } from "../../support/world";

test("a state is found however it was capitalised, with accents or without", () => {
  const kept = ["Nuevo León", "NUEVO LEÓN", "Nuevo Leon", "NUEVO LEON", "nuevo león"];
  const here = world();
  const found = (region: string, pack = packs.MX) =>
    kept.filter((written) => {
      write(here.db, (tx): void => void tx.update(accounts).set({ region: written }).where(eq(accounts.id, here.ids.acme)).run());
      const seen = scopeFor(here.viewer("marta"), here.db);
      return runWith({ locale: "es", pack, zone: "UTC", currency: "MXN" }, () => listAccounts(seen, accountFilters.parse({ region })).rows.length === 1);
    });
  for (const asked of kept) expect(found(asked), asked).toEqual(kept);
  expect(found("Nuevo León", packs.XX)).toEqual(kept);
  expect(found("Jalisco")).toEqual([]);
  expect(found("León")).toEqual([]);
});

test("so is one that the company's country does not have, and a sign in a name stands for itself", () => {
  const here = world();
  const found = (written: string, region: string) => {
    write(here.db, (tx): void => void tx.update(accounts).set({ region: written }).where(eq(accounts.id, here.ids.acme)).run());
    return listAccounts(scopeFor(here.viewer("marta"), here.db), accountFilters.parse({ region })).rows.length === 1;
  };
  for (const asked of ["São Paulo", "sao paulo", "SÃO PAULO", "Sao paulo"]) expect(found("São Paulo", asked), asked).toBe(true);
  for (const [written, asked] of [
    ["Hải Phòng", "Hải Phòng"],
    ["Hải Phòng", "hai phong"],
    ["Αττική", "ΑΤΤΙΚΉ"],
    ["Санкт-Петербург", "санкт-петербург"],
  ] as const) {
    expect(found(written, asked), asked).toBe(true);
  }
  expect(found("o".repeat(120), "ở".repeat(120))).toBe(true);
  expect(found("Peña*Ñuñoa [1]", "pena*nunoa [1]")).toBe(true);
  for (const asked of ["*", "S*", "S?o Paulo", "[S]ão Paulo", "São", "^"]) expect(found("São Paulo", asked), asked).toBe(false);
  expect([found("^]-", "^]-"), found("a]-", "^]-")]).toEqual([true, false]);
});
