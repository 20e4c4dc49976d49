import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { documentKinds, locales, mailKinds, mailSecurities, mailStates, mailTopics, recipientKinds } from "../vocabulary";
import { flag, id, instant, json, timestamps } from "./columns";
import { files } from "./files";
import { outbox } from "./outbox";
import { users } from "./users";

/** The one server this company sends through. The password is sealed with the installation's secret. */
export const mailServer = sqliteTable(
  "mail_server",
  {
    id: integer("id").primaryKey(),
    host: text("host").notNull(),
    port: integer("port").notNull(),
    security: text("security", { enum: mailSecurities }).notNull(),
    userName: text("user_name"),
    passwordSealed: text("password_sealed"),
    fromName: text("from_name").notNull(),
    fromAddress: text("from_address").notNull(),
    replyTo: text("reply_to"),
    /** While it does not answer: since when, what it said, and when to knock again. */
    failingSince: instant("failing_since"),
    failure: text("failure"),
    retryAt: instant("retry_at"),
    ...timestamps(),
  },
  (t) => [check("mail_server_only_one", sql`${t.id} = 1`)],
);

/** Words to start a mail from. `{{field}}` stands for what is known of the record. */
export const mailTemplates = sqliteTable(
  "mail_templates",
  {
    id: id(),
    kind: text("kind", { enum: mailKinds }).notNull(),
    locale: text("locale", { enum: locales }).notNull(),
    name: text("name").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    isDefault: flag("is_default").notNull().default(false),
    isActive: flag("is_active").notNull().default(true),
    ...timestamps(),
  },
  (t) => [uniqueIndex("mail_templates_default_idx").on(t.kind, t.locale).where(sql`is_default = 1`)],
);

/** A mail somebody meant to send, and what became of it: state, tries and reason follow its job by trigger. */
export const mails = sqliteTable(
  "mails",
  {
    id: id(),
    jobId: integer("job_id")
      .notNull()
      .references(() => outbox.id),
    messageId: text("message_id").notNull(),
    state: text("state", { enum: mailStates }).notNull().default("queued"),
    aboutKind: text("about_kind", { enum: mailTopics }).notNull(),
    aboutId: integer("about_id").notNull(),
    accountId: integer("account_id"),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    replyTo: text("reply_to"),
    templateId: integer("template_id").references(() => mailTemplates.id),
    sentBy: integer("sent_by").references(() => users.id),
    createdAt: instant("created_at").notNull(),
    /** When it was asked for last: trying goes on for a day from here. */
    askedAt: instant("asked_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: instant("next_try_at"),
    endedAt: instant("ended_at"),
    reason: text("reason"),
  },
  (t) => [
    uniqueIndex("mails_job_idx").on(t.jobId),
    index("mails_state_idx").on(t.state, t.id),
    index("mails_about_idx").on(t.aboutKind, t.aboutId, t.id),
    index("mails_account_idx").on(t.accountId, t.id),
  ],
);

export const mailRecipients = sqliteTable(
  "mail_recipients",
  {
    id: id(),
    mailId: integer("mail_id")
      .notNull()
      .references(() => mails.id),
    kind: text("kind", { enum: recipientKinds }).notNull(),
    name: text("name"),
    address: text("address").notNull(),
    contactId: integer("contact_id"),
    /** What the server said when it took the mail for others, but not for this one. */
    refusal: text("refusal"),
  },
  (t) => [index("mail_recipients_mail_idx").on(t.mailId)],
);

/** A kept file, or the PDF of a document, which is drawn when the mail goes and kept with it from then on. */
export const mailAttachments = sqliteTable(
  "mail_attachments",
  {
    id: id(),
    mailId: integer("mail_id")
      .notNull()
      .references(() => mails.id),
    name: text("name"),
    fileId: integer("file_id").references(() => files.id),
    documentKind: text("document_kind", { enum: documentKinds }),
    documentId: integer("document_id"),
  },
  (t) => [
    index("mail_attachments_mail_idx").on(t.mailId),
    index("mail_attachments_file_idx").on(t.fileId),
    check("mail_attachments_something", sql`${t.fileId} is not null or ${t.documentId} is not null`),
    check("mail_attachments_document", sql`(${t.documentKind} is null) = (${t.documentId} is null)`),
  ],
);

/** What somebody had typed of a mail, by field, while they added files to it. It lives a day, and ends with the mail. */
export const mailDrafts = sqliteTable(
  "mail_drafts",
  {
    id: id(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    typed: json<Record<string, string[]>>("typed").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("mail_drafts_user_idx").on(t.userId), index("mail_drafts_created_idx").on(t.createdAt)],
);
