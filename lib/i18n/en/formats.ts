import type * as es from "../es/formats";
import type { Same } from "./same";

export const formats = {
  today: "today",
  yesterday: "yesterday",
  tomorrow: "tomorrow",
  days_ago: "{days, plural, one {# day} other {# days}} ago",
  in_days: "in {days, plural, one {# day} other {# days}}",
  long_date: "{month} {day}, {year}",
  long_date_with_weekday: "{weekday}, {month} {day}, {year}",
  month_of_year: "{month} {year}",
  morning: "a.m.",
  afternoon: "p.m.",
  date_pattern: "dd/mm/yyyy",
} satisfies Same<typeof es.formats>;
