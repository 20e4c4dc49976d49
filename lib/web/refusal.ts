import { and, asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { users } from "@/db/schema";
import type { Refusal } from "@/lib/access/explain";
import { prepared } from "@/lib/access/prepared";
import { current } from "@/lib/i18n/current";
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
  return `${t(`access.refusal.${reason}`, said)} ${t("access.refusal.whom_to_ask", { names: administrators() })}`;
}

function administrators(): string {
  const names = administratorsQuery(database())
    .all()
    .map(({ name }) => name);
  return new Intl.ListFormat(current().locale, { type: "disjunction" }).format(names);
}

const administratorsQuery = prepared((reader) =>
  reader
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.isAdmin, true), eq(users.isActive, true)))
    .orderBy(asc(users.id))
    .limit(3)
    .prepare(),
);
