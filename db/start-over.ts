import { remember } from "@/db/migrate";
import { migrationsFolder, migrationsIn } from "@/db/migration-files";
import type { Handle } from "@/db/open";

type Options = { now: number; folder?: string; isAllowed: () => boolean; fill: () => void };

/** Empties the file and lays the schema anew, whole or not at all: one transaction, in which `isAllowed` is asked and `fill` writes the first rows.
 *  What was there is overwritten with zeros. Returns whether it was allowed. */
export function startOver(handle: Handle, { now, folder = migrationsFolder, isAllowed, fill }: Options): boolean {
  handle.pragma("foreign_keys = OFF");
  handle.pragma("secure_delete = ON");
  try {
    handle.exec("begin immediate");
    const isGranted = isAllowed();
    if (isGranted) {
      dropEverything(handle);
      for (const migration of migrationsIn(folder)) {
        handle.exec(migration.sql);
        remember(handle, migration, now);
      }
      fill();
    }
    handle.exec("commit");
    return isGranted;
  } catch (error) {
    if (handle.inTransaction) handle.exec("rollback");
    throw error;
  } finally {
    handle.pragma("secure_delete = OFF");
    handle.pragma("foreign_keys = ON");
  }
}

/** Triggers first, for they would refuse; then what reads tables, and the shadows of virtual tables with their owners. */
function dropEverything(handle: Handle) {
  const list = (select: string) => handle.prepare(select).pluck().all() as string[];
  for (const name of list("select name from sqlite_schema where type = 'trigger'")) handle.exec(`drop trigger "${name}"`);
  for (const name of list("select name from sqlite_schema where type = 'view'")) handle.exec(`drop view "${name}"`);
  for (const type of ["virtual", "table"])
    for (const name of list(`select name from pragma_table_list where schema = 'main' and type = '${type}' and name not glob 'sqlite_*'`))
      handle.exec(`drop table "${name}"`);
  handle.exec("delete from sqlite_sequence");
}
