const marks = /\p{M}/gu;
const particles = new Set(["de", "del", "la", "las", "los", "el", "y", "e"]);

/** For searching: lower case without accents; ñ becomes n. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(marks, "").toLowerCase();
}

/** For sorting: as `fold`, but ñ stands after every n and before o, as a Spanish dictionary has it. */
export function sortKey(text: string): string {
  const kept = text.trim().toLowerCase().normalize("NFD").replaceAll("n\u0303", "n~");
  return kept.replace(marks, "");
}

/** As `sortKey`, for what may be blank: blanks stand at the end. */
export function sortKeyOrLast(text: string | null | undefined): string {
  return text?.trim() ? sortKey(text) : "\uffff";
}

export function digits(text: string): string {
  return text.replace(/[^0-9]/g, "");
}

/** Upper-case letters and digits only: spaces, dots and every kind of dash are gone. */
export function alphanumerics(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** What makes two addresses the same mailbox for us: case and surrounding spaces do not count. */
export function emailKey(text: string): string {
  return text.trim().toLowerCase();
}

/** Up to two capitals, particles left out: "María de la Cruz" is MC. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const telling = words.filter((word) => !particles.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words)
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0)!).toUpperCase())
    .join("");
}
