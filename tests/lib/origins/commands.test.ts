import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createOrigin, editOrigin, offerOrigin } from "@/lib/origins/commands";
import { canConfigureOrigins } from "@/lib/origins/policy";
import { listOrigins, placeOfOrigin } from "@/lib/origins/queries";
import { originOptions } from "@/lib/settings/queries";
import { now, world } from "../../support/world";

test("a code is upper case, taken once, and stays when the name changes", () => {
  const { db, viewer } = world();
  const { id } = write(db, (tx) => createOrigin(tx, { code: "rad", name: "Radio", color: null }, now));
  expect(() => write(db, (tx) => createOrigin(tx, { code: "RAD", name: "Otra", color: null }, now))).toThrow("origins.taken_code");
  write(db, (tx) => editOrigin(tx, { id }, { name: "Radio y televisión", color: "coral" }, now));
  expect(listOrigins(scopeFor(viewer("marta"), db)).at(-1)).toMatchObject({ code: "RAD", name: "Radio y televisión", color: "coral", isActive: true });
});

test("an origin stands where it was put, and the others count on", () => {
  const { db, viewer } = world();
  const scope = scopeFor(viewer("marta"), db);
  const before = listOrigins(scope).map(({ code }) => code);
  const { id } = write(db, (tx) => createOrigin(tx, { code: "rad", name: "Radio", color: null, place: 2 }, now));
  expect(listOrigins(scope).map(({ code }) => code)).toEqual([before[0], "RAD", ...before.slice(1)]);
  write(db, (tx) => editOrigin(tx, { id }, { name: "Radio", color: null, place: 1 }, now));
  expect(listOrigins(scope).map(({ position }) => position)).toEqual([...before, "RAD"].map((_, place) => place));
  expect([originOptions(scope)[0]?.label, placeOfOrigin(scope, { id })]).toEqual(["Radio", 1]);
});

test("a retired origin is offered only to who holds it, and its code is still taken", () => {
  const { db, viewer } = world();
  const scope = scopeFor(viewer("marta"), db);
  const { id, code } = listOrigins(scope)[0]!;
  write(db, (tx) => offerOrigin(tx, { id }, false, now));
  const offered = (kept: number | null) => originOptions(scope, kept).some(({ value }) => value === id);
  expect([offered(null), offered(id)]).toEqual([false, true]);
  expect(() => write(db, (tx) => createOrigin(tx, { code, name: "Otra", color: null }, now))).toThrow("origins.taken_code");
  write(db, (tx) => offerOrigin(tx, { id }, true, now));
  expect(offered(null)).toBe(true);
});

test("only who configures changes the list", () => {
  const { viewer } = world();
  expect((["marta", "bruno", "ana", "rita"] as const).map((name) => canConfigureOrigins(viewer(name)))).toEqual([true, false, false, false]);
});
