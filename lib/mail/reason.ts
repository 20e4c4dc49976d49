import { isMessageKey, type MessageKey, t } from "@/lib/i18n/words";

type Said = { key: MessageKey; values: Record<string, string> };

/** Why a mail did not leave, as it is written down: whoever reads it later reads it in their own language. */
export function reasonOf(key: MessageKey, values: Record<string, string> = {}): string {
  return JSON.stringify({ key, values } satisfies Said);
}

/** The sentence of a reason. What is none, such as an error of the program, is for the server's log and told as such. */
export function reasonText(reason: string): string {
  const said = parsed(reason);
  if (!said) return t("mails.failures.unknown");
  return t(said.key, Object.fromEntries(Object.entries(said.values).map(([name, value]) => [name, valueText(value)])));
}

/** The same reason for whoever does not set the server up: where it stands and what it said of itself and of our login is left out. */
export function withoutServer(reason: string): string {
  const said = parsed(reason);
  if (!said) return reasonOf("mails.failures.unknown");
  if (said.key === "mails.failures.unsure") return reasonOf("mails.failures.unsure_plain");
  if (ofTheServer.includes(said.key)) return reasonOf("mails.failures.server");
  return reasonOf(said.key, Object.fromEntries(Object.entries(said.values).map(([name, value]) => [name, parsed(value) ? withoutServer(value) : value])));
}

const ofTheServer: MessageKey[] = (["login", "no_login", "turned_away", "certificate", "tls", "unknown_host", "silent", "unreachable"] as const).map(
  (name) => `mails.failures.${name}` as const,
);

/** A value may be a sentence or another reason. */
function valueText(value: string): string {
  if (isMessageKey(value)) return t(value);
  return parsed(value) ? reasonText(value) : value;
}

function parsed(reason: string): Said | undefined {
  if (!reason.startsWith('{"key":')) return undefined;
  const said = JSON.parse(reason) as Said;
  return isMessageKey(said.key) ? said : undefined;
}
