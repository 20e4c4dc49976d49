import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { makeFeed } from "@/lib/calendar/feed-key";
import { startExport } from "@/lib/exports/commands";
import { createQuote } from "@/lib/quotes/commands";
import { seal } from "@/lib/web/auth/cookie";
import { type Member, openSession } from "@/lib/web/auth/session";
import { cement, draft } from "./papers";
import { dataOf } from "./people";
import type { RunningServer } from "./server";
import { type Visitor, visitor } from "./visit";

/** A way to what is taken away. It is shown where the answer has this word, or any answer of a file where there is none. */
export type Door = { name: string; path: string; word?: string; form?: { button: string; typed: Record<string, string> }; isOpen?: true };

/** So many open sessions of theirs, as if each had come in by the door: as many hashes prove nothing more. */
export function sessionsOf(server: RunningServer, member: Member, count = 20): Visitor[] {
  process.env.DATA_DIR = server.dataDir;
  const db = dataOf(server);
  const inside = Array.from({ length: count }, () => {
    const sid = write(db, (tx): string => openSession(tx, member, { ip: "127.0.0.1", agent: null, now: Date.now() }));
    const browser = visitor(server.url);
    browser.jar.set("cartera", seal(sid, "session"));
    return browser;
  });
  db.$client.close();
  return inside;
}

/** An account of Marta's and all that is filed under it, with the ways a colleague of hers has to it. */
export function doorsTo(server: RunningServer, { accountId, name, userId, fileId }: { accountId: number; name: string; userId: number; fileId: number }) {
  const [db, now] = [dataOf(server), Date.now()];
  const { activity, quote, file } = write(db, (tx) => {
    const viewer = loadStaffViewer(tx, userId, now)!;
    const planned = activityForm.parse({ kind: "call", subject: "Llamar", date: viewer.today });
    return {
      activity: createActivity(tx, { account: { id: accountId } }, planned, { userId, now, zone: viewer.zone }).id,
      quote: createQuote(tx, draft({ accountId: String(accountId), lines: [cement] }), { userId: 1, now, today: viewer.today }).id,
      file: startExport(tx, { list: "accounts", address: "", format: "csv", columns: ["name"], rows: 1 }, { userId, now }).id,
    };
  });
  db.$client.close();
  const doors = {
    page: { path: `/accounts/${accountId}`, word: name },
    action: { path: `/activities/new?account=${accountId}`, form: { button: "Guardar", typed: { subject: "Tarde" } } },
    paper: { path: `/quotes/${quote}/pdf` },
    file: { path: `/files/${fileId}` },
    export: { path: `/exports/${file}/file`, word: name },
    ics: { path: `/activities/${activity}/ics`, word: name },
  } as const satisfies Record<string, Omit<Door, "name">>;
  return Object.entries(doors).map(([key, door]): Door => ({ name: key, ...door }));
}

/** Another address of their calendar, where it is read without a session. */
export function feedOf(server: RunningServer, userId: number, word: string): Door {
  const [db, now] = [dataOf(server), Date.now()];
  const token = write(db, (tx): string => makeFeed(tx, loadStaffViewer(tx, userId, now)!, now).token);
  db.$client.close();
  return { name: "feed", path: `/calendar/feed/${token}.ics`, word, isOpen: true };
}

/** What each of them asks of each door: whether it is shown there, or done. The forms are those they had open. */
export function asker(doors: Door[]) {
  const open = new Map<string, FormData>();
  /** Fills the forms as who may still send them. */
  const fill = async (one: Visitor) => {
    for (const { name, path, form } of doors) if (form) open.set(name, (await one.visit(path)).bodyFor(form.button, form.typed));
  };
  const isServed = async (one: Visitor, { name, path, word, form }: Door): Promise<boolean> => {
    const body = open.get(name);
    const answer = await (form && body ? posted(one, path, body) : one.ask(path));
    const text = await answer.text();
    if (form) return answer.status === 303 && !answer.headers.get("location")!.startsWith("/login");
    return (answer.status === 200 || answer.status === 202) && (word === undefined || text.includes(word));
  };
  /** Which doors serve all of them, which none. Each asks so many of the doors, the next one the next; what needs no session is asked once. */
  const served = async (sessions: Visitor[], each = doors.length): Promise<{ ends: Record<string, string>; asked: number }> => {
    const ends: Record<string, string> = {};
    let asked = 0;
    for (const [place, door] of doors.entries()) {
      const some = sessions.filter((_, turn) => (place + doors.length - (turn % doors.length)) % doors.length < each);
      const answers = await Promise.all((door.isOpen ? sessions.slice(0, 1) : some).map((one) => isServed(one, door)));
      asked += answers.length;
      const count = answers.filter(Boolean).length;
      ends[door.name] = count === 0 ? "none" : count === answers.length ? "all" : `${count} of ${answers.length}`;
    }
    return { ends, asked };
  };
  return { fill, served };
}

function posted(one: Visitor, path: string, filled: FormData): Promise<Response> {
  const body = new FormData();
  for (const [field, value] of filled) body.append(field, field === "_submission" ? crypto.randomUUID() : value);
  return one.ask(path, { method: "POST", body, headers: { origin: new URL(one.base).origin, "sec-fetch-site": "same-origin" } });
}
