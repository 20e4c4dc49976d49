import { expect, test } from "vitest";
import { type ActionEvent, actions } from "@/lib/access/registry";
import { RuleErrors } from "@/lib/core/errors";
import { questions } from "@/lib/required/questions";
import { type AskedModule, declaredOf, isRuleKey, ruleKey, ruleKeys, ruleParts } from "@/lib/required/rules";
import { databaseHash } from "../../support/people";
import { type World, world } from "../../support/world";
import { asks, deeds, does, type Typed, whole } from "./deeds";

const nouns: Record<AskedModule, string> = {
  ...{ accounts: "account", contacts: "contact", prospects: "prospect", activities: "activity" },
  ...{ catalog: "catalog_item", quotes: "quote", orders: "order", invoices: "invoice" },
};
/** Only the form that makes a record has them. */
const ofNew = ["role", "appointmentOn"];

function begun(): World {
  const here = world();
  expect(does(here, "contact.created", whole(here, "contacts", "any"))).toMatchObject({ kind: "done" });
  return here;
}

function without(typed: Typed, field: string): Typed {
  return { ...typed, ...(field === "about" ? { accountId: "" } : { [field]: field === "taxIds" ? undefined : "" }) };
}

function lacks(here: World, event: ActionEvent, typed: Typed): string[] | string {
  const before = databaseHash(here.db);
  const outcome = does(here, event, typed);
  if (outcome.kind !== "rule" || !(outcome.error instanceof RuleErrors)) return outcome.kind === "rule" ? outcome.error.code : outcome.kind;
  expect(databaseHash(here.db)).toBe(before);
  return outcome.error.all.map(({ field, code }) => `${field} ${code}`);
}

test("what the company asks for is refused at its field when it is missing, of every kind, and accepted once it is there", () => {
  const here = begun();
  for (const key of ruleKeys) {
    const { module, kind, field } = ruleParts(key);
    const created = `${nouns[module]}.created` as ActionEvent;
    asks(here, []);
    expect([key, does(here, created, without(whole(here, module, kind), field)).kind]).toEqual([key, "done"]);
    asks(here, [key]);
    expect([key, lacks(here, created, without(whole(here, module, kind), field))]).toEqual([key, [`${field} asked.missing`]]);
    expect([key, does(here, created, whole(here, module, kind)).kind]).toEqual([key, "done"]);
    // Asked of another kind, it may be missing here.
    const other = Object.keys(declaredOf(module).kinds).find((one) => one !== kind && one !== "supplier");
    if (other) expect([key, does(here, created, without(whole(here, module, other), field)).kind]).toEqual([key, "done"]);
  }
  expect(ruleKeys.length).toBeGreaterThan(100);
});

test("whoever edits a record made before is asked too, and may leave it as it is", () => {
  const here = begun();
  for (const key of ruleKeys) {
    const { module, kind, field } = ruleParts(key);
    const edited = `${nouns[module]}.edited` as ActionEvent;
    if (!(edited in deeds) || ofNew.includes(field)) continue;
    asks(here, []);
    const lacking = without(whole(here, module, kind), field);
    const made = does(here, `${nouns[module]}.created` as ActionEvent, lacking);
    const id = made.kind === "done" ? made.to.slice(1) : "";
    expect([key, does(here, edited, { ...lacking, id }).kind]).toEqual([key, "done"]);
    asks(here, [key]);
    expect([key, lacks(here, edited, { ...lacking, id })]).toEqual([key, [`${field} asked.missing`]]);
    expect([key, does(here, edited, { ...whole(here, module, kind), id }).kind]).toEqual([key, "done"]);
  }
});

test("all that is missing is told at once, in the order of the settings", () => {
  const here = begun();
  asks(here, [ruleKey("accounts", "company", "phone"), ruleKey("accounts", "company", "taxId"), ruleKey("accounts", "supplier", "email")]);
  expect(lacks(here, "account.created", { name: "Peña" })).toEqual(["taxId asked.missing", "phone asked.missing"]);
  expect(lacks(here, "account.created", { name: "Peña", isSupplier: "on" })).toEqual(["taxId asked.missing", "phone asked.missing", "email asked.missing"]);
});

test("every form that makes or edits such a record is asked, and every rule has words", () => {
  const asked = (Object.keys(actions) as ActionEvent[]).filter((event) =>
    Object.values(nouns).some((noun) => [`${noun}.created`, `${noun}.edited`].includes(event)),
  );
  expect(asked.filter((event) => questions[event] === undefined)).toEqual([]);
  expect(asked).toHaveLength(16);
  expect(["accounts.company.name", "accounts.any.phone", "toString", ""].filter(isRuleKey)).toEqual([]);
});
