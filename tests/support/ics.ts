/* A reader of iCalendar that knows nothing of zones but what the file says of them: the property's own rules, no clock of this machine. */

export type IcsProperty = { name: string; parameters: Record<string, string>; value: string };
export type IcsComponent = { name: string; properties: IcsProperty[]; parts: IcsComponent[] };

/** The file as a tree. Throws at a line that is longer than 75 octets, does not end in CRLF, or is no property. */
export function readIcs(text: string): IcsComponent {
  if (!text.endsWith("\r\n") || /[^\r]\n|\r[^\n]/.test(text)) throw new Error("a line does not end in CRLF");
  const physical = text.slice(0, -2).split("\r\n");
  const long = physical.find((line) => new TextEncoder().encode(line).length > 75);
  if (long !== undefined) throw new Error(`too long: ${long}`);
  const top: IcsComponent = { name: "", properties: [], parts: [] };
  const open = [top];
  for (const line of text.replaceAll("\r\n ", "").slice(0, -2).split("\r\n")) {
    const property = propertyOf(line);
    const here = open.at(-1)!;
    if (property.name === "BEGIN") {
      const part: IcsComponent = { name: property.value, properties: [], parts: [] };
      here.parts.push(part);
      open.push(part);
    } else if (property.name === "END") {
      if (open.pop()?.name !== property.value) throw new Error(`END:${property.value} ends nothing`);
    } else here.properties.push(property);
  }
  if (open.length !== 1 || top.parts.length !== 1) throw new Error("not one calendar");
  return top.parts[0]!;
}

export function valueIn(component: IcsComponent, name: string): string | undefined {
  return propertiesOf(component, name)[0]?.value;
}

/** The text that the escapes of a value stand for. */
export function textIn(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, letter: string) => (letter.toLowerCase() === "n" ? "\n" : letter));
}

export type Placed = { day: string } | { wall: string; zone: string; instant: number } | { instant: number };

/** When a property says: a day, a wall time of a zone that the file describes, or an instant. */
export function timeIn(calendar: IcsComponent, event: IcsComponent, name: string): Placed | undefined {
  const [property] = propertiesOf(event, name);
  if (!property) return undefined;
  const { parameters, value } = property;
  if (parameters.VALUE === "DATE") return { day: dashed(value) };
  if (value.endsWith("Z")) return { instant: utcOf(value.slice(0, -1)) };
  const zone = calendar.parts.find((part) => part.name === "VTIMEZONE" && valueIn(part, "TZID") === parameters.TZID);
  if (!zone) throw new Error(`no zone ${parameters.TZID}`);
  const wall = `${dashed(value)}T${value.slice(9, 11)}:${value.slice(11, 13)}`;
  return { wall, zone: parameters.TZID!, instant: utcOf(value) - offsetAt(zone, utcOf(value)) };
}

/** By RFC 5545 the offset of the last observance that began by then; an hour that comes twice is the first of the two. */
function offsetAt(zone: IcsComponent, local: number): number {
  const observances = zone.parts
    .map((part) => ({ start: utcOf(valueIn(part, "DTSTART")!), from: offsetOf(valueIn(part, "TZOFFSETFROM")!), to: offsetOf(valueIn(part, "TZOFFSETTO")!) }))
    .map((one) => ({ ...one, instant: one.start - one.from }))
    .sort((one, other) => one.instant - other.instant);
  const fits = observances.flatMap(({ instant, to }, place) => {
    const asked = local - to;
    const next = observances[place + 1]?.instant ?? Number.POSITIVE_INFINITY;
    return asked >= instant && asked < next ? [{ asked, to }] : [];
  });
  if (fits.length === 0) throw new Error(`no such hour: ${new Date(local).toISOString()}`);
  return fits.reduce((first, one) => (one.asked < first.asked ? one : first)).to;
}

function propertiesOf({ properties }: IcsComponent, name: string) {
  return properties.filter((property) => property.name === name);
}

function propertyOf(line: string): IcsProperty {
  const parts = /^([A-Z-]+)((?:;[A-Z-]+=[^";:,]+)*):([^\p{Cc}]*)$/u.exec(line.replaceAll("\t", " "));
  if (!parts) throw new Error(`no property: ${line}`);
  const parameters = Object.fromEntries(
    parts[2]!
      .split(";")
      .slice(1)
      .map((one) => one.split("=") as [string, string]),
  );
  return { name: parts[1]!, parameters, value: parts[3]! };
}

function dashed(value: string): string {
  return `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
}

function utcOf(value: string): number {
  const [year, month, day, hour, minute, second] = [0, 4, 6, 9, 11, 13].map((at, place) => Number(value.slice(at, at + (place === 0 ? 4 : 2))));
  return Date.UTC(year!, month! - 1, day!, hour, minute, second);
}

function offsetOf(value: string): number {
  const [hours, minutes, seconds] = [1, 3, 5].map((at) => Number(value.slice(at, at + 2)));
  return (value.startsWith("-") ? -1 : 1) * ((hours! * 60 + minutes!) * 60 + seconds!) * 1_000;
}
