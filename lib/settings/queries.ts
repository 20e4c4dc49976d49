import { and, eq, sql } from "drizzle-orm";
import type { PickList } from "@/db/vocabulary";
import type { Scope, Seen } from "@/lib/access/scope";
import { t } from "@/lib/i18n/words";

export type Option = { value: number; label: string; group?: string };

/** Origins in use, and `kept`, which a record may still hold though it was retired. */
export function originOptions(scope: Scope, kept?: number | null): Option[] {
  const rows = scope.prepared(allOrigins).all();
  return rows.filter(({ value, isActive }) => isActive || value === kept).map(({ value, label }) => ({ value, label }));
}

export function pickOptions(scope: Scope, list: PickList, kept?: number | null): Option[] {
  const rows = scope.prepared(optionsOfList).all({ list });
  return rows.filter(({ value, isActive }) => isActive || value === kept).map(({ value, label }) => ({ value, label }));
}

/** Colleagues a record can belong to. */
export function ownerOptions(scope: Scope, kept?: number | null): Option[] {
  const rows = scope.prepared(allColleagues).all();
  return rows.filter(({ value, isActive }) => isActive || value === kept).map(({ value, label }) => ({ value, label }));
}

/** Whose records a list may be narrowed to: what somebody had stays theirs when they leave. */
export function filterOwners(scope: Scope): Option[] {
  return [...ownerOptions(scope), ...formerColleagues(scope)];
}

export function formerColleagues(scope: Scope): Option[] {
  const rows = scope.prepared(allColleagues).all();
  return rows.filter(({ isActive }) => !isActive).map(({ value, label }) => ({ value, label, group: t("accounts.no_longer_here") }));
}

const allOrigins = ({ origins, select }: Seen) =>
  select({ value: origins.id, label: origins.name, isActive: origins.isActive }).from(origins).orderBy(origins.position, origins.id).prepare();

const optionsOfList = ({ picklistOptions, select }: Seen) =>
  select({ value: picklistOptions.id, label: picklistOptions.name, isActive: picklistOptions.isActive })
    .from(picklistOptions)
    .where(eq(picklistOptions.list, sql.placeholder("list")))
    .orderBy(picklistOptions.position, picklistOptions.id)
    .prepare();

const allColleagues = ({ users, select }: Seen) =>
  select({ value: users.id, label: users.name, isActive: users.isActive }).from(users).orderBy(users.name).prepare();

export function groupOptions(scope: Scope): Option[] {
  const { groups } = scope;
  return scope.select({ value: groups.id, label: groups.name }).from(groups).orderBy(groups.name).all();
}

export function findCompany(scope: Scope) {
  const { company } = scope;
  return scope.select().from(company).where(eq(company.id, 1)).get()!;
}

export function workCenterOptions(scope: Scope): Option[] {
  const { workCenters } = scope;
  return scope
    .select({ value: workCenters.id, label: workCenters.name })
    .from(workCenters)
    .where(and(eq(workCenters.isActive, true)))
    .orderBy(workCenters.code)
    .all();
}

export type Tax = ReturnType<typeof listTaxes>[number];
export type Series = ReturnType<typeof listSeries>[number];

/** In the order they are charged, retired ones included. */
export function listTaxes(scope: Scope) {
  const { taxes } = scope;
  return scope.select().from(taxes).orderBy(taxes.position, taxes.id).all();
}

export function findTax(scope: Scope, id: number) {
  return listTaxes(scope).find((tax) => tax.id === id);
}

export function listSeries(scope: Scope) {
  const { series } = scope;
  return scope.select().from(series).orderBy(series.kind, series.id).all();
}
