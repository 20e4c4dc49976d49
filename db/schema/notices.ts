import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { noticeKinds } from "../vocabulary";
import { id, instant, json } from "./columns";
import { users } from "./users";

/** What one colleague is to know: who did it, about which record or at which address, and since when it is read. */
export const notices = sqliteTable(
  "notices",
  {
    id: id(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind", { enum: noticeKinds }).notNull(),
    actorId: integer("actor_id").references(() => users.id),
    subjectKind: text("subject_kind"),
    subjectId: integer("subject_id"),
    href: text("href"),
    /** What its sentence names beside who did it; never what a record says, which is read when it is shown. */
    said: json<Record<string, string | number>>("said"),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
  },
  (t) => [index("notices_user_idx").on(t.userId, t.id), index("notices_unread_idx").on(t.userId).where(sql`read_at is null`)],
);
