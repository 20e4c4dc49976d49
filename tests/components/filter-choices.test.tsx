import { eq, inArray } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AccountFilterForm } from "@/components/accounts/account-filter-form";
import { FilterSelect } from "@/components/ui/filter-fields";
import { groups, origins, picklistOptions, users } from "@/db/schema";
import type { PickList } from "@/db/vocabulary";
import { scopeFor } from "@/lib/access/scope";
import { accountFilterChoices } from "@/lib/accounts/choices";
import { accountFilters, seldomAsked } from "@/lib/accounts/filters";
import { showsSeldom } from "@/lib/lists/asked";
import { prospectFilterChoices } from "@/lib/prospects/choices";
import { prospectFilters } from "@/lib/prospects/filters";
import { filterOwners } from "@/lib/settings/queries";
import { world } from "../support/world";

const { db, ids, viewer } = world();
const scope = scopeFor(viewer("marta"), db);
const retired = (list: PickList) => {
  const { id } = db.select().from(picklistOptions).where(eq(picklistOptions.list, list)).limit(1).get()!;
  db.update(picklistOptions).set({ isActive: false }).where(eq(picklistOptions.id, id)).run();
  return id;
};
const [category, industry, interest, channel] = (["account_category", "industry", "interest_level", "contact_channel"] as const).map(retired);
const origin = db.select().from(origins).limit(1).get()!.id;
db.update(origins).set({ isActive: false }).where(eq(origins.id, origin)).run();
db.update(users)
  .set({ isActive: false })
  .where(inArray(users.id, [ids.ana, ids.bruno]))
  .run();

test("what a list is narrowed to is offered though it was retired, and nothing else that was", () => {
  const asked = { category: String(category), industry: String(industry), interest: String(interest), channel: String(channel), origin: String(origin) };
  const held = (options: { value: number | string }[], one = 0) => options.some(({ value }) => value === one);
  const accounts = (address: object) => accountFilterChoices(scope, accountFilters.parse(address), true).seldom!;
  const prospects = (address: object) => prospectFilterChoices(scope, prospectFilters.parse(address), true).seldom!;
  const seen = (address: object) => [
    held(accounts(address).categories, category),
    held(accounts(address).industries, industry),
    held(accounts(address).interests, interest),
    held(accounts(address).origins, origin),
    held(prospects(address).industries, industry),
    held(prospects(address).channels, channel),
    held(prospects(address).origins, origin),
  ];
  expect(seen(asked)).toEqual(Array(7).fill(true));
  expect(seen({})).toEqual(Array(7).fill(false));
});

test("who left is offered apart, last, and shown when asked for", () => {
  const left = [
    { value: ids.ana, label: "Ana", group: "Ya no están" },
    { value: ids.bruno, label: "Bruno", group: "Ya no están" },
  ];
  const ofAccounts = accountFilterChoices(scope, accountFilters.parse({}), false).owners;
  for (const owners of [filterOwners(scope), ofAccounts, prospectFilterChoices(scope, prospectFilters.parse({}), false).owners])
    expect(owners.slice(-2)).toEqual(left);
  expect(ofAccounts.map(({ group }) => group)).toContain("Grupos");
  const html = renderToStaticMarkup(<FilterSelect name="owner" label="Responsable" value={ids.bruno} options={filterOwners(scope)} />);
  expect(html).toContain(
    `<optgroup label="Ya no están"><option value="${ids.ana}">Ana</option><option value="${ids.bruno}" selected="">Bruno</option></optgroup>`,
  );
  db.delete(groups).run();
  expect(accountFilterChoices(scope, accountFilters.parse({}), false).owners.slice(-2)).toEqual(left);
});

test("filters asked for less often are asked for by a button that keeps what was filled in, and stay while one applies", () => {
  const drawn = (query: Record<string, string>) => {
    const filters = accountFilters.parse(query);
    const choices = accountFilterChoices(scope, filters, showsSeldom(query, seldomAsked(filters)));
    return renderToStaticMarkup(<AccountFilterForm {...{ filters, choices, more: null }} />);
  };
  const button = /<button value="1" [^>]*name="more"/;
  const isOpen = /<details [^>]*open/;
  expect(drawn({})).toMatch(button);
  expect(drawn({})).not.toMatch(isOpen);
  expect(drawn({})).not.toContain('name="category"');
  for (const query of [{ more: "1" }, { region: "Sonora" }] as Record<string, string>[]) {
    expect(drawn(query)).toContain('name="category"');
    expect(drawn(query)).not.toMatch(button);
    expect(drawn(query)).toMatch(isOpen);
  }
});
