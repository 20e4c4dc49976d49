import { and, asc, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { profiles, userProfiles, users } from "@/db/schema";
import type { HideableField } from "@/db/vocabulary";
import type { Refusal } from "@/lib/access/explain";
import { prepared } from "@/lib/access/prepared";
import type { Viewer } from "@/lib/access/viewer";
import { listed } from "@/lib/i18n/format";
import { isMessageKey, t } from "@/lib/i18n/words";

/** Why not, in a sentence that names the rule and whom to ask. */
export function refusalSentence({ reason, module, verb, reach }: Refusal): string {
  if (reason === "other_door") return t("errors.refused");
  if (reason === "only_looking") return t("errors.only_looking");
  const word = (group: string, name: string | undefined) => {
    const key = `access.${group}.${name}`;
    return isMessageKey(key) ? t(key) : "";
  };
  const said = { verb: word("verbs", verb), module: word("modules", module), reach: word("reaches", reach) };
  if (reason === "module_off_yours") return t("access.refusal.module_off_yours", said);
  return `${t(`access.refusal.${reason}`, said)} ${t("access.refusal.whom_to_ask", { names: administrators() })}`;
}

export type WayOn = { href: string; label: string };

/** Where who asks can change it themselves. */
export function wayOn({ reason }: Refusal): WayOn | undefined {
  return reason === "module_off_yours" ? { href: "/settings/modules", label: t("modules.title") } : undefined;
}

/** Which profiles hide a field, and whom to ask. */
export function hiddenSentence(viewer: Viewer, field: HideableField): string {
  if (viewer.kind !== "staff") return t("errors.hidden_field");
  const held = profilesQuery(database()).all({ userId: viewer.userId });
  const said = { count: held.length, profiles: listed(namesIn(held)), field: t(`access.hidden_fields.${field}`) };
  return `${t("access.refusal.hidden_field", said)} ${t("access.refusal.whom_to_ask", { names: administrators() })}`;
}

function administrators(): string {
  return listed(namesIn(administratorsQuery(database()).all()), "disjunction");
}

function namesIn(rows: { name: string }[]): string[] {
  return rows.map(({ name }) => name);
}

const profilesQuery = prepared((reader) =>
  reader
    .select({ name: profiles.name })
    .from(userProfiles)
    .innerJoin(profiles, eq(profiles.id, userProfiles.profileId))
    .where(eq(userProfiles.userId, sql.placeholder("userId")))
    .orderBy(asc(profiles.id))
    .prepare(),
);

const administratorsQuery = prepared((reader) =>
  reader
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.isAdmin, true), eq(users.isActive, true)))
    .orderBy(asc(users.id))
    .limit(3)
    .prepare(),
);
