import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { activities, contacts, documents, files, mailAttachments, mailDrafts, mailRecipients, mailServer, mails, prospects } from "@/db/schema";
import { documentKinds, type Module } from "@/db/vocabulary";
import { grants } from "../permissions";
import { isLookedThrough } from "../seeing";
import { isOfModuleOn } from "../switched";
import type { Viewer } from "../viewer";
import { either, everything, nothing, type Reach, viewReach } from "../visibility";
import { contactIsReached, reachedThrough } from "./accounts";
import { activityIsReached, prospectIsReached } from "./activities";
import { documentIsReached } from "./documents";
import { filtered } from "./relation";

/** Mails about what the viewer may see. Those about entering, and tests, are the administrator's and of who sent them. */
export function mailsOf(viewer: Viewer) {
  return filtered(mails, mailIsOpen(viewer));
}

export function mailRecipientsOf(viewer: Viewer) {
  return filtered(mailRecipients, ofMail(viewer, sql`${mailRecipients.mailId}`));
}

export function mailAttachmentsOf(viewer: Viewer) {
  return filtered(mailAttachments, ofMail(viewer, sql`${mailAttachments.mailId}`));
}

/** What went along with a mail the viewer may see. */
export function mailFilesOf(viewer: Viewer) {
  const mail = ofMail(viewer, sql`${mailAttachments.mailId}`);
  return filtered(files, sql`exists (select 1 from ${mailAttachments} where ${mailAttachments.fileId} = ${files.id} and ${mail})`);
}

/** The team knows in whose name it writes; where the server stands is for who sets it, and the password for nobody. */
export function mailServerOf(viewer: Viewer) {
  const hidden = grants(viewer, "settings", "configure") ? ["passwordSealed"] : ["passwordSealed", "host", "userName", "failure"];
  return filtered(mailServer, viewer.kind === "customer" ? nothing : everything, hidden);
}

/** What one was writing is one's own alone. */
export function mailDraftsOf(viewer: Viewer) {
  if (isLookedThrough(viewer)) return filtered(mailDrafts, nothing);
  return filtered(mailDrafts, viewer.kind === "staff" ? eq(mailDrafts.userId, viewer.userId) : viewer.kind === "system" ? everything : nothing);
}

function ofMail(viewer: Viewer, mailId: SQL): SQL {
  return sql`exists (select 1 from ${mails} where ${mails.id} = ${mailId} and ${mailIsOpen(viewer)})`;
}

function mailIsOpen(viewer: Viewer): SQL {
  if (viewer.kind === "system" || (viewer.kind === "staff" && viewer.isAdmin)) return isOfModuleOn(viewer, mails.aboutKind);
  if (viewer.kind === "customer") return nothing;

  const about = (kind: "account" | "contact" | "prospect" | "activity", seen: SQL) => and(eq(mails.aboutKind, kind), seen)!;
  const exists = (table: typeof contacts | typeof prospects | typeof activities | typeof documents, seen: SQL) =>
    sql`exists (select 1 from ${table} where ${table.id} = ${mails.aboutId} and ${seen})`;
  return either(
    about("account", reachedThrough(viewReach(viewer, "accounts"), sql`${mails.aboutId}`)),
    about("contact", exists(contacts, inCircle(viewer, "contacts", contactIsReached))),
    about(
      "prospect",
      exists(
        prospects,
        inCircle(viewer, "prospects", ({ circle }) => prospectIsReached(circle)),
      ),
    ),
    about(
      "activity",
      exists(
        activities,
        inCircle(viewer, "activities", ({ circle }) => activityIsReached(circle)),
      ),
    ),
    and(sql`${inArray(mails.aboutKind, [...mailedDocuments])}`, exists(documents, documentIsReached(viewer)))!,
    and(inArray(mails.aboutKind, ["user", "portal_user", "test"]), eq(mails.sentBy, viewer.userId))!,
  );
}

const mailedDocuments = documentKinds.filter((kind) => kind === "quote" || kind === "order" || kind === "invoice" || kind === "receipt");

function inCircle(viewer: Viewer, module: Module, condition: (reach: Reach & { kind: "circle" }) => SQL): SQL {
  const reach = viewReach(viewer, module);
  if (reach.kind === "all") return everything;
  return reach.kind === "circle" ? condition(reach) : nothing;
}
