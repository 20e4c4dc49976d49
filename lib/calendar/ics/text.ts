const longest = 75;

/** One line of iCalendar, cut into pieces of 75 octets between letters: a piece more begins with a space. */
export function contentLine(name: string, value: string): string {
  const pieces = [""];
  let size = 0;
  for (const letter of `${name}:${value}`) {
    const octets = Buffer.byteLength(letter);
    if (size + octets > longest) {
      pieces.push(" ");
      size = 1;
    }
    pieces[pieces.length - 1] += letter;
    size += octets;
  }
  return pieces.join("\r\n");
}

/** A text as a value. Whatever any reader takes for the end of a line is one of ours; other control characters go. */
export function textValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\p{Zl}\p{Zp}]/gu, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** `20260822T180000Z`. */
export function instantValue(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** `20260822` of a day, `20260822T180000` of a wall time. */
export function localValue(local: string): string {
  const [day = "", time] = local.split("T");
  return day.replaceAll("-", "") + (time === undefined ? "" : `T${time.replace(":", "")}00`);
}
