import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/open";
import { accounts, activities, contacts, origins, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { createAccount, trashAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createActivity, trashActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { createContact, trashContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { type Change, recordEvent } from "@/lib/events/record";
import { createProspect, trashProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import { restoreAccount, restoreActivity, restoreContact, restoreProspect } from "@/lib/trash/commands";
import type { TrashKind } from "@/lib/trash/rules";
import { now, type World, world } from "../../support/world";

const zone = "America/Monterrey";
export const plain = { saveDuplicateAnyway: false };
export type Ids = Record<TrashKind, number>;

/** One record of each kind, each hanging on the one before, with all that is kept of it elsewhere: owners, tags, origin, phones, a reminder. */
export function filled(): World & { made: Ids } {
  const here = world();
  const { db, ids } = here;
  const by = { userId: ids.ana, now, zone };
  const made = write(db, (tx) => {
    const originId = String(tx.select({ id: origins.id }).from(origins).limit(1).get()!.id);
    const reach = { phone: "81 1234 5678", email: "compras@ejemplo.test", tags: "Mayoreo" };
    const account = createAccount(
      tx,
      accountForm.parse({ name: "Ferretera", code: "F-1", taxId: "FER990101AB1", ownerId: `${ids.ana}`, originId, ...reach }),
      by,
    ).id;
    const person = { accountId: `${account}`, givenName: "Silvia", familyName: "Garza", ownerId: `${ids.bruno}`, originId, role: "Compras", ...reach };
    const contact = createContact(tx, contactForm.parse(person), by).id;
    const asked = { contactedOn: "2026-08-22", personName: "Silvia", companyName: "Ferretera", accountId: `${account}`, originId };
    const prospect = createProspect(tx, { id: account }, prospectForm.parse(asked), by).id;
    const call = activityForm.parse({ kind: "call", subject: "Llamar por el pedido", notes: "Pide lámina", date: "2026-09-01", time: "10:00" });
    const activity = createActivity(tx, { account: { id: account }, prospect: { id: prospect, accountId: account } }, call, by).id;
    return { account, contact, prospect, activity };
  });
  return { ...here, made };
}

const tables = { account: accounts, contact: contacts, prospect: prospects, activity: activities };

export function thrown(tx: Transaction, kind: TrashKind, id: number, userId: number, at = now): Change {
  const by = { userId, now: at, zone };
  return { account: trashAccount, contact: trashContact, prospect: trashProspect, activity: trashActivity }[kind](tx, { id }, by);
}

export function back(tx: Transaction, kind: TrashKind, id: number): Change {
  if (kind === "account") return restoreAccount(tx, { id }, plain, { now });
  return { contact: restoreContact, prospect: restoreProspect, activity: restoreActivity }[kind](tx, { id }, { now });
}

/** The deed with the event it leaves. */
export function told({ db, viewer }: World, name: string, deed: (tx: Transaction) => Change, person: "marta" | "ana" = "marta") {
  return write(db, (tx) => {
    const change = deed(tx);
    recordEvent(tx, { viewer: viewer(person), name, change, at: now });
    return change;
  });
}

/** Every row of every table, by the table's name; of the searches what is indexed. */
export function rowsOfAll(db: Database): Record<string, string[]> {
  const names = db.$client
    .prepare("select name from sqlite_master where type = 'table' and name not glob '*_data' and name not glob 'sqlite_*'")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      db.$client
        .prepare(`select * from ${name}`)
        .all()
        .map((row) => JSON.stringify(row)),
    ]),
  );
}

export function versionOf(db: Database, kind: TrashKind, id: number): number {
  const table = tables[kind];
  return db.select({ version: table.version }).from(table).where(eq(table.id, id)).get()!.version;
}
