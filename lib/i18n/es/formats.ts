/** Dates in words. */
export const formats = {
  today: "hoy",
  yesterday: "ayer",
  tomorrow: "mañana",
  days_ago: "hace {days, plural, one {# día} other {# días}}",
  in_days: "en {days, plural, one {# día} other {# días}}",
  long_date: "{day} de {month} de {year}",
  long_date_with_weekday: "{weekday} {day} de {month} de {year}",
  month_of_year: "{month} de {year}",
  morning: "a. m.",
  afternoon: "p. m.",
  date_pattern: "dd/mm/aaaa",
};
