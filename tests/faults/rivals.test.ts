import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, type Database, openDatabase } from "@/db/open";
import { switchableModules } from "@/db/vocabulary";
import { write } from "@/db/write";
import { recordEvent } from "@/lib/events/record";
import { keptPlaces } from "@/lib/events/verification";
import { walkAll } from "@/lib/events/verify";
import { packs } from "@/lib/i18n/packs";
import { needs, othersThan } from "@/lib/modules/rules";
import { setUpCompany } from "@/lib/settings/commands";
import { bundled } from "../support/bundle";
import { system } from "../support/papers";
import { promise } from "../support/promise";
import type { Order } from "../support/rival";
import { emptyFolder } from "../support/server";

const rounds = 20;
let db: Database;
let rivals: ChildProcess[];

beforeAll(async () => {
  const file = join(emptyFolder(), "cartera.sqlite");
  const handle = openDatabase(file);
  applyMigrations(handle);
  db = connect(handle);
  write(db, (tx) => {
    const company = { name: "Ferretería", pack: packs.MX, zone: "America/Monterrey", preset: "own", now: 0, today: "2026-08-22" } as const;
    setUpCompany(tx, company, { name: "Marta", email: "marta@ejemplo.test", passwordHash: "x" });
    tx.run(
      "insert into users (name, email, email_key, password_hash, role_id, is_admin, created_at, updated_at) select 'Bruno', 'b@ejemplo.test', 'b@ejemplo.test', 'x', role_id, 1, 0, 0 from users",
    );
  });
  const program = await bundled("tests/support/rival.ts");
  rivals = [1, 2].map(() => fork(program, [file]));
  await Promise.all(rivals.map((one) => once(one, "message")));
});
afterAll(() => {
  for (const one of rivals) one.kill("SIGKILL");
  db.$client.close();
});

/** What each of the two answers that do these at one moment. */
async function atOnce(...orders: [Order, Order]): Promise<string[]> {
  const at = Date.now() + 20;
  const answers = rivals.map((one) => once(one, "message"));
  for (const [place, order] of orders.entries()) rivals[place]!.send({ order, at });
  return (await Promise.all(answers)).map(([answer]) => String(answer));
}

const count = (statement: string) => db.$client.prepare(statement).pluck().get() as number;
const events = (name: string) => count(`select count(*) from events where name = '${name}'`);

test("two administrators who put each other out, or take it from each other, at one moment in two processes leave one", async () => {
  const ends = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [deed, name] of [
      ["deactivate", "user.deactivated"],
      ["demote", "user.edited"],
    ] as const) {
      db.$client.exec("update users set is_active = 1, is_admin = 1");
      const before = events(name);
      const [first, second] = await atOnce({ deed, as: 1, whom: 2 }, { deed, as: 2, whom: 1 });
      expect([first, second]).toContain("done");
      expect([count("select count(*) from users where is_admin = 1 and is_active = 1"), events(name) - before], `${first} ${second}`).toEqual([1, 1]);
      const other = first === "done" ? second! : first!;
      ends.set(other, (ends.get(other) ?? 0) + 1);
    }
  }
  promise(
    "A8",
    `${rounds * 2} times two administrators out of each other's hands at once: one left each time; the other heard ${JSON.stringify(Object.fromEntries(ends))}`,
  );
});

test("two who switch modules at one moment: one is done, the other is shown both choices", async () => {
  db.$client.exec("update users set is_active = 1, is_admin = 1");
  const alone = switchableModules.filter((module) => !Object.values(needs).includes(module));
  for (let round = 0; round < rounds; round += 1) {
    const [one, other] = [alone[round % alone.length]!, alone[(round + 1) % alone.length]!];
    const version = count("select version from company");
    const before = events("company.modules_switched");
    const answers = await atOnce({ deed: "switch", as: 1, on: othersThan([one]), version }, { deed: "switch", as: 2, on: othersThan([other]), version });
    expect(answers.toSorted()).toEqual(["conflict", "done"]);
    const off = db.$client.prepare("select off_modules from company").pluck().get();
    expect([off, count("select version from company"), events("company.modules_switched")]).toEqual([
      JSON.stringify([answers[0] === "done" ? one : other]),
      version + 1,
      before + 1,
    ]);
  }
});

test("two who look at the log at one moment, while it is written on: neither fails, and what both keep holds", async () => {
  const tell = (times: number) =>
    write(db, (tx): void => {
      for (let time = 0; time < times; time += 1)
        recordEvent(tx, { viewer: system, name: "company.edited", change: { kind: "company", id: 1, before: null, after: { time } }, at: time });
    });
  tell(3_000);
  for (const [first, second] of [
    ["verify", "doctor"],
    ["doctor", "doctor"],
    ["verify", "verify"],
    ["verify", "doctor"],
  ] as const) {
    const answers = atOnce({ deed: first }, { deed: second });
    for (let time = 0; time < 20; time += 1) tell(5);
    for (const answer of await answers) expect(answer).toMatch(/^(done|\d+ sucesos)$/);
    const places = keptPlaces(db);
    expect([places.size > 0, walkAll(db, places).broken]).toEqual([true, undefined]);
  }
});
