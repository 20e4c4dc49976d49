import { eq } from "drizzle-orm";
import type { Database, Reader } from "@/db/open";
import {
  accountAccess,
  company,
  groupMembers,
  groups,
  mailTemplates,
  origins,
  ownWords,
  picklistOptions,
  profileGrants,
  profiles,
  repetitions,
  roles,
  series,
  tags,
  taxes,
  userProfiles,
  webForms,
  workCenters,
} from "@/db/schema";
import { type DocumentKind, documentKinds } from "@/db/vocabulary";
import { lazily } from "./lazily";
import { preparedFor } from "./prepared";
import {
  accountAddressesOf,
  accountBalancesOf,
  accountContactsOf,
  accountSharesOf,
  accountsOf,
  accountTagsOf,
  contactPointsOf,
  contactsOf,
  contactTagsOf,
  otherAccountsOf,
  ownAccountsOf,
  portalUsersOf,
} from "./relations/accounts";
import { activitiesOf, prospectsOf } from "./relations/activities";
import { attachedFilesOf, attachmentsOf, trashedAttachmentsOf, trashedFilesOf } from "./relations/attachments";
import { anyDocumentsOf, documentsOf, ownDocumentsOf, partsOf } from "./relations/documents";
import { eventPayloadsOf, eventsOf, logFilesOf, logLooksOf } from "./relations/events";
import { bulkRowsOf, bulksOf, defaultViewsOf, exportFilesOf, listColumnsOf, listExportsOf, savedViewsOf } from "./relations/lists";
import { mailAttachmentsOf, mailDraftsOf, mailFilesOf, mailRecipientsOf, mailServerOf, mailsOf } from "./relations/mails";
import {
  catalogItemsOf,
  catalogItemTaxesOf,
  importFilesOf,
  importRowsOf,
  importsOf,
  noticesOf,
  ofModulesOn,
  staffOnly,
  submissionsOf,
  usersOf,
  webFormEntriesOf,
} from "./relations/open";
import { originTotalsOf } from "./relations/origins";
import { filtered } from "./relations/relation";
import { trashedAccountsOf, trashedActivitiesOf, trashedContactsOf, trashedProspectsOf } from "./relations/trash";
import { isLookedThrough } from "./seeing";
import { selecting } from "./selecting";
import type { Viewer } from "./viewer";
import { everything } from "./visibility";

export type Scope = ReturnType<typeof scopeFor>;

/** The database as one viewer sees it. Queries read from `scope.accounts`, never from the table,
 *  so a query that forgets to filter cannot be written. Relations are built when first asked for. */
