import fc from "fast-check";
import type { z } from "zod";
import { accountEditForm, accountForm, accountRef } from "@/lib/accounts/forms";
import type { Change } from "@/lib/events/record";
import { type Operation, type Outcome, perform } from "@/lib/web/perform";
import { now, viewerOf, type World } from "../support/world";
import { create, edit, trash } from "./account-deeds";

type Sent = { submission: string; again: (submission: string) => Outcome; first: string };
type Known = { id: number; name: string; city: string; version: number; isTrashed: boolean };

/** What ought to be: the accounts of one history, the forms that two people have open, and what was sent, with its first answer. */
export type Model = { accounts: Known[]; open: { editor: Editor; account: number; version: number }[]; sent: Sent[]; effects: number };
export type App = World & { usesVersions: boolean; usesSubmissions: boolean };
type Editor = "marta" | "bruno";
type Step = fc.Command<Model, App>;

const editors = ["marta", "bruno"] as const;
let drawn = 0;

export function history() {
  const place = fc.nat(1_000);
  const editor = fc.constantFrom(...editors);
  return fc.commands(
    [
      editor.map(creates),
      fc.tuple(editor, place).map(([who, at]) => opens(who, at)),
      fc.tuple(place, fc.boolean()).map(([at, isRestless]) => saves(at, isRestless)),
      fc.tuple(editor, place).map(([who, at]) => trashes(who, at)),
      place.map(sendsAgain),
    ],
    { maxCommands: 30, size: "max" },
  );
}

function creates(editor: Editor): Step {
  return step(
    "creates",
    () => true,
    (model, app) => {
      const name = word("Cuenta");
      const send = sender(app, editor, create, accountForm.parse({ name, ownerId: String(app.ids.ana) }));
      const answer = deliver(model, send);
      model.accounts.push({ id: Number(/\/accounts\/(\d+)/.exec(answer)![1]), name, city: "", version: 1, isTrashed: false });
      model.effects += 1;
    },
  );
}

function opens(editor: Editor, at: number): Step {
  const isThere = ({ accounts }: Model) => accounts.some(({ isTrashed }) => !isTrashed);
  return step(`${editor} opens`, isThere, (model) => {
    const live = model.accounts.filter(({ isTrashed }) => !isTrashed);
    const { id, version } = live[at % live.length]!;
    model.open.push({ editor, account: id, version });
  });
}

/** Sends an open form; a restless finger sends it twice. Another may have saved, or thrown it away, meanwhile. */
function saves(at: number, isRestless: boolean): Step {
  return step(
    "saves",
    ({ open }) => open.length > 0,
    (model, app) => {
      const [form] = model.open.splice(at % model.open.length, 1);
      const { editor, account, version } = form!;
      const known = model.accounts.find(({ id }) => id === account)!;
      const city = word("Ciudad");
      const input = accountEditForm.parse({ id: String(account), name: known.name, city, ownerId: String(app.ids.ana) });
      const answer = deliver(model, sender(app, editor, edit, input, version), isRestless ? 2 : 1);
      const expected = known.isTrashed ? "missing" : known.version !== version ? "conflict" : "done";
      require(answer.startsWith(expected), `saving answered ${answer}, not ${expected}`);
      if (expected !== "done") return;
      Object.assign(known, { city, version: version + 1 });
      model.effects += 1;
    },
  );
}

function trashes(editor: Editor, at: number): Step {
  return step(
    "trashes",
    ({ accounts }) => accounts.length > 0,
    (model, app) => {
      const known = model.accounts[at % model.accounts.length]!;
      const answer = deliver(model, sender(app, editor, trash, accountRef.parse({ id: String(known.id) })));
      require(answer.startsWith(known.isTrashed ? "missing" : "done"), `trashing answered ${answer}`);
      if (known.isTrashed) return;
      Object.assign(known, { isTrashed: true, version: known.version + 1 });
      model.effects += 1;
    },
  );
}

/** Goes back and sends an old form as it was: whatever happened since, the first answer comes again and nothing is done. */
function sendsAgain(at: number): Step {
  return step(
    "sends again",
    ({ sent }) => sent.length > 0,
    (model, app) => {
      const { submission, again, first } = model.sent[at % model.sent.length]!;
      if (!app.usesSubmissions) app.db.$client.exec("delete from submissions");
      const answer = textOf(again(submission));
      require(answer === first, `a repeat answered ${answer}, not ${first}`);
    },
  );
}

function step(name: string, check: (model: Model) => boolean, act: (model: Model, app: App) => void): Step {
  return {
    check,
    run: (model, app) => {
      act(model, app);
      compare(model, app);
    },
    toString: () => name,
  };
}

type Send = { submission: string; send: (submission: string) => Outcome };

function sender<Shape extends z.ZodType, Subject>(
  { db, ids, usesVersions }: App,
  editor: Editor,
  operation: Operation<Shape, Subject, Change>,
  input: z.output<Shape>,
  version?: number,
): Send {
  const given = { db, viewer: viewerOf(db, ids[editor]), input, now, version: usesVersions ? version : undefined };
  return { submission: crypto.randomUUID(), send: (submission) => perform(operation, { ...given, submission }) };
}

function deliver(model: Model, { submission, send }: Send, times = 1): string {
  const first = textOf(send(submission));
  for (let time = 1; time < times; time += 1) require(textOf(send(submission)) === first, "a double click answered twice");
  if (first.startsWith("done")) model.sent.push({ submission, again: send, first });
  return first;
}

function textOf(outcome: Outcome): string {
  return outcome.kind === "done" ? `done ${outcome.to} ${outcome.eventId}` : outcome.kind;
}

/** Every account as the model has it, and one event for each effect. */
function compare({ accounts, effects }: Model, { db }: App) {
  for (const { id, ...known } of accounts) {
    const row = db.$client.prepare("select name, coalesce(city, '') as city, version, deleted_at is not null as isTrashed from accounts where id = ?").get(id);
    const found = JSON.stringify(row);
    const expected = JSON.stringify({ ...known, isTrashed: Number(known.isTrashed) });
    require(found === expected, `account ${id} is ${found}, not ${expected}`);
  }
  const ids = accounts.map(({ id }) => id);
  const events = db.$client
    .prepare(`select count(*) from events where subject_kind = 'account' and subject_id in (${ids.join(",") || "0"})`)
    .pluck()
    .get();
  require(events === effects, `${events} events for ${effects} effects`);
}

function require(holds: boolean, complaint: string) {
  if (!holds) throw new Error(complaint);
}

function word(kind: string) {
  drawn += 1;
  return `${kind} ${drawn}`;
}
