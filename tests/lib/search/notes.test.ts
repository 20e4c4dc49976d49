import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { searchEverything } from "@/lib/search/everything";
import { findKeys } from "@/lib/search/find";
import { complaintsOf } from "@/scripts/doctor/data";
import { keptChecks } from "@/scripts/doctor/kept";
import { now, world } from "../../support/world";

/** What was noted of activities, each filed another way. */
function noted() {
  const here = world();
  const { db, ids } = here;
  const by = { userId: ids.ana, now, zone: "UTC" };
  write(db, (tx) => {
    const call = (subject: string, notes: string, ownerId: number, filing: object) =>
      createActivity(tx, filing, activityForm.parse({ kind: "call", subject, notes, date: "2026-08-23", ownerId: String(ownerId) }), {
        ...by,
        userId: ownerId,
      });
    call("Llamar por las láminas", "Pidió descuento del cincuenta", ids.ana, { account: { id: ids.acme } });
    call("Visitar la bodega", "No quiere láminas", ids.luis, { account: { id: ids.zeta } });
    call("Suelta", "Láminas otra vez", ids.luis, {});
  });
  return here;
}

test("what was noted is found by the beginning of its words, a fragment or nearly so, by whoever sees the activity", () => {
  const { db, viewer } = noted();
  const found = (person: "marta" | "ana" | "luis" | "rita", text: string) => findKeys(scopeFor(viewer(person), db), "activity", text).toSorted();
  expect([found("marta", "lamin"), found("rita", "LÁMINAS"), found("ana", "lamina"), found("luis", "laminas")]).toEqual([[1, 2, 3], [1, 2, 3], [1], [2, 3]]);
  expect([found("ana", "descuento cincuenta"), found("ana", "bodega")]).toEqual([[1], []]);
  const inside = [found("marta", "áminas"), found("ana", "scuento"), found("luis", "scuento"), found("ana", "odeg"), found("luis", "odeg")];
  expect(inside).toEqual([[1, 2, 3], [1], [], [], [2]]);
  const misspelt = [found("marta", "descuneto"), found("ana", "descuneto"), found("luis", "descuneto"), found("ana", "vodega"), found("luis", "vodega")];
  expect(misspelt).toEqual([[1], [1], [], [], [2]]);
  const groups = searchEverything(scopeFor(viewer("ana"), db), "descuento");
  expect(groups).toEqual([
    {
      group: "activities",
      hasMore: false,
      hits: [
        {
          ...{ href: "/activities/1", label: "Llamar por las láminas", hint: expect.stringMatching(/^23\/08\/2026 · .*descuento/) },
          account: { label: "Acme", href: "/accounts/1" },
        },
      ],
    },
  ]);
});

test("a change of owner, of account or of what was noted moves what is found with it", () => {
  const { db, ids, viewer } = noted();
  const found = (person: "ana" | "luis", text: string) => findKeys(scopeFor(viewer(person), db), "activity", text).toSorted();
  const run = (statement: string, ...values: unknown[]) => db.$client.prepare(statement).run(...values);
  run("update accounts set owner_id = ? where id = ?", ids.luis, ids.acme);
  run("update activities set owner_id = ? where id = 1", ids.luis);
  expect([found("ana", "lamina"), found("luis", "lamina"), found("ana", "amina"), found("luis", "amina")]).toEqual([[], [1, 2, 3], [], [1, 2, 3]]);
  run("update activities set account_id = ? where id = 2", ids.beta);
  expect(found("ana", "lamina")).toEqual([2]);
  run("update activities set notes = 'Tornillos' where id = 2");
  expect([found("ana", "lamina"), found("ana", "tornill"), found("ana", "ornillo")]).toEqual([[], [2], [2]]);
  run("update activities set deleted_at = 1 where id = 2");
  expect(found("ana", "tornill")).toEqual([]);
  expect(complaintsOf(db, keptChecks)).toEqual([]);
});
