import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, type Database, openDatabase, type Transaction } from "@/db/open";
import { accounts, company, files, roles, users } from "@/db/schema";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { type Change, recordEvent } from "@/lib/events/record";
import { packs } from "@/lib/i18n/packs";
import { editOption } from "@/lib/picklists/commands";
import { createProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { applyPreset } from "@/lib/scheme/profile-commands";
import { setUpCompany } from "@/lib/settings/commands";
import { settleStep } from "@/lib/setup/commands";
import { canSetUp } from "@/lib/setup/policy";
import { setupOf } from "@/lib/setup/queries";
import { leadsBack, missingOf, progressOf, type SetupStep } from "@/lib/setup/rules";
import { createGroup } from "@/lib/users/commands";
import { now, today, world } from "../../support/world";

let db: Database;
let marta: StaffViewer;

beforeEach(() => {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  db = connect(handle);
  const made = { name: "El Sauce", pack: packs.MX, zone: packs.MX.zone, preset: "own", now, today } as const;
  const id = write(db, (tx): number => setUpCompany(tx, made, { name: "Marta", email: "marta@ejemplo.test", passwordHash: "x" }));
  marta = loadStaffViewer(db, id, now)!;
});

const stateOf = (name: SetupStep) => setupOf(scopeFor(marta, db)).steps.find((step) => step.name === name)!.state;
const by = () => ({ userId: marta.userId, now, today, zone: packs.MX.zone });

function tell(name: string, deed: (tx: Transaction) => Change) {
  write(db, (tx): number => recordEvent(tx, { viewer: marta, name, change: deed(tx), at: now }));
}

test("a new company has its scheme and nothing else, and the next step is the first that is open", () => {
  const { steps, missing } = setupOf(scopeFor(marta, db));
  expect(steps.map(({ state }) => state)).toEqual(["done", ...Array(7).fill("open")]);
  expect(progressOf(steps)).toEqual({ done: 1, total: 8, next: "roles" });
  expect(missing).toEqual(["logo", "tax_id", "contact", "address"]);
});

test.each([
  ["a group", "group.created", (tx: Transaction) => createGroup(tx, { name: "Norte", memberIds: [] }, now)],
  ["another preset", "scheme.preset_applied", (tx: Transaction) => applyPreset(tx, "all", now)],
])("%s shows that roles, profiles and groups were seen to", (_what, name, deed) => {
  tell(name, deed);
  expect(stateOf("roles")).toBe("done");
});

test("a second colleague makes a team, as long as they are there", () => {
  const roleId = db.select({ id: roles.id }).from(roles).get()!.id;
  const row = { name: "Ana", email: "ana@ejemplo.test", emailKey: "ana@ejemplo.test", passwordHash: "x", roleId, createdAt: now, updatedAt: now };
  const { id } = db.insert(users).values(row).returning({ id: users.id }).get();
  expect(stateOf("users")).toBe("done");
  db.update(users).set({ isActive: false }).where(eq(users.id, id)).run();
  expect(stateOf("users")).toBe("open");
});

test("the company says what it lacks until it lacks nothing", () => {
  const whole = { logoFileId: 1, taxId: "ESA010203AB1", phone: "81 1234 5678", email: null, address: "Av. Juárez 12" };
  expect(missingOf(whole)).toEqual([]);
  expect(missingOf({ ...whole, phone: null })).toEqual(["contact"]);
  expect(missingOf({ ...whole, phone: null, email: "hola@ejemplo.test" })).toEqual([]);
  expect(missingOf({ ...whole, logoFileId: null, address: "" })).toEqual(["logo", "address"]);

  const { logoFileId: _none, ...said } = whole;
  db.update(company).set(said).run();
  expect(setupOf(scopeFor(marta, db)).missing).toEqual(["logo"]);
  const file = { sha256: "a".repeat(64), name: "logo.png", mime: "image/png", size: 1, createdAt: now };
  const { id } = db.insert(files).values(file).returning({ id: files.id }).get();
  db.update(company).set({ logoFileId: id }).run();
  expect(stateOf("company")).toBe("done");
});

test("an option that was changed shows that the lists were looked at", () => {
  tell("picklist_option.edited", (tx) => editOption(tx, { id: 1 }, { name: "Redes", color: null, place: undefined }));
  expect(stateOf("picklists")).toBe("done");
});

test("the book is begun with its first account, contact and prospect, and not by what lies in the trash", () => {
  tell("account.created", (tx) => createAccount(tx, accountForm.parse({ name: "Acme" }), by()));
  expect([stateOf("accounts"), stateOf("contacts"), stateOf("prospects")]).toEqual(["done", "open", "open"]);
  const accountId = db.select({ id: accounts.id }).from(accounts).get()!.id;
  tell("contact.created", (tx) => createContact(tx, contactForm.parse({ givenName: "Rosa", accountId: String(accountId) }), by()));
  tell("prospect.created", (tx) => createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Raúl" }), by()));
  expect([stateOf("contacts"), stateOf("prospects")]).toEqual(["done", "done"]);
  db.update(accounts).set({ deletedAt: now }).run();
  expect(stateOf("accounts")).toBe("open");
});

test("who is content says so, and the data go before what was said", () => {
  for (const step of ["users", "company"] as const) tell("company.step_settled", () => settleStep(step));
  const { steps, missing } = setupOf(scopeFor(marta, db));
  expect(steps.filter(({ state }) => state === "settled").map(({ name }) => name)).toEqual(["users", "company"]);
  expect(missing).toContain("logo");
  expect(progressOf(steps)).toEqual({ done: 3, total: 8, next: "roles" });
});

test("only who administers sets up, and every page the steps lead to leads back", () => {
  const here = world();
  expect(canSetUp(here.viewer("marta"))).toBe(true);
  for (const name of ["bruno", "ana", "rita"] as const) expect(canSetUp(here.viewer(name))).toBe(false);
  for (const path of ["/", "/settings", "/settings/users/new", "/accounts", "/contacts/3"]) expect(leadsBack(path)).toBe(true);
  for (const path of ["/settings/start", "/quotes", "/accountsx"]) expect(leadsBack(path)).toBe(false);
});