export function scopeFor(viewer: Viewer, reader: Reader) {
  const relations = relationsFor(viewer);
  return Object.assign(Object.create(relations) as Relations, {
    viewer,
    documents: (kind: DocumentKind) => relations.documentsByKind[kind],
    ownDocuments: (kind: DocumentKind) => relations.ownDocumentsByKind[kind],
    select: selecting(reader),
    /** A query of fixed shape, put together once for all who reach the same. It is told nothing of the viewer's tongue and day, so that
     *  neither can stay in it. */
    prepared: <Query>(build: (seen: Seen) => Query) => preparedFor(relations, reader, build),
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

/** What a query is made of that is kept from request to request. */
export type Seen = Relations & Pick<Database, "select">;

/** What a viewer's reaches narrow each table to. The same reaches give the same relations, so they are kept from request to request,
 *  those asked for last: of who stands for many they take up to a megabyte. */
function relationsFor(viewer: Viewer): Relations {
  const reaches = reachesOf(viewer);
  const relations = kept.get(reaches) ?? relationsOf(viewer);
  kept.delete(reaches);
  kept.set(reaches, relations);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return relations;
}

const mostKept = 200;
const kept = new Map<string, Relations>();
type Relations = ReturnType<typeof relationsOf>;

/** Everything about a viewer but how they are spoken to and what day it is: no relation depends on those. */
function reachesOf(viewer: Viewer): string {
  return JSON.stringify({ ...viewer, locale: undefined, zone: undefined, today: undefined, seeing: isLookedThrough(viewer) });
}

function relationsOf(viewer: Viewer) {
  const list = <T extends Parameters<typeof staffOnly>[1]>(table: T) => staffOnly<T>(viewer, table);
  return lazily({
    accounts: () => accountsOf(viewer),
    ownAccounts: () => ownAccountsOf(viewer),
    otherAccounts: () => otherAccountsOf(viewer),
    contacts: () => contactsOf(viewer),
    accountContacts: () => accountContactsOf(viewer),
    accountShares: () => accountSharesOf(viewer),
    accountTags: () => accountTagsOf(viewer),
    accountAddresses: () => accountAddressesOf(viewer),
    contactTags: () => contactTagsOf(viewer),
    contactPoints: () => contactPointsOf(viewer),
    accountBalances: () => accountBalancesOf(viewer),
    portalUsers: () => portalUsersOf(viewer),
    prospects: () => prospectsOf(viewer),
    activities: () => activitiesOf(viewer),
    trashedAccounts: () => trashedAccountsOf(viewer),
    trashedContacts: () => trashedContactsOf(viewer),
    trashedProspects: () => trashedProspectsOf(viewer),
    trashedActivities: () => trashedActivitiesOf(viewer),
    anyDocuments: () => anyDocumentsOf(viewer),
    ...partsOf(viewer),
    attachments: () => attachmentsOf(viewer),
    attachedFiles: () => attachedFilesOf(viewer),
    trashedAttachments: () => trashedAttachmentsOf(viewer),
    trashedFiles: () => trashedFilesOf(viewer),
    catalogItems: () => catalogItemsOf(viewer),
    catalogItemTaxes: () => catalogItemTaxesOf(viewer),
    imports: () => importsOf(viewer),
    importRows: () => importRowsOf(viewer),
    importFiles: () => importFilesOf(viewer),
    mails: () => mailsOf(viewer),
    mailRecipients: () => mailRecipientsOf(viewer),
    mailAttachments: () => mailAttachmentsOf(viewer),
    mailDrafts: () => mailDraftsOf(viewer),
    mailFiles: () => mailFilesOf(viewer),
    mailServer: () => mailServerOf(viewer),
    mailTemplates: () => ofModulesOn<typeof mailTemplates>(viewer, mailTemplates),
    events: () => eventsOf(viewer),
    eventPayloads: () => eventPayloadsOf(viewer),
    logFiles: () => logFilesOf(viewer),
    logLooks: () => logLooksOf(viewer),
    submissions: () => submissionsOf(viewer),
    notices: () => noticesOf(viewer),
    listColumns: () => listColumnsOf(viewer),
    savedViews: () => savedViewsOf(viewer),
    defaultViews: () => defaultViewsOf(viewer),
    listExports: () => listExportsOf(viewer),
    exportFiles: () => exportFilesOf(viewer),
    bulks: () => bulksOf(viewer),
    bulkRows: () => bulkRowsOf(viewer),
    users: () => usersOf(viewer),
    company: () => filtered(company, everything),
    roles: () => list(roles),
    profiles: () => list(profiles),
    profileGrants: () => list(profileGrants),
    userProfiles: () => list(userProfiles),
    groups: () => list(groups),
    groupMembers: () => list(groupMembers),
    workCenters: () => list(workCenters),
    series: () => ofModulesOn<typeof series>(viewer, series),
    taxes: () => list(taxes),
    origins: () => list(origins),
    originTotals: () => originTotalsOf(viewer),
    ownWords: () => list(ownWords),
    picklistOptions: () => list(picklistOptions),
    repetitions: () => list(repetitions),
    tags: () => list(tags),
    webForms: () => list(webForms),
    webFormEntries: () => webFormEntriesOf(viewer),
    documentsByKind: () => lazily(byKind((kind) => () => documentsOf(viewer, kind))),
    ownDocumentsByKind: () => lazily(byKind((kind) => () => ownDocumentsOf(viewer, kind))),
  });
}

function byKind<Made>(make: (kind: DocumentKind) => Made) {
  return Object.fromEntries(documentKinds.map((kind) => [kind, make(kind)])) as Record<DocumentKind, Made>;
}
