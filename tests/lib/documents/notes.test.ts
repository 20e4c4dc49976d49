import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { profiles } from "@/db/schema";
import { write } from "@/db/write";
import { withoutHidden } from "@/lib/access/hidden";
import { scopeFor } from "@/lib/access/scope";
import { findDocument } from "@/lib/documents/queries";
import { createQuote, editQuote, reviseQuote, sendQuote } from "@/lib/quotes/commands";
import { by, cement, done, draft, paper } from "../../support/papers";
import { type World, world } from "../../support/world";

let here: World;
beforeEach(() => {
  here = world();
  here.db
    .update(profiles)
    .set({ hiddenFields: ["internalNote"] })
    .where(eq(profiles.name, "Ejecutivo"))
    .run();
});
const made = () =>
  done(here.db, (tx) => createQuote(tx, draft({ accountId: here.ids.acme, validUntil: "2026-12-01", internalNote: "Secreto", lines: [cement] }), ana()));
const ana = () => by(here.ids.ana);
const asAna = (id: number) => findDocument(scopeFor(here.viewer("ana"), here.db), "quote", id)!;

test("an edit keeps the internal note of whoever may not see it, and its history has it on neither side", () => {
  const seen = asAna(made().id);
  expect(seen.internalNote).toBeNull();
  const input = withoutHidden(here.viewer("ana"), { ...draft({ validUntil: "2026-12-02", lines: [{ ...cement, id: seen.lines[0]!.id }] }), accountId: null });
  const change = write(here.db, (tx) => editQuote(tx, seen, input, ana()));
  expect(paper(here.db, "quote", seen.id)).toMatchObject({ internalNote: "Secreto", validUntil: "2026-12-02" });
  expect([change.before?.internalNote, change.after?.internalNote]).toEqual(["Secreto", "Secreto"]);
});

test("sending and writing anew keep it too", () => {
  const { id } = made();
  const sent = write(here.db, (tx) => sendQuote(tx, asAna(id), ana()));
  expect(sent.before?.internalNote).toBe("Secreto");
  expect(done(here.db, (tx) => reviseQuote(tx, asAna(id), ana())).internalNote).toBe("Secreto");
});
