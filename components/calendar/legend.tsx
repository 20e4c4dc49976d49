import { activityKinds } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import { kindColors } from "./calendar-event";
import type { CalendarEvent } from "./event-look";

/** What the colours mean, for the kinds in sight. */
export function Legend({ events }: { events: CalendarEvent[] }) {
  const kinds = activityKinds.filter((kind) => events.some((event) => event.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <section aria-label={t("calendar.legend")}>
      <ul className="legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`swatch color-${kindColors[kind]}`} aria-hidden="true" /> {t(`activities.kinds.${kind}`)}
          </li>
        ))}
        {events.some(({ isClash }) => isClash) && <li>⚠ {t("calendar.clash_note")}</li>}
        <li>{t("calendar.color_note")}</li>
      </ul>
    </section>
  );
}
