import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { roles } from "@/db/schema";
import { write } from "@/db/write";

import { startCompany } from "../support/company";
import { databaseHash, dataOf, hire } from "../support/people";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";
import { bait, canary, type Planted, plant } from "./canaries";
import { type Answer, addressesOf, ask, builtDoors, type Door, recordDoors, send, shows, unsigned } from "./cells";

let server: RunningServer;
let db: Database;
let planted: Planted;
let ofLuis: Planted;
let people: Record<"marta" | "ana" | "luis" | "bruno" | "rita" | "nobody", Visitor>;

beforeAll(async () => {
  const company = await startCompany({ fields: { preset: "own" } });
  server = company.server;
  const { ana, luis, bruno, rita } = await hire(server, {
    ana: { name: "Ana", profile: "Ejecutivo" },
    luis: { name: "Luis", profile: "Ejecutivo" },
    bruno: { name: "Bruno", profile: "Gerencia", role: "Gerencia" },
    rita: { name: "Rita", profile: "Solo lectura" },
  });
  people = { marta: company.marta, ana, luis, bruno, rita, nobody: visitor(server.url) };
  db = dataOf(server);
  planted = write(db, (tx) => {
    const { id: roleId } = tx.select({ id: roles.id }).from(roles).where(eq(roles.name, "Ejecutivo")).get()!;
    ofLuis = plant(tx, { ownerId: luis.userId, roleId, from: 710_100, words: "de Luis " });
    return plant(tx, { ownerId: ana.userId, roleId, from: 700_100, words: `${bait} ${canary}` });
  });
});

afterAll(async () => {
  db.$client.close();
  await server.stop();
});

test("a page that is denied is the page of a number that does not exist, and nothing changes", { timeout: 300_000 }, async () => {
  let cells = 0;
  const odd: string[] = [];
  const before = databaseHash(db);
  for (const door of recordDoors()) {
    const { real, unknown } = addressesOf(door.path, planted);
    for (const name of deniedAt(door)) {
      const asked = await ask(people[name], real);
      const beside = await ask(people[name], unknown);
      cells += 1;
      const complaint = difference(asked, beside) ?? (shows(asked) ? "shows the record" : wrongRefusal(name, asked));
      if (complaint) odd.push(`${name} ${real}: ${complaint}`);
      if (databaseHash(db) !== before) odd.push(`${name} ${real}: changed the data`);
    }
  }
  console.log(`${cells} cells of denied principal and page, by ${recordDoors().length} doors`);
  expect(odd).toEqual([]);
  expect(cells).toBeGreaterThan(50);
});

test("whoever may see a record does see what the search above looks for", async () => {
  const seen: Record<string, boolean> = {};
  for (const door of recordDoors().filter(({ path, isRoute, policy }) => !isRoute && policy !== "customer" && !/^\/(catalog|settings\/groups)/.test(path))) {
    const answer = await ask(people.marta, addressesOf(door.path, planted).real);
    seen[door.path] = answer.status === 200 && shows(answer);
  }
  expect(Object.entries(seen).filter(([, isSeen]) => !isSeen)).toEqual([]);
  for (const name of ["ana", "bruno", "rita"] as const) expect(shows(await ask(people[name], "/accounts/700101")), name).toBe(true);
});

test("an internal note is not shown to whom it is hidden from", async () => {
  const rows = db.$client
    .prepare(
      "select 'accounts' as noun, id, internal_note as note from accounts union all select 'contacts', id, internal_note from contacts union all select 'prospects', id, internal_note from prospects union all select kind || 's', id, internal_note from documents",
    )
    .all() as { noun: string; id: number; note: string }[];
  const built = new Set(builtDoors().map(({ path }) => path));
  const open = rows.filter(({ noun }) => built.has(`/${noun}/[id]`));
  const seenBy = async (name: Name) => Promise.all(open.map(async ({ noun, id, note }) => (await ask(people[name], `/${noun}/${id}`)).body.includes(note)));
  expect(await seenBy("rita")).toEqual(open.map(() => false));
  expect(await seenBy("marta")).toContain(true);
});

test("the comparison tells two pages apart", async () => {
  const [account, another] = [await ask(people.marta, "/accounts/700101"), await ask(people.marta, "/accounts/710101")];
  expect(difference(account, another)).toContain("the bodies differ");
  expect(difference(account, await ask(people.luis, "/accounts/700101"))).toBe("200 beside 404");
  expect(difference(account, await ask(people.marta, "/accounts/700101"))).toBeUndefined();
});

test("a form of somebody else's page does nothing in the hands of who may not send it", { timeout: 300_000 }, async () => {
  let cells = 0;
  const odd: string[] = [];
  const before = databaseHash(db);
  for (const door of recordDoors().filter(({ isRoute }) => !isRoute)) {
    const { real } = addressesOf(door.path, planted);
    for (const { button, body } of await formsAt(real)) {
      for (const name of ["luis", "rita", "nobody"] as const) {
        for (const place of [real, addressesOf(door.path, ofLuis).real]) {
          const answer = await send(people[name], place, unsigned(body));
          cells += 1;
          const isSearch = ["_pick", "_rows", "_assist"].some((name) => body.has(name));
          const mayLook = name === "rita" && (isSearch || !deniedAt(door).includes("rita"));
          const complaint = shows(answer) && !mayLook ? "shows the record" : isSearch && answer.status === 200 ? undefined : wrongRefusal(name, answer);
          if (complaint) odd.push(`${name} «${button}» of ${real} at ${place}: ${complaint}`);
          if (databaseHash(db) !== before) odd.push(`${name} «${button}» of ${real} at ${place}: changed the data`);
        }
      }
    }
  }
  console.log(`${cells} cells of denied principal and form`);
  expect(odd).toEqual([]);
  expect(cells).toBeGreaterThan(200);
});

