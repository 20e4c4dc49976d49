import { ne } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { loadCustomerViewer } from "@/lib/access/load-customer";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { type Scope, scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { findKeys } from "@/lib/search/find";
import { accountSources, all, isOwn, type Source, teamOnly } from "./account-sources";
import { attachable, attachedFile, trashedShift } from "./attached";
import { bait, idOf, type Kind, type RecordRef, refOf, sets } from "./facts";
import { hasMail, mailed } from "./mailed";
import { allRefs, covers, isCustomer, isOutside, isShownTo, isStaff, reach, remembers, seesRecord } from "./oracle";
import { type Name, names, personPlace, type StaffName } from "./people";
import { shapesOf } from "./shapes";
import { trashSources } from "./trash-cells";
import { now } from "./world";

const papers: Kind[] = ["quote", "sentQuote", "order", "confirmedOrder", "invoice", "issuedInvoice", "receipt"];
const pair = (name: Name, set: RecordRef["set"], one: Kind, other: Kind) => seesRecord(name, { set, kind: one }) && seesRecord(name, { set, kind: other });

const ofMailed = (name: Name, ref: RecordRef) => hasMail(ref) && teamOnly(name, ref);
const ofFiles = { kinds: attachable, expected: teamOnly };
/** As far from the number of their record as they were planted. */
const idsIn = (s: Scope, { relation, shift }: { relation: Scope["attachments"] | Scope["attachedFiles"]; shift: number }) =>
  all(s.select({ id: relation.id }).from(relation).all()).map((id) => id! - shift);

const papersOf = (kind: string) => papers.filter((paper) => paper.toLowerCase().endsWith(kind));
/** Everything a record can come out of, by the number of the record that decides. */
const sources: Record<string, Source> = {
  ...accountSources,
  ...Object.fromEntries(
    (["quote", "order", "invoice", "receipt"] as const).map((kind): [string, Source] => [
      `own ${kind}`,
      {
        kinds: papersOf(kind),
        ids: (s) =>
          all(
            s
              .select({ id: s.ownDocuments(kind).id })
              .from(s.ownDocuments(kind))
              .all(),
          ),
        expected: isOwn,
      },
    ]),
  ),
  contacts: { kinds: ["contact", "looseContact"], ids: (s) => all(s.select({ id: s.contacts.id }).from(s.contacts).all()) },
  accountContacts: {
    kinds: ["relation"],
    ids: (s) => all(s.select({ id: s.accountContacts.id }).from(s.accountContacts).all()),
    expected: teamOnly,
  },
  contactTags: {
    kinds: ["contact"],
    ids: (s) => all(s.select({ id: s.contactTags.contactId }).from(s.contactTags).all()),
    expected: teamOnly,
  },
  pointsOfAccounts: {
    kinds: ["account"],
    ids: (s) => all(s.select({ id: s.contactPoints.accountId }).from(s.contactPoints).all()),
    expected: teamOnly,
  },
  pointsOfContacts: {
    kinds: ["contact"],
    ids: (s) => all(s.select({ id: s.contactPoints.contactId }).from(s.contactPoints).all()),
    expected: teamOnly,
  },
  accountBalances: {
    kinds: ["account"],
    ids: (s) => all(s.select({ id: s.accountBalances.accountId }).from(s.accountBalances).all()),
    expected: (name, { set }) =>
      isStaff(name)
        ? !isOutside(name) && covers(name, reach(name, "invoices", "view"), { set, kind: "relation" })
        : isCustomer(name) && isShownTo(name, { set, kind: "issuedInvoice" }),
  },
  portalUsers: { kinds: ["portalUser"], ids: (s) => all(s.select({ id: s.portalUsers.id }).from(s.portalUsers).all()) },
  prospects: { kinds: ["prospect", "looseProspect"], ids: (s) => all(s.select({ id: s.prospects.id }).from(s.prospects).all()) },
  activities: { kinds: ["activity", "prospectActivity", "looseActivity"], ids: (s) => all(s.select({ id: s.activities.id }).from(s.activities).all()) },
  ...Object.fromEntries(
    (["quote", "order", "invoice", "receipt"] as const).map((kind): [string, Source] => [
      kind,
      {
        kinds: papersOf(kind),
        ids: (s) =>
          all(
            s
              .select({ id: s.documents(kind).id })
              .from(s.documents(kind))
              .all(),
          ),
      },
    ]),
  ),
  anyDocuments: { kinds: papers, ids: (s) => all(s.select({ id: s.anyDocuments.id }).from(s.anyDocuments).all()) },
  documentLines: { kinds: papers.slice(0, -1), ids: (s) => all(s.select({ id: s.documentLines.documentId }).from(s.documentLines).all()) },
  documentLineTaxes: { kinds: ["order"], ids: (s) => all(s.select({ id: s.documentLineTaxes.lineId }).from(s.documentLineTaxes).all()) },
  documentTaxes: { kinds: ["order"], ids: (s) => all(s.select({ id: s.documentTaxes.documentId }).from(s.documentTaxes).all()) },
  documentLinks: {
    kinds: ["quote"],
    ids: (s) => all(s.select({ id: s.documentLinks.fromLineId }).from(s.documentLinks).all()),
    expected: (name, { set }) => pair(name, set, "quote", "invoice"),
  },
  documentPdfs: { kinds: ["sentQuote"], ids: (s) => all(s.select({ id: s.documentPdfs.documentId }).from(s.documentPdfs).all()) },
  receiptTenders: { kinds: ["receipt"], ids: (s) => all(s.select({ id: s.receiptTenders.documentId }).from(s.receiptTenders).all()) },
  allocations: {
    kinds: ["receipt"],
    ids: (s) => all(s.select({ id: s.allocations.fromDocumentId }).from(s.allocations).all()),
    expected: (name, { set }) => pair(name, set, "receipt", "issuedInvoice"),
  },
  salesLedger: { kinds: ["issuedInvoice"], ids: (s) => all(s.select({ id: s.salesLedger.documentId }).from(s.salesLedger).all()), expected: teamOnly },
  notices: {
    kinds: ["looseActivity"],
    ids: (s) => all(s.select({ id: s.notices.subjectId }).from(s.notices).all()),
    expected: (name, { set }) => name === sets[set].children && !isOutside(name),
  },
  mails: { kinds: mailed, ids: (s) => all(s.select({ id: s.mails.id }).from(s.mails).all()), expected: ofMailed },
  mailRecipients: { kinds: mailed, ids: (s) => all(s.select({ id: s.mailRecipients.mailId }).from(s.mailRecipients).all()), expected: ofMailed },
  mailAttachments: { kinds: mailed, ids: (s) => all(s.select({ id: s.mailAttachments.mailId }).from(s.mailAttachments).all()), expected: ofMailed },
  mailDrafts: { kinds: ["taken"], ids: (s) => all(s.select({ id: s.mailDrafts.id }).from(s.mailDrafts).all()) },
  ...trashSources,
  attachments: { ...ofFiles, ids: (s) => idsIn(s, { relation: s.attachments, shift: 0 }) },
  attachedFiles: { ...ofFiles, ids: (s) => idsIn(s, { relation: s.attachedFiles, shift: attachedFile }) },
  trashedAttachments: { ...ofFiles, ids: (s) => idsIn(s, { relation: s.trashedAttachments, shift: trashedShift }) },
  trashedFiles: { ...ofFiles, ids: (s) => idsIn(s, { relation: s.trashedFiles, shift: attachedFile + trashedShift }) },
  savedViews: { kinds: ["taken"], ids: (s) => all(s.select({ id: s.savedViews.id }).from(s.savedViews).all()) },
  listExports: { kinds: ["taken"], ids: (s) => all(s.select({ id: s.listExports.id }).from(s.listExports).all()) },
  bulks: { kinds: ["bulk"], ids: (s) => all(s.select({ id: s.bulks.id }).from(s.bulks).all()) },
  bulkRows: { kinds: ["bulk"], ids: (s) => all(s.select({ id: s.bulkRows.bulkId }).from(s.bulkRows).all()) },
  imports: { kinds: ["import"], ids: (s) => all(s.select({ id: s.imports.id }).from(s.imports).all()) },
  importRows: { kinds: ["import"], ids: (s) => all(s.selectDistinct({ id: s.importRows.importId }).from(s.importRows).all()) },
  importFiles: { kinds: ["file"], ids: (s) => all(s.select({ id: s.importFiles.id }).from(s.importFiles).all()) },
  accountsFound: { kinds: ["account"], ids: (s) => findKeys(s, "account", bait), expected: teamOnly },
  contactsFound: { kinds: ["contact", "looseContact"], ids: (s) => findKeys(s, "contact", bait), expected: teamOnly },
  prospectsFound: { kinds: ["prospect", "looseProspect"], ids: (s) => findKeys(s, "prospect", bait), expected: teamOnly },
  activitiesFound: {
    kinds: ["activity", "prospectActivity", "looseActivity"],
    ids: (s) => findKeys(s, "activity", bait),
    expected: teamOnly,
  },
  events: {
    kinds: ["account", "contact", "prospect", "quote", "order", "invoice"],
    ids: (s) => all(s.select({ id: s.events.subjectId }).from(s.events).where(ne(s.events.subjectKind, "user")).all()),
    expected: remembers,
  },
};

/** Each principal's relations in each shape of query, beside what the model says. Returns how many were compared and those that differ. */
export function scopeCells(reader: Reader, ids: Record<StaffName, number>, isFirstEnough = false): { cells: number; wrong: string[] } {
  let cells = 0;
  const wrong: string[] = [];
  for (const name of names) {
    const loaded = viewerOf(reader, ids, name);
    for (const [shape, viewer] of shapesOf(loaded)) {
      const scope = scopeFor(viewer, reader);
      for (const [source, { kinds, ids: read, expected = seesRecord }] of Object.entries(sources)) {
        const asked = allRefs.filter(({ kind }) => kinds.includes(kind));
        const shown = new Set(read(scope).filter((id) => id !== null && kinds.includes(refOf(id)?.kind as Kind)));
        const visible = new Set(asked.filter((ref) => expected(name, ref, shape)).map(idOf));
        cells += asked.length;
        const missing = [...visible].filter((id) => !shown.has(id));
        const extra = [...shown].filter((id) => !visible.has(id!)) as number[];
        if (missing.length + extra.length > 0) wrong.push(JSON.stringify({ name, source, shape, missing, extra }));
        if (isFirstEnough && wrong.length > 0) return { cells, wrong };
      }
    }
  }
  return { cells, wrong };
}

export function viewerOf(reader: Reader, ids: Record<StaffName, number>, name: Name): Viewer | undefined {
  if (name === "nobody") return undefined;
  if (isStaff(name)) return loadStaffViewer(reader, ids[name], now);
  return loadCustomerViewer(reader, personPlace(name) + 2, now);
}
