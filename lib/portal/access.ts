import { eq } from "drizzle-orm";
import type { DocumentKind } from "@/db/vocabulary";
import { isOff } from "@/lib/access/permissions";
import { moduleOfKind } from "@/lib/access/relations/documents";
import type { Scope } from "@/lib/access/scope";
import { findContact } from "@/lib/contacts/queries";
import { findRelation } from "@/lib/contacts/relations";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { PortalAccessInput } from "./forms";
import { canOpenAccount } from "./policy";
import { portalKinds } from "./rules";

export type PortalAccess = NonNullable<ReturnType<typeof findPortalAccess>>;
type AccessValues = Omit<PortalAccessInput["relations"][number], "kinds"> & { kinds: readonly DocumentKind[] };
export type PortalRelation = PortalAccess["relations"][number];

/** A contact with its portal user and the relations the viewer may open; undefined when it is not there for them. */
export function findPortalAccess(scope: Scope, id: number | string) {
  const contact = findContact(scope, id);
  if (!contact) return undefined;
  const { portalUsers } = scope;
  const { id: userId, email, isActive, version } = portalUsers;
  const user = scope.select({ id: userId, email, isActive, version }).from(portalUsers).where(eq(portalUsers.contactId, contact.id)).get();
  const kinds = portalKinds.filter((kind) => !isOff(scope.viewer, moduleOfKind[kind]));
  return { ...contact, user, version: user?.version ?? 1, relations: relationsOf(scope, contact.id), kinds };
}

/** A relation's access as its form says it. */
export function accessValues({ id, hasPortal, serviceStartsOn, serviceEndsOn, portalKinds: kinds }: PortalRelation): AccessValues {
  return { id, hasPortal, startsOn: serviceStartsOn, endsOn: serviceEndsOn, kinds: kinds ?? portalKinds };
}

export function relationAccessText(scope: Scope, { id, hasPortal, startsOn, endsOn, kinds }: AccessValues): string {
  const days = [startsOn, endsOn].map((day) => (day === null ? "…" : formatDate(day))).join(" – ");
  const papers = kinds.map((kind) => t(`documents.kinds.${kind}.many`)).join(", ");
  return [findRelation(scope, id)?.account.name, hasPortal ? t("app.yes") : t("app.no"), days, papers].filter(Boolean).join(" · ");
}

function relationsOf(scope: Scope, contactId: number) {
  const { accountContacts, accounts, viewer } = scope;
  const { id, hasPortal, serviceStartsOn, serviceEndsOn, portalKinds } = accountContacts;
  return scope
    .select({ id, hasPortal, serviceStartsOn, serviceEndsOn, portalKinds, accountId: accounts.id, name: accounts.name, ownerId: accounts.ownerId })
    .from(accountContacts)
    .innerJoin(accounts, eq(accounts.id, accountContacts.accountId))
    .where(eq(accountContacts.contactId, contactId))
    .orderBy(accounts.nameKey, accounts.id)
    .all()
    .filter(({ accountId, ownerId }) => canOpenAccount(viewer, { ownerId, principals: scope.principalsOf(accountId) }));
}
