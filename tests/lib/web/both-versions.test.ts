import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { z } from "zod";
import { picklistOptions } from "@/db/schema";
import { write } from "@/db/write";
import type { ActionEvent } from "@/lib/access/registry";
import { scopeFor } from "@/lib/access/scope";
import { editAccount } from "@/lib/accounts/commands";
import { accountEditForm, accountForm } from "@/lib/accounts/forms";
import { findAccount, tagsOfAccount } from "@/lib/accounts/queries";
import { activityEditForm, moveForm } from "@/lib/activities/forms";
import { addressesOfAccount } from "@/lib/addresses/queries";
import { catalogItemEditForm } from "@/lib/catalog/forms";
import { pointsOfAccount } from "@/lib/contact-points/queries";
import { contactEditForm, relationEditForm } from "@/lib/contacts/forms";
import { documentEditForm } from "@/lib/documents/forms";
import { viewEditForm } from "@/lib/lists/forms";
import { mailServerForm, mailTemplateForm } from "@/lib/mail/forms";
import { modulesForm } from "@/lib/modules/forms";
import { originEditForm } from "@/lib/origins/forms";
import { optionEditForm } from "@/lib/picklists/forms";
import { portalAccessForm } from "@/lib/portal/forms";
import { prospectEditForm } from "@/lib/prospects/forms";
import { requiredForm } from "@/lib/required/forms";
import { profileEditForm, roleEditForm } from "@/lib/scheme/forms";
import { companyForm } from "@/lib/settings/forms";
import { groupEditForm, userEditForm } from "@/lib/users/forms";
import { bothVersions } from "@/lib/web/both-versions";
import { fieldLabel } from "@/lib/web/field-label";
import { fieldText } from "@/lib/web/field-text";
import { webFormEditForm } from "@/lib/web-forms/forms";
import { promise } from "../../support/promise";
import { now, world } from "../../support/world";

/** Every form that writes over what a record holds. */
const editing: Partial<Record<ActionEvent, z.ZodType>> = {
  "account.edited": accountEditForm,
  "activity.edited": activityEditForm,
  "activity.moved": moveForm,
  "catalog_item.edited": catalogItemEditForm(),
  "company.edited": companyForm,
  "company.modules_switched": modulesForm,
  "company.required_changed": requiredForm,
  "contact.edited": contactEditForm,
  "group.edited": groupEditForm,
  "invoice.edited": documentEditForm(),
  "mail_server.saved": mailServerForm,
  "mail_template.saved": mailTemplateForm,
  "order.edited": documentEditForm(),
  "origin.edited": originEditForm,
  "picklist_option.edited": optionEditForm,
  "portal_user.set": portalAccessForm,
  "profile.edited": profileEditForm,
  "prospect.edited": prospectEditForm,
  "quote.edited": documentEditForm(),
  "relation.edited": relationEditForm,
  "role.edited": roleEditForm,
  "user.edited": userEditForm,
  "view.edited": viewEditForm,
  "web_form.edited": webFormEditForm,
};

/** Those that hold their record's version and write over none of its fields; a tax and a file's columns have nothing to tell apart by. */
const asksNothing = ["company.words_changed", "import.mapped", "tax.saved"];

function actionsWith(word: RegExp): string[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /actions?\.ts$/.test(file));
  const deeds = files.flatMap((file) => readFileSync(join("app", file), "utf8").split(/^export const /m));
  return deeds.filter((deed) => deed.includes("formAction({") && word.test(deed)).flatMap((deed) => /event: "([^"]+)"/.exec(deed)?.[1] ?? []);
}

test("every form that edits a record tells both versions; that each tells all its fields is for the types to say", () => {
  promise("D6", `${Object.keys(editing).length} forms tell each of their fields from both versions`);
  const tells = actionsWith(/^ {2}(?:values: |\.\.\.bothTold)/m);
  expect(tells.sort()).toEqual(Object.keys(editing).sort());
  const edits = actionsWith(/event: "\w+\.(?:edited|saved|set|mapped|words_changed)"/).filter((event) => event !== "view.saved");
  expect(edits.filter((event) => !tells.includes(event) && !asksNothing.includes(event))).toEqual([]);
});

test("each field they post has a word of its own, but for what an edit does not write", () => {
  const untold = /^(?:id|sets\w+|save\w+Anyway|appliesTo|calendar|fromList|password)$/;
  const nameless = Object.entries(editing).flatMap(([event, form]) =>
    fieldsOf(form)
      .filter((field) => !untold.test(field) && fieldLabel(event as ActionEvent, field) === field)
      .map((field) => `${event} ${field}`),
  );
  const fixed = ["invoice", "order", "quote"].flatMap((kind) => [`${kind}.edited accountId`, `${kind}.edited prospectId`]);
  expect(nameless).toEqual([...fixed, "view.edited address"]);
});

