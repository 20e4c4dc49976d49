import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { isMessageKey, t } from "@/lib/i18n/words";

const parameter = "aviso";

/** Where to go after a deed, with the key to the line that says what happened. */
export function noticeAddress(to: string, submission: string): string {
  const [path = "/", hash] = to.split("#");
  return `${path}${path.includes("?") ? "&" : "?"}${parameter}=${submission}${hash === undefined ? "" : `#${hash}`}`;
}

/** What happened, for whoever did it; nothing for anybody else who opens the same address. */
export function noticeOf(scope: Scope, searchParams: Record<string, string | string[] | undefined>): string | undefined {
  const key = searchParams[parameter];
  if (typeof key !== "string") return undefined;
  const { submissions } = scope;
  const row = scope.select({ notice: submissions.notice, values: submissions.noticeValues }).from(submissions).where(eq(submissions.id, key)).get();
  return row?.notice && isMessageKey(row.notice) ? t(row.notice, row.values ?? {}) : undefined;
}
