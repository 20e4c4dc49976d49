import { Timeline, TimelineEntry } from "@/components/ui/timeline";
import type { Happening } from "@/lib/documents/history";
import { formatInstant } from "@/lib/i18n/format";
import { isMessageKey, t } from "@/lib/i18n/words";

/** What was done to the document, newest first. */
export function DocumentHistory({ history }: { history: Happening[] }) {
  if (history.length === 0) return null;
  return (
    <section>
      <h2>{t("documents.history")}</h2>
      <Timeline>
        {history.map(({ id, at, name, actorName }) => (
          <TimelineEntry key={id} at={new Date(at).toISOString()} when={formatInstant(at)} quiet={name.endsWith(".edited")}>
            {[told(name), actorName].filter(Boolean).join(" · ")}
          </TimelineEntry>
        ))}
      </Timeline>
    </section>
  );
}

function told(name: string): string {
  const key = name.startsWith("mail.") ? `events.${name}` : `documents.happened.${name.split(".")[1]}`;
  return isMessageKey(key) ? t(key) : name;
}
