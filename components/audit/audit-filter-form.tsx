import { FilterDate, FilterSelect } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { eventText, kindText } from "@/lib/audit/columns";
import type { AuditFilters } from "@/lib/audit/filters";
import { auditedKinds, eventNames } from "@/lib/audit/kinds";
import { t } from "@/lib/i18n/words";
import type { Option } from "@/lib/settings/queries";

export function AuditFilterForm({ path, filters, people }: { path: string; filters: AuditFilters; people: Option[] }) {
  const { who, kind, event, account, id, from, until } = filters;
  const applied = [who, kind, event, account, id, from, until].filter(Boolean).length;
  const others = [
    { value: "portal", label: t("audit.portal") },
    { value: "system", label: t("audit.system") },
  ];
  return (
    <Filters action={path} applied={applied} keep={{ account, id }}>
      <FilterSelect name="who" label={t("audit.who")} value={who} options={[...people, ...others]} />
      <FilterSelect name="kind" label={t("audit.kind")} value={kind} options={auditedKinds.map((value) => ({ value, label: kindText(value) }))} />
      <FilterSelect name="event" label={t("audit.event")} value={event} options={eventNames().map((value) => ({ value, ...optionOf(value) }))} />
      <FilterDate name="from" label={t("app.from")} value={from} />
      <FilterDate name="until" label={t("app.until")} value={until} />
    </Filters>
  );
}

/** A sentence that its record would end is left open. */
function optionOf(event: string): { label: string; group?: string } {
  const said = eventText(event);
  const noun = event.split(".")[0]!;
  const group = auditedKinds.find((kind) => kind === noun);
  return { label: /\s(a|de|con|como|to|of|with|from|as)$/.test(said) ? `${said}…` : said, ...(group && { group: kindText(group) }) };
}