test("an address, a tag and an owner that somebody else gave an account are shown before they are lost", () => {
  const { db, ids, viewer } = world({ preset: "all" });
  const scope = scopeFor(viewer("ana"), db);
  const stored = () => {
    const account = findAccount(scope, ids.acme)!;
    return { ...account, tags: tagsOfAccount(scope, ids.acme), points: pointsOfAccount(scope, ids.acme), addresses: addressesOfAccount(scope, ids.acme) };
  };
  const shown = { setsAddresses: "on", setsPoints: "on" };
  const form = { id: String(ids.acme), name: "Acme", ownerId: String(ids.ana), tags: "", phone: "81 1", address: "Juárez 1", ...shown };
  const by = { userId: ids.ana, now };
  const save = (posted: object) => write(db, (tx) => editAccount(tx, findAccount(scope, ids.acme)!, accountForm.parse(posted), by));
  save(form);
  const told = (posted: Record<string, string>) => {
    const typed = Object.fromEntries(Object.entries(posted).map(([field, value]) => [field, [value]]));
    return bothVersions(scope, { event: "account.edited", stored: stored(), input: accountEditForm.parse(posted), typed });
  };
  expect(told(form)).toEqual([]);

  const theirs = {
    ...form,
    ownerId: String(ids.luis),
    tags: "vip",
    addresses: [{ use: "delivery", address: "Hidalgo 5", city: "Saltillo" }],
    points: [{ what: "phone.fax", value: "81 2" }],
    internalNote: "Paga tarde",
  };
  save(theirs);
  expect(Object.fromEntries(told(form).map(({ label, theirs, yours }) => [label, [theirs, yours]]))).toEqual({
    Responsable: ["Luis", "Ana"],
    Etiquetas: ["vip", ""],
    "Otras direcciones": ["Entrega: Hidalgo 5, Saltillo, México", ""],
    "Otros teléfonos y correos": ["Fax: 81 2", ""],
  });
  expect(told({ ...form, internalNote: "" }).map(({ label }) => label)).toContain("Notas internas");
  const { setsAddresses: _setsAddresses, setsPoints: _setsPoints, ...brief } = form;
  expect(told(brief).map(({ label }) => label)).toEqual(["Responsable", "Etiquetas"]);
});

test("each choice of a closed list is told by its word", () => {
  const { db, viewer } = world({ preset: "all" });
  const scope = scopeFor(viewer("ana"), db);
  const shapes = Object.entries(editing).flatMap(([event, form]) => Object.entries(shapeOf(form)).map(([field, schema]) => ({ event, field, schema })));
  const choices = shapes.flatMap(({ event, field, schema }) => choicesIn(schema).map((value) => ({ event: event as ActionEvent, field, value })));
  expect(choices.length).toBeGreaterThan(80);
  const raw = choices.filter(({ event, field, value }) => value !== "" && !field.startsWith("applies") && fieldText(scope, event, field, value) === value);
  expect(raw.map(({ event, field, value }) => `${event} ${field} ${value}`)).toEqual([]);
});

test("who does not see the internal notes is told of none", () => {
  const { db, viewer } = world({ preset: "all" });
  const asked = { event: "account.edited", stored: { internalNote: "Paga tarde" }, input: { internalNote: null } } as const;
  const told = (who: "ana" | "rita") => bothVersions(scopeFor(viewer(who), db), { ...asked, typed: { internalNote: [""] } });
  expect([told("ana").length, told("rita").length]).toEqual([1, 0]);
});

test("values are told as a person reads them", () => {
  const { db, viewer } = world({ preset: "all" });
  const scope = scopeFor(viewer("ana"), db);
  const text = (event: ActionEvent, field: string, value: unknown) => fieldText(scope, event, field, value);
  const industry = db.insert(picklistOptions).values({ list: "industry", code: "X1", name: "Minería", position: 900 }).returning().get();
  expect(text("account.edited", "industryId", industry.id)).toBe("Minería");
  expect(text("activity.edited", "kind", "call")).toBe("Llamada");
  expect(text("account.edited", "phoneUse", "mobile")).toBe("Celular");
  expect(text("activity.edited", "remindMinutes", 60)).toBe("Una hora antes");
  expect(text("relation.edited", "isPrimary", true)).toBe("Sí");
  expect(text("account.edited", "country", "MX")).toBe(text("account.edited", "country", "mexico"));
});

function fieldsOf(form: z.ZodType): string[] {
  return Object.keys(shapeOf(form));
}

function shapeOf(form: z.ZodType): Record<string, z.ZodType> {
  const whole = form as unknown as { shape?: Record<string, z.ZodType>; out?: { shape: Record<string, z.ZodType> } };
  return whole.shape ?? whole.out!.shape;
}

/** The words a field may hold, however deep they stand; those of rows are their noun's. */
function choicesIn(schema: z.ZodType): string[] {
  const { def } = schema as unknown as {
    def: { entries?: Record<string, string>; options?: z.ZodType[]; innerType?: z.ZodType; in?: z.ZodType; out?: z.ZodType };
  };
  const inner = [...(def.options ?? []), def.innerType, def.in, def.out].filter((one) => one !== undefined);
  return [...Object.values(def.entries ?? {}), ...inner.flatMap(choicesIn)];
}
