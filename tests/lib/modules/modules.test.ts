import { expect, test } from "vitest";
import { notices } from "@/db/schema";
import { type SwitchableModule, switchableModules } from "@/db/vocabulary";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { auditFilters } from "@/lib/audit/filters";
import { listAudit } from "@/lib/audit/list";
import { recordEvent } from "@/lib/events/record";
import { timelineOf } from "@/lib/events/timeline";
import { columnsFor } from "@/lib/exports/queries";
import { sightOf } from "@/lib/exports/sight";
import { switchModules } from "@/lib/modules/commands";
import { modulesForm, ticksOf } from "@/lib/modules/forms";
import { canSwitchModules } from "@/lib/modules/policy";
import { modulesFor, othersThan, purposeOf } from "@/lib/modules/rules";
import { listNotices } from "@/lib/notices/queries";
import { setupOf } from "@/lib/setup/queries";
import { rightsOf } from "@/lib/users/queries";
import { covers } from "@/lib/users/rights";
import { bookChecks } from "@/scripts/doctor/books";
import { complaintsOf } from "@/scripts/doctor/data";
import { mailRows, mailWorld, queueMail, sendDue } from "../../support/mail-world";
import { smtpServer } from "../../support/smtp-server";
import { companyOf, now, type World, world } from "../../support/world";
import { checked } from "../imports/jobs";

const switchOff = ({ db }: Pick<World, "db">, ...off: SwitchableModule[]) => write(db, (tx) => switchModules(tx, othersThan(off), now));
const codeOf = (deed: () => unknown) => {
  try {
    return deed() && "done";
  } catch (error) {
    return error instanceof Error && "code" in error && "field" in error ? `${error.code} ${error.field}` : error;
  }
};

test("what is of no use without another is not left without it, and each purpose holds together", () => {
  const here = world();
  expect(codeOf(() => switchOff(here, "invoices"))).toBe("modules.needs receipts");
  expect(codeOf(() => switchOff(here, "activities"))).toBe("modules.needs prospects");
  expect(companyOf(here.db).offModules).toEqual([]);
  for (const module of switchableModules.filter((one) => one !== "invoices" && one !== "activities"))
    expect(codeOf(() => switchOff(here, module))).toBe("done");
  for (const purpose of ["commercial", "services", "crm"] as const) {
    const off = othersThan(modulesFor[purpose]);
    expect(codeOf(() => switchOff(here, ...off))).toBe("done");
    expect(purposeOf(othersThan(off))).toBe(purpose);
  }
  expect(companyOf(here.db).offModules).toEqual(["catalog", "quotes", "orders", "invoices", "receipts"]);
  expect(purposeOf(["quotes"])).toBeUndefined();
  const complaints = () => complaintsOf(here.db, bookChecks);
  const whole = complaints();
  here.db.$client.exec(`update company set off_modules = '["invoices"]'`);
  expect([whole, complaints()]).toEqual([[], [expect.stringContaining("ningún módulo activo necesita uno desactivado")]]);
});

test("a change tells what was off and what is, counts as an edit of the company, and is for who administers", () => {
  const here = world();
  const { version } = companyOf(here.db);
  expect(switchOff(here, "orders")).toMatchObject({ kind: "company", before: { offModules: [] }, after: { offModules: ["orders"] } });
  expect(companyOf(here.db).version).toBe(version + 1);
  expect([canSwitchModules(here.viewer("marta")), canSwitchModules(here.viewer("bruno"))]).toEqual([true, false]);
  const { orders, ...others } = modulesForm.parse({ ...Object.fromEntries(switchableModules.map((module) => [module, "on"])), orders: undefined });
  expect([orders, Object.values(others).every(Boolean), ticksOf(["orders"])]).toEqual([false, true, { ...others, orders: false }]);
});

test("the list of accounts and its file lose the columns of invoices, and come back whole", () => {
  const here = world();
  const keys = () => columnsFor(scopeFor(here.viewer("marta"), here.db), "accounts", "columns=all").map(({ key }) => key);
  const [before, mark] = [keys(), sightOf(here.viewer("marta"), "accounts")];
  switchOff(here, "invoices", "receipts");
  expect(before.filter((key) => !keys().includes(key))).toEqual(["last_purchase", "balance", "other_balances"]);
  expect(sightOf(here.viewer("marta"), "accounts")).not.toBe(mark);
  switchOff(here);
  expect([keys(), sightOf(here.viewer("marta"), "accounts")]).toEqual([before, mark]);
});

test("whoever hires may still give a profile that grants what is off, and no more than they have", () => {
  const here = world();
  const standing = { ownRoleId: 1, roleIds: [1, 2, 3, 4], groupIds: [] };
  const rights = (profileId: number) => rightsOf(scopeFor(here.viewer("marta"), here.db), { isAdmin: false, roleId: 3, profileIds: [profileId], groupIds: [] });
  const given = () => [1, 2, 3, 4].map((id) => covers(here.viewer("bruno"), standing, rights(id)));
  const before = given();
  switchOff(here, ...switchableModules);
  expect([given(), new Set(before).size]).toEqual([before, 2]);
});

test("a notice and the history say nothing of what is off; the log still does", () => {
  const here = world();
  const { db, ids, viewer } = here;
  const deed = { kind: "quote", id: 77, accountId: ids.acme, before: null, after: { total: 1 } };
  write(db, (tx) => recordEvent(tx, { viewer: viewer("marta"), name: "quote.created", change: deed, at: now }));
  const planned = { userId: ids.marta, kind: "reminder", subjectKind: "activity", subjectId: 5, createdAt: now } as const;
  db.insert(notices)
    .values([planned, { ...planned, subjectKind: null, subjectId: null, href: "/exports/1" }])
    .run();
  const scope = () => scopeFor(viewer("marta"), db);
  const told = () => [
    listNotices(scope(), { sort: "-id", cursor: undefined }).rows.length,
    timelineOf(scope(), { accountId: ids.acme }, undefined).rows.filter((row) => "event" in row && row.event.subjectKind === "quote").length,
    listAudit(scope(), auditFilters.parse({ kind: "quote" })).rows.length,
  ];
  expect(told()).toEqual([2, 1, 1]);
  switchOff(here, "quotes", "prospects", "activities");
  expect(told()).toEqual([1, 0, 1]);
  expect(setupOf(scope()).steps.map(({ name }) => name)).not.toContain("prospects");
});

test("a mail that waits does not leave while its module is off, and says why", async () => {
  await using server = await smtpServer();
  const here = mailWorld(server);
  queueMail(here.db, { about: { kind: "quote", id: 1, accountId: here.ids.acme } });
  queueMail(here.db);
  switchOff(here, "quotes");
  await sendDue(here.db, now);
  expect(mailRows(here.db).map(({ mail }) => [mail.state, mail.reason?.slice(0, 26)])).toEqual([
    ["failed", "Su módulo se desactivó ant"],
    ["sent", undefined],
  ]);
  expect(server.received).toHaveLength(1);
});

test("an import that waits stops when imports are switched off, and says why", async () => {
  const here = world();
  switchOff(here, "imports");
  const record = await checked(here, "accounts", new TextEncoder().encode("nombre\nPrueba\n"), { as: "marta" });
  expect([record.state, record.error]).toEqual(["failed", JSON.stringify({ code: "imports.module_off" })]);
});
