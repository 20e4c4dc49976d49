import { eq } from "drizzle-orm";
import type { Database, Reader } from "@/db/open";
import {
  accountAccess,
  company,
  groupMembers,
  groups,
  origins,
  picklistOptions,
  profileGrants,
  profiles,
  roles,
  series,
  tags,
  taxes,
  userProfiles,
  workCenters,
} from "@/db/schema";
import type { DocumentKind } from "@/db/vocabulary";
import { accountBalancesOf, accountContactsOf, accountsOf, accountTagsOf, contactsOf, portalUsersOf } from "./relations/accounts";
import { activitiesOf, prospectsOf } from "./relations/activities";
import { anyDocumentsOf, documentsOf, partsOf } from "./relations/documents";
import { eventPayloadsOf, eventsOf } from "./relations/events";
import { catalogItemsOf, catalogItemTaxesOf, importFilesOf, importRowsOf, importsOf, staffOnly, submissionsOf, usersOf } from "./relations/open";
import { filtered } from "./relations/relation";
import type { Viewer } from "./viewer";
import { everything } from "./visibility";

export type Scope = ReturnType<typeof scopeFor>;

/** The database as one viewer sees it. Queries read from `scope.accounts`, never from the table,
 *  so a query that forgets to filter cannot be written. Relations are built when first asked for. */
export function scopeFor(viewer: Viewer, reader: Reader) {
  const list = <T extends Parameters<typeof staffOnly>[2]>(table: T) => staffOnly<T>(reader, viewer, table);
  const relations = lazily({
    accounts: () => accountsOf(reader, viewer),
    contacts: () => contactsOf(reader, viewer),
    accountContacts: () => accountContactsOf(reader, viewer),
    accountTags: () => accountTagsOf(reader, viewer),
    accountBalances: () => accountBalancesOf(reader, viewer),
    portalUsers: () => portalUsersOf(reader, viewer),
    prospects: () => prospectsOf(reader, viewer),
    activities: () => activitiesOf(reader, viewer),
    anyDocuments: () => anyDocumentsOf(reader, viewer),
    ...partsOf(reader, viewer),
    catalogItems: () => catalogItemsOf(reader, viewer),
    catalogItemTaxes: () => catalogItemTaxesOf(reader, viewer),
    imports: () => importsOf(reader, viewer),
    importRows: () => importRowsOf(reader, viewer),
    importFiles: () => importFilesOf(reader, viewer),
    events: () => eventsOf(reader, viewer),
    eventPayloads: () => eventPayloadsOf(reader, viewer),
    submissions: () => submissionsOf(reader, viewer),
    users: () => usersOf(reader, viewer),
    company: () => filtered(reader, company, everything),
    roles: () => list(roles),
    profiles: () => list(profiles),
    profileGrants: () => list(profileGrants),
    userProfiles: () => list(userProfiles),
    groups: () => list(groups),
    groupMembers: () => list(groupMembers),
    workCenters: () => list(workCenters),
    series: () => list(series),
    taxes: () => list(taxes),
    origins: () => list(origins),
    picklistOptions: () => list(picklistOptions),
    tags: () => list(tags),
  });

  return Object.assign(relations, {
    viewer,
    documents: (kind: DocumentKind) => documentsOf(reader, viewer, kind),
    select: reader.select.bind(reader) as Database["select"],
    selectDistinct: reader.selectDistinct.bind(reader) as Database["selectDistinct"],
    /** Who reaches an account, for deciding deeds on a record already found. */
    principalsOf: (accountId: number | null): string[] =>
      accountId === null
        ? []
        : reader
            .select({ principal: accountAccess.principal })
            .from(accountAccess)
            .where(eq(accountAccess.accountId, accountId))
            .all()
            .map(({ principal }) => principal),
    /** For `lib/search` and `lib/events`, which filter by their own rule; queries may not touch it. */
    reader,
  });
}

function lazily<T extends Record<string, () => unknown>>(makers: T): { readonly [K in keyof T]: ReturnType<T[K]> } {
  const relations = {};
  for (const [name, make] of Object.entries(makers)) {
    let made: unknown;
    Object.defineProperty(relations, name, {
      enumerable: true,
      get: () => {
        made ??= make();
        return made;
      },
    });
  }
  return relations as { readonly [K in keyof T]: ReturnType<T[K]> };
}
