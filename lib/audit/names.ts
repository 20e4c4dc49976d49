import { inArray } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import type { ToldEvent } from "@/lib/events/event-entries";

/** What an event was about: what it is or was called, and where it stands if it still does. */
export type Named = { label?: string; href?: string };
/** How colleagues, groups, roles and profiles are called, by their number. */
export type Names = Record<"users" | "groups" | "roles" | "profiles", Map<number, string>>;

export function namesIn(scope: Scope): Names {
  const of = (relation: Scope["users"] | Scope["groups"] | Scope["roles"] | Scope["profiles"]) => {
    const { id, name } = relation as Scope["groups"];
    return new Map(
      scope
        .select({ id, name })
        .from(relation as Scope["groups"])
        .all()
        .map((row) => [row.id, row.name]),
    );
  };
  return { users: of(scope.users), groups: of(scope.groups), roles: of(scope.roles), profiles: of(scope.profiles) };
}

/** What no longer stands, or is not seen, has the name it had then, and leads nowhere. */
export function recordsOf(scope: Scope, events: ToldEvent[]): (event: ToldEvent) => Named {
  const names = namesIn(scope);
  const items = itemNames(
    scope,
    events.flatMap(({ subjectKind, subjectId }) => (subjectKind === "catalog_item" && subjectId !== null ? [subjectId] : [])),
  );
  const standing: Record<string, { names: Map<number, string>; folder: string }> = {
    user: { names: names.users, folder: "/settings/users" },
    group: { names: names.groups, folder: "/settings/groups" },
    role: { names: names.roles, folder: "/settings/roles" },
    profile: { names: names.profiles, folder: "/settings/profiles" },
    catalog_item: { names: items, folder: "/catalog" },
  };
  return ({ subjectKind, subjectId, subject, account, before, after }) => {
    const found = subjectId === null ? undefined : standing[subjectKind];
    const name = found?.names.get(subjectId!);
    if (found && name !== undefined) return { label: name, href: `${found.folder}/${subjectId}` };
    const kept = subjectKind === "account" ? account : subject;
    return { label: kept?.label ?? nameThen(after) ?? nameThen(before), href: kept?.href };
  };
}

function nameThen(values: ToldEvent["after"]): string | undefined {
  const name = values?.name ?? values?.personName ?? values?.contactName ?? values?.subject ?? values?.label;
  return typeof name === "string" && name !== "" ? name : undefined;
}

function itemNames(scope: Scope, ids: number[]): Map<number, string> {
  const { id, name } = scope.catalogItems;
  const rows = ids.length === 0 ? [] : scope.select({ id, name }).from(scope.catalogItems).where(inArray(id, ids)).all();
  return new Map(rows.map((row) => [row.id, row.name]));
}
