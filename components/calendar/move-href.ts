/** The form that puts it off, from the day it stands on and back to it. */
export function moveHref(id: number, dayHref: string): string {
  return `/activities/${id}?${new URLSearchParams({ do: "move", calendar: dayHref.slice(dayHref.indexOf("?")) })}`;
}
