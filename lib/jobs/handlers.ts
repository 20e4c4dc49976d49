import { changeRest } from "@/lib/activities/others";
import { remind } from "@/lib/activities/reminders";
import { repeat } from "@/lib/activities/repetitions";
import { sweepFiles } from "@/lib/files/sweep";
import { applyCheckedImport, checkImport } from "@/lib/imports/jobs";
import { readImport } from "@/lib/imports/read-file";
import { expireAudit, writeAudit } from "@/lib/jobs/audit-file";
import { applyBulk, collectBulk } from "@/lib/jobs/bulk";
import { documentPdf } from "@/lib/jobs/document-pdf";
import { expireFollowUpPdf, followUpPdf } from "@/lib/jobs/follow-up-pdf";
import type { Handlers } from "@/lib/jobs/handler";
import { expireExports, writeExport } from "@/lib/jobs/list-export";
import { sendMail } from "@/lib/jobs/mail";
import { purgeTrash } from "@/lib/jobs/purge-trash";
import { verifyLog } from "@/lib/jobs/verify-log";
import { mergeOriginHolders } from "@/lib/origins/merge";
import { mergePicklists } from "@/lib/picklists/merge";
import { forgetWebFormEntries } from "@/lib/web-forms/forget";

/** What the worker can do, by the kind a job carries. */
export const handlers: Handlers = {
  "activities.change_others": changeRest,
  "activities.remind": remind,
  "activities.repeat": repeat,
  "audit.expire": expireAudit,
  "audit.write": writeAudit,
  "documents.pdf": documentPdf,
  "bulks.collect": collectBulk,
  "bulks.apply": applyBulk,
  "exports.write": writeExport,
  "exports.expire": expireExports,
  "events.verify": verifyLog,
  "files.sweep": sweepFiles,
  "imports.read": readImport,
  "imports.check": checkImport,
  "imports.apply": applyCheckedImport,
  "origins.merge": mergeOriginHolders,
  "picklists.merge": mergePicklists,
  "prospects.follow_up_pdf": followUpPdf,
  "prospects.expire_pdf": expireFollowUpPdf,
  "mails.send": sendMail,
  "web_forms.forget": forgetWebFormEntries,
  "trash.purge": purgeTrash,
};
