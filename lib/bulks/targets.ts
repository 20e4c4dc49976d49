import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import type { ActionEvent } from "@/lib/access/registry";
import type { Scope } from "@/lib/access/scope";
import type { Owned, Viewer } from "@/lib/access/viewer";
import { type AccountChanges, changeAccountFields, presentAccount } from "@/lib/accounts/change-fields";
import { accountFilters } from "@/lib/accounts/filters";
import { canAssignAccount, canEditAccount } from "@/lib/accounts/policy";
import { findAccount } from "@/lib/accounts/queries";
import { conditions as accountsAre } from "@/lib/accounts/reading";
import { type ActivityChanges, changeActivityFields } from "@/lib/activities/change-fields";
import { activityFilters } from "@/lib/activities/filters";
import { conditions as activitiesAre, seenIn } from "@/lib/activities/list";
import { canAssignActivity, canEditActivity } from "@/lib/activities/policy";
import { findActivity } from "@/lib/activities/queries";
import { activityRow } from "@/lib/activities/save";
import { type CatalogChanges, changeCatalogFields, presentCatalogItem } from "@/lib/catalog/change-fields";
import { catalogFilters } from "@/lib/catalog/filters";
import { canEditCatalogItem } from "@/lib/catalog/policy";
import { conditions as catalogIs, findCatalogItem } from "@/lib/catalog/queries";
import { type ContactChanges, changeContactFields, presentContact } from "@/lib/contacts/change-fields";
import { contactFilters } from "@/lib/contacts/filters";
import { conditions as contactsAre } from "@/lib/contacts/list";
import { canAssignContact, canEditContact } from "@/lib/contacts/policy";
import { findContact } from "@/lib/contacts/queries";
import { fullName } from "@/lib/contacts/rules";
import type { SalesKind } from "@/lib/documents/kinds";
import type { Change, Values } from "@/lib/events/record";
import { readAddress } from "@/lib/lists/address";
import type { BulkList } from "@/lib/lists/policy";
import { changeProspectFields, type ProspectChanges } from "@/lib/prospects/change-fields";
import { rowOf } from "@/lib/prospects/commands";
import { prospectFilters } from "@/lib/prospects/filters";
import { canAssignProspect, canEditProspect } from "@/lib/prospects/policy";
import { findProspect, conditions as prospectsAre, shownIs } from "@/lib/prospects/queries";
import { idsOf, named } from "./found";
import { receiptTarget, salesTarget } from "./paper-target";

export const bulkFields = ["owner", "category", "origin", "industry", "interest", "channel", "addTax", "removeTax"] as const;
export type BulkField = (typeof bulkFields)[number];

/** A paper goes to another colleague, which no form does by itself. */
type Gift = `${SalesKind | "receipt"}.given`;
export const isGift = (event: ActionEvent | Gift): event is Gift => event.endsWith(".given");

/** What changing one of many records takes: how it is found, permitted and changed. */
export type Holder = {
  kind: string;
  event: ActionEvent | Gift;
  find: (scope: Scope, id: number) => (Owned & { id: number }) | undefined;
  mayEdit: (viewer: Viewer, record: Owned) => boolean;
  mayAssign: (viewer: Viewer, record: Owned) => boolean;
  present: (tx: Transaction, id: number) => Values | undefined;
  change: (tx: Transaction, record: { id: number }, changes: Values, now: number) => Change | undefined;
  names: (scope: Scope, ids: number[]) => Map<number, string>;
};

/** The same for the records of a list, with which there are. */
export type Target = Holder & {
  fields: readonly BulkField[];
  hasTags?: true;
  /** A group may own them. */
  isOfGroups?: true;
  /** They are put off, and done. */
  isWork?: true;
  /** They have a unit, and are sold or no longer. */
  isItems?: true;
  /** The next identifiers, in their order, of what an address finds. */
  ids: (scope: Scope, address: string, after: number, size: number) => number[];
};

