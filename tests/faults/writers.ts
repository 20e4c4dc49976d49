import type { Database } from "@/db/open";
import type { Visited, Visitor } from "../support/visit";
import type { Deed } from "./ledger";

/** Somebody who writes, with the forms they have open, the account they keep editing, and what waits to be issued or applied. */
export type Client = { visitor: Visitor; newAccount: Visited; ownAccount: Visited; edits: number; drafts: Waiting; checked: Waiting };

/** Records by the submission that is to change them, and the form that does it to any of them. */
export type Waiting = { form?: { path: string; body: FormData }; records: { id: number; submission: string }[] };

export type Writer = {
  name: string;
  /** The next thing to send, never sent before; undefined while there is nothing to do it to. */
  ask(client: Client): Deed | Promise<Deed> | undefined;
  /** The submissions whose effect stands in the data with all its values and its event, once for each time it was done. */
  effects(db: Database): string[];
};

export async function clientOf(visitor: Visitor): Promise<Client> {
  const newAccount = await visitor.visit("/accounts/new");
  const own = await visitor.post(
    "/accounts/new",
    newAccount.bodyFor("Guardar", { name: `La que se edita ${crypto.randomUUID()}`, _submission: crypto.randomUUID() }),
  );
  const path = own.path.split("?")[0];
  return { visitor, newAccount, ownAccount: await visitor.visit(`${path}/edit`), edits: 0, drafts: { records: [] }, checked: { records: [] } };
}

const createAccount: Writer = {
  name: "account.created",
  ask(client) {
    const submission = crypto.randomUUID();
    const typed = {
      name: `Cuenta ${submission}`,
      city: `Ciudad ${submission}`,
      description: longText(submission),
      tags: `t-${submission}`,
      _submission: submission,
    };
    const body = client.newAccount.bodyFor("Guardar", typed);
    return { writer: this, client, path: client.newAccount.path, body, submission };
  },
  effects: ({ $client }) =>
    ($client.prepare(createdAccounts).all() as Created[])
      .map((row) => ({ ...row, submission: row.name.slice(-36) }))
      .filter(({ submission, city, description, told, tag }) => {
        const asked = [`Ciudad ${submission}`, longText(submission), longText(submission), `t-${submission}`];
        return [city, description, told, tag].every((value, place) => value === asked[place]);
      })
      .map(({ submission }) => submission),
};

type Created = { name: string; city: string; description: string; told: string; tag: string };
const createdAccounts = `
  select accounts.name, accounts.city, accounts.description, event_payloads.after ->> 'description' as told, tags.name as tag
  from accounts
  join account_tags on account_tags.account_id = accounts.id
  join tags on tags.id = account_tags.tag_id
  join events on events.subject_kind = 'account' and events.subject_id = accounts.id and events.name = 'account.created'
  join event_payloads on event_payloads.event_id = events.id
  where accounts.name like 'Cuenta %'`;

const editAccount: Writer = {
  name: "account.edited",
  ask(client) {
    const submission = crypto.randomUUID();
    client.edits += 1;
    const body = client.ownAccount.bodyFor("Guardar", { description: longText(submission), _submission: submission, _version: String(client.edits) });
    return { writer: this, client, path: client.ownAccount.path, body, submission };
  },
  effects: ({ $client }) =>
    ($client.prepare(editedDescriptions).pluck().all() as string[]).filter((told) => told === longText(told.slice(0, 36))).map((told) => told.slice(0, 36)),
};

const editedDescriptions = `
  select event_payloads.after ->> 'description'
  from events join event_payloads on event_payloads.event_id = events.id
  where events.name = 'account.edited'`;

export const accountWriters: Writer[] = [createAccount, editAccount];

/** Long enough to spill over a page of the file. */
function longText(submission: string): string {
  return submission.repeat(100);
}
