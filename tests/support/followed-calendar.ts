import { expect } from "vitest";
import { readIcs, textIn, timeIn, valueIn } from "./ics";
import { dataOf } from "./people";
import type { RunningServer } from "./server";
import { type Visited, type Visitor, visitor } from "./visit";

type Planned = { subject: string; wall: string; zone: string };

/** Makes the address of Marta's calendar, reads it as another program would, changes it and takes it back. Throws at the first thing that does not hold. */
export async function followCalendar({ server, marta }: { server: RunningServer; marta: Visitor }, planned: Planned) {
  const stranger = visitor(server.url);
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await stranger.ask(path, { headers });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const lost = async (path: string) => {
    const [one, unknown] = [await ask(path), await ask("/calendar/feed/nadie.ics")];
    return [one.status, one.body === unknown.body];
  };
  const addressIn = (page: Visited) => new URL(page.document.getElementById("link-shown")!.getAttribute("value")!).pathname;

  const first = addressIn(await (await marta.visit("/settings/me")).submit("Crear dirección"));
  const read = await ask(first);
  expect([read.status, read.headers.get("content-type"), read.headers.get("cache-control")]).toEqual([200, "text/calendar; charset=utf-8", "no-store"]);
  const file = readIcs(read.body);
  const event = file.parts.find((part) => part.name === "VEVENT" && textIn(valueIn(part, "SUMMARY")!) === planned.subject)!;
  expect(timeIn(file, event, "DTSTART")).toMatchObject({ wall: planned.wall, zone: planned.zone });
  expect(valueIn(event, "URL")).toBe(new URL(`/activities/${valueIn(event, "UID")!.match(/\d+/)![0]}`, server.url).href);
  const again = await ask(first, { "if-none-match": read.headers.get("etag")! });
  expect([again.status, again.body]).toEqual([304, ""]);
  expect((await marta.visit("/settings/me")).text).not.toContain(first);

  const own = await marta.visit(new URL(valueIn(event, "URL")!).pathname);
  const alone = await marta.ask(own.link("Agregar a mi calendario"));
  expect(readIcs(await alone.text()).parts.at(-1)).toEqual(event);
  expect((await stranger.ask(own.link("Agregar a mi calendario"))).headers.get("location")).toMatch(/^\/login/);

  const second = addressIn(await (await marta.visit("/settings/me")).submit("Cambiar la dirección"));
  expect([await lost(first), (await ask(second)).status, await lost("/calendar/feed")]).toEqual([[404, true], 200, [404, true]]);
  const db = dataOf(server);
  const ways = [
    ["update users set is_active = 0", "update users set is_active = 1"],
    ["update company set off_modules = '[\"activities\"]'", "update company set off_modules = '[]'"],
  ];
  for (const [without, back] of ways) {
    db.run(without!);
    expect(await lost(second), without).toEqual([404, true]);
    db.run(back!);
    expect((await ask(second)).status).toBe(200);
  }
  for (const address of [first, second]) {
    const secret = address.split("/").at(-1)!.replace(".ics", "");
    const kept = db.all("select * from calendar_feeds, submissions").concat(db.all("select * from events join event_payloads on event_id = id"));
    expect(JSON.stringify(kept) + server.output()).not.toContain(secret);
  }
  expect((await (await marta.visit("/settings/me")).submit("Quitar la dirección")).notice).toContain("La dirección dejó de servir");
  expect(await lost(second)).toEqual([404, true]);
  const guesses = await Promise.all(Array.from({ length: 100 }, (_, place) => ask(`/calendar/feed/${place}.ics`)));
  expect(guesses.at(-1)!.status + (await ask(second)).status).toBe(2 * 429);
  const third = addressIn(await (await marta.visit("/settings/me")).submit("Crear dirección"));
  expect((await ask(third)).status).toBe(200);
  db.$client.close();
}
