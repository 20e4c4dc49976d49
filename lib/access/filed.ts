import { eq } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { accountAccess, accountContacts, activities, contacts, documents, prospects } from "@/db/schema";
import type { SeenModule } from "@/db/vocabulary";
import type { Filed } from "./sight";

/** How a record is filed, whoever asks: for telling who sees it, once it was found for who asks. */
export function filedAs(reader: Reader, module: SeenModule, id: number): Filed {
  switch (module) {
    case "accounts":
      return { module, ownerIds: [], principals: principalsOf(reader, id) };
    case "contacts":
      return { module, ...contactFiling(reader, id) };
    case "prospects":
      return { module, ...prospectFiling(reader, id) };
    case "activities":
      return { module, ...activityFiling(reader, id) };
    case "catalog":
      return { module, ownerIds: [], principals: [] };
    default:
      return { module, ...documentFiling(reader, id) };
  }
}

type Filing = Omit<Filed, "module">;

function contactFiling(reader: Reader, id: number): Filing {
  const contact = reader.select({ ownerId: contacts.ownerId, groupId: contacts.ownerGroupId }).from(contacts).where(eq(contacts.id, id)).get()!;
  const related = reader.select({ accountId: accountContacts.accountId }).from(accountContacts).where(eq(accountContacts.contactId, id)).all();
  const ofGroup = contact.groupId === null ? [] : [`g${contact.groupId}`];
  return { ownerIds: some(contact.ownerId), principals: [...ofGroup, ...related.flatMap(({ accountId }) => principalsOf(reader, accountId))] };
}

function prospectFiling(reader: Reader, id: number | null): Filing {
  const found = id === null ? undefined : reader.select().from(prospects).where(eq(prospects.id, id)).get();
  return found ? { ownerIds: some(found.ownerId), principals: principalsOf(reader, found.accountId) } : { ownerIds: [], principals: [] };
}

function activityFiling(reader: Reader, id: number): Filing {
  const { ownerId, accountId, prospectId } = reader.select().from(activities).where(eq(activities.id, id)).get()!;
  const about = prospectFiling(reader, prospectId);
  return { ownerIds: [...some(ownerId), ...about.ownerIds], principals: [...principalsOf(reader, accountId), ...about.principals] };
}

function documentFiling(reader: Reader, id: number): Filing {
  const { ownerId, accountId } = reader
    .select({ ownerId: documents.ownerId, accountId: documents.accountId })
    .from(documents)
    .where(eq(documents.id, id))
    .get()!;
  return { ownerIds: some(ownerId), principals: principalsOf(reader, accountId) };
}

function principalsOf(reader: Reader, accountId: number | null): string[] {
  if (accountId === null) return [];
  const rows = reader.select({ principal: accountAccess.principal }).from(accountAccess).where(eq(accountAccess.accountId, accountId)).all();
  return rows.map(({ principal }) => principal).sort((a, b) => order.indexOf(a[0]!) - order.indexOf(b[0]!));
}

/** Owners before groups before those who know somebody there: of several rules the plainest is told. */
const order = ["u", "g", "c"];

function some(id: number | null): number[] {
  return id === null ? [] : [id];
}