export const targets: Record<BulkList, Target> = {
  accounts: {
    ...{ kind: "account", event: "account.edited", fields: ["owner", "category", "origin", "industry", "interest"], hasTags: true, isOfGroups: true },
    ids: (scope, address, after, size) => idsOf(scope, scope.accounts, accountsAre(scope, readAddress(accountFilters, address), true), after, size),
    ...{ find: findAccount, mayEdit: canEditAccount, mayAssign: canAssignAccount, present: presentAccount },
    change: (tx, record, changes, now) => changeAccountFields(tx, record, changes as AccountChanges, now),
    names: (scope, ids) => {
      const { id, name } = scope.accounts;
      return named(scope.select({ id, name }).from(scope.accounts).where(inArray(id, ids)).all());
    },
  },
  contacts: {
    ...{ kind: "contact", event: "contact.edited", fields: ["owner", "origin"], hasTags: true, isOfGroups: true },
    ids: (scope, address, after, size) => idsOf(scope, scope.contacts, contactsAre(scope, readAddress(contactFilters, address), true), after, size),
    ...{ find: findContact, mayEdit: canEditContact, mayAssign: canAssignContact },
    present: presentContact,
    change: (tx, record, changes, now) => changeContactFields(tx, record, changes as ContactChanges, now),
    names: (scope, ids) => {
      const { id, givenName, familyName } = scope.contacts;
      const rows = scope.select({ id, givenName, familyName }).from(scope.contacts).where(inArray(id, ids)).all();
      return named(rows.map((row) => ({ id: row.id, name: fullName(row) })));
    },
  },
  prospects: {
    ...{ kind: "prospect", event: "prospect.edited", fields: ["owner", "origin", "channel"] },
    ids: (scope, address, after, size) => {
      const filters = readAddress(prospectFilters, address);
      return idsOf(scope, scope.prospects, [shownIs(scope, filters), ...prospectsAre(scope, filters, true)], after, size);
    },
    ...{ find: findProspect, mayEdit: canEditProspect, mayAssign: canAssignProspect, present: rowOf },
    change: (tx, record, changes, now) => changeProspectFields(tx, record, changes as ProspectChanges, now),
    names: (scope, ids) => {
      const { id, personName } = scope.prospects;
      return named(scope.select({ id, name: personName }).from(scope.prospects).where(inArray(id, ids)).all());
    },
  },
  activities: {
    ...{ kind: "activity", event: "activity.edited", fields: ["owner"], isWork: true },
    ids: (scope, address, after, size) => {
      const filters = readAddress(activityFilters, address);
      const seen = seenIn(scope, filters);
      return idsOf(seen, seen.activities, activitiesAre(seen, filters, true), after, size);
    },
    ...{ find: findActivity, mayEdit: canEditActivity, mayAssign: canAssignActivity, present: activityRow },
    change: (tx, record, changes, now) => changeActivityFields(tx, record, changes as ActivityChanges, now),
    names: (scope, ids) => {
      const { id, subject } = scope.activities;
      return named(scope.select({ id, name: subject }).from(scope.activities).where(inArray(id, ids)).all());
    },
  },
  quotes: salesTarget("quote"),
  orders: salesTarget("order"),
  invoices: salesTarget("invoice"),
  receipts: receiptTarget(),
  catalog: {
    ...{ kind: "catalog_item", event: "catalog_item.edited", fields: ["addTax", "removeTax"], isItems: true },
    ids: (scope, address, after, size) => idsOf(scope, scope.catalogItems, catalogIs(scope, readAddress(catalogFilters, address), true), after, size),
    find: (scope, id) => {
      const item = findCatalogItem(scope, id);
      return item && { id: item.id, ownerId: null };
    },
    ...{ mayEdit: canEditCatalogItem, mayAssign: () => false, present: presentCatalogItem },
    change: (tx, record, changes, now) => changeCatalogFields(tx, record, changes as CatalogChanges, now),
    names: (scope, ids) => {
      const { id, name } = scope.catalogItems;
      return named(scope.select({ id, name }).from(scope.catalogItems).where(inArray(id, ids)).all());
    },
  },
};
