import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { sortKey } from "@/lib/core/text";
import { isCutShort, isFound, type SearchKind } from "./find";

/** What a picker offers at once. */
export const mostOffered = 10;

type Wanted<Row> = { kind: SearchKind; text: string; id: SQLWrapper; nameKey: SQLWrapper; read: (where: SQL | undefined) => Row[] };

/** What a text finds, by name. Of more than are looked through, those whose name begins so are sought first: who types a whole name finds it. */
export function offered<Row extends { id: number }>(scope: Scope, { kind, text, id, nameKey, read }: Wanted<Row>): Row[] {
  if (text === "") return read(undefined);
  const found = () => read(isFound(scope, kind, id, text));
  if (!isCutShort(scope, kind, text)) return found();
  const rows = [...read(beginsSo(nameKey, sortKey(text))), ...found()];
  return [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, mostOffered);
}

function beginsSo(nameKey: SQLWrapper, beginning: string): SQL {
  return sql`${nameKey} >= ${beginning} and ${nameKey} < ${`${beginning}\u{10ffff}`}`;
}
