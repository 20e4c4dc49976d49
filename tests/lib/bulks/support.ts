import { eq } from "drizzle-orm";
import type { Database } from "@/db/open";
import { accountTags, bulks } from "@/db/schema";
import { write } from "@/db/write";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { scopeFor } from "@/lib/access/scope";
import { startBulk, undoBulk } from "@/lib/bulks/commands";
import { bulkForm } from "@/lib/bulks/forms";
import { countBulk } from "@/lib/bulks/queries";
import type { BulkList } from "@/lib/lists/policy";
import { now, type World } from "../../support/world";
import { runJobs } from "../imports/jobs";

type Field = "date" | "isDone" | "addTags" | "removeTags" | "addTax" | "removeTax" | "unit" | "state";
type Asked = Partial<Record<"ids" | "address" | "owner" | "category" | "interest" | "origin" | Field, string>> & { sharers?: string[] };

export function begin({ db, ids }: World, who: "marta" | "bruno" | "ana", list: BulkList, asked: Asked): number {
  const input = bulkForm.parse({ list, ids: "", ...asked });
  return write(db, (tx) => startBulk(tx, input, { userId: ids[who], now }).id);
}

export async function done(here: World, who: "marta" | "bruno" | "ana", list: BulkList, asked: Asked): Promise<number> {
  const id = begin(here, who, list, asked);
  await runJobs(here.db);
  return id;
}

export async function undone({ db, ids }: World, who: "marta" | "bruno", id: number): Promise<number> {
  const bulk = db.select().from(bulks).where(eq(bulks.id, id)).get()!;
  const undo = write(db, (tx) => undoBulk(tx, bulk, { userId: ids[who], now }).id);
  await runJobs(db);
  return undo;
}

export const countsOf = (db: Database, id: number, userId: number) => countBulk(scopeFor(loadStaffViewer(db, userId, now)!, db), { id });
export const tagsOf = (db: Database, id: number) => db.select().from(accountTags).where(eq(accountTags.accountId, id)).all().length;
