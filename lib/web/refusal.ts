import type { Refusal } from "@/lib/access/explain";
import { isMessageKey, t } from "@/lib/i18n/words";

/** Why not, in a sentence that names the rule and whom to ask. */
export function refusalSentence({ reason, module, verb, reach }: Refusal): string {
  if (reason === "other_door") return t("errors.refused");
  const word = (group: string, name: string | undefined) => {
    const key = `access.${group}.${name}`;
    return isMessageKey(key) ? t(key) : "";
  };
  const said = { verb: word("verbs", verb), module: word("modules", module), reach: word("reaches", reach) };
  return `${t(`access.refusal.${reason}`, said)} ${t("access.refusal.ask_administrator")}`;
}