test("lists, counts, searches and pickers say nothing of what is somebody else's", { timeout: 300_000 }, async () => {
  const lists = builtDoors().filter(({ path, policy }) => !path.includes("[") && policy !== "open" && !path.startsWith("/api/"));
  const pickers = ["accounts", "contacts", "prospects", "catalog"].map((from) => `/api/choices/${from}`);
  const odd: string[] = [];
  let cells = 0;
  for (const path of [...lists.map(({ path }) => path), ...pickers]) {
    const found = await ask(people.luis, `${path}?q=${bait}`);
    const notFound = await ask(people.luis, `${path}?q=${nothing}`);
    const whole = await ask(people.luis, path);
    cells += 2;
    const complaint = difference(withoutWord(found), withoutWord(notFound)) ?? (shows(found) || shows(whole) ? "shows a record" : undefined);
    if (complaint) odd.push(`${path}: ${complaint}`);
  }
  console.log(`${cells} cells of list and search`);
  expect(odd).toEqual([]);
  for (const path of [`/accounts?q=${bait}`, "/accounts", `/api/choices/accounts?q=${bait}`]) expect(shows(await ask(people.bruno, path)), path).toBe(true);
});

test("the answer to a form that was accepted is not somebody else's to repeat", async () => {
  const page = await people.ana.visit("/accounts/700101/edit");
  const body = page.bodyFor("Guardar", { city: `Apodaca ${canary}` });
  const first = await send(people.ana, page.path, body);
  expect(first.status).toBe(303);
  const before = databaseHash(db);
  const [mine, theirs] = [await send(people.ana, page.path, body), await send(people.luis, page.path, unsigned(body))];
  expect([mine.status, theirs.status, shows(theirs)]).toEqual([303, 404, false]);
  const { location } = mine;
  expect(location).toContain("/accounts/RECORD01?aviso=");
  expect(databaseHash(db)).toBe(before);
});

type Name = keyof typeof people;
const nothing = "inexistente";
const business = ["prospects", "activities", "accounts", "contacts", "catalog", "quotes", "orders", "invoices", "receipts"];

/** By «Cada quien lo suyo»: Luis sees nothing of Ana's, Rita changes nothing, nobody of the team is a customer. */
function deniedAt({ policy }: Door): Name[] {
  if (policy === "customer") return ["marta", "ana", "luis", "bruno", "rita", "nobody"];
  if (typeof policy === "string") return policy === "open" ? [] : ["nobody"];
  const { module, verb } = policy;
  const ofRita: Name[] = verb !== "view" || !business.includes(module) ? ["rita"] : [];
  const ofLuis: Name[] = module !== "catalog" || verb !== "view" ? ["luis"] : [];
  const ofAna: Name[] = ["users", "settings"].includes(module) ? ["ana"] : [];
  return [...ofRita, ...ofLuis, ...ofAna, "nobody"];
}

function wrongRefusal(name: Name, { status, location }: Answer): string | undefined {
  if (name === "nobody") return status === 401 || location?.startsWith("/login") ? undefined : `answers ${status} to nobody`;
  return status === 403 || status === 404 ? undefined : `answers ${status}`;
}

function difference(one: Answer, other: Answer): string | undefined {
  if (one.status !== other.status) return `${one.status} beside ${other.status}`;
  const [left, right] = [drawn(one.body), drawn(other.body)];
  if (left !== right) return `the bodies differ at ${placeOfDifference(left, right)}`;
  return JSON.stringify({ ...one, body: "" }) === JSON.stringify({ ...other, body: "" }) ? undefined : "the headers differ";
}

/** What a reader sees. The same page is cut into script chunks now one way, now another. */
function drawn(body: string): string {
  return body.replace(/<script\b[^>]*>.*?<\/script>/gs, "");
}

function placeOfDifference(one: string, other: string): string {
  const place = [...one].findIndex((letter, at) => letter !== other[at]);
  return `«${one.slice(place - 40, place + 60)}» beside «${other.slice(place - 40, place + 60)}»`;
}

function withoutWord(answer: Answer): Answer {
  return { ...answer, body: answer.body.replaceAll(bait, "WORD").replaceAll(nothing, "WORD") };
}

/** What Ana could send from this page, or the administrator where it is not Ana's to open. */
async function formsAt(path: string) {
  const page = await people.ana.visit(path);
  const forms = (page.status === 200 ? page : await people.marta.visit(path)).forms({ email: "prueba@ejemplo.test", date: "2026-08-22", time: "10:00" });
  for (const { body } of forms) {
    for (const noun of ["account", "contact"]) if (body.get(`${noun}Id.text`) === "Prueba") body.set(`${noun}Id`, String(planted[`/${noun}s`]!.id));
  }
  return forms;
}
