import type { Database, Reader } from "@/db/open";
import { selecting } from "./selecting";

/** A query of fixed shape, built once per connection: building one costs several times what running it does. */
export function prepared<Query>(build: (reader: Reader) => Query): (reader: Reader) => Query {
  const kept = new WeakMap<Reader, Query>();
  return (reader) => {
    const known = kept.get(reader);
    if (known !== undefined) return known;
    const query = build(reader);
    kept.set(reader, query);
    return query;
  };
}

type Build<Relations, Query> = (seen: Relations & Pick<Database, "select">) => Query;

const queries = new WeakMap<object, ReturnType<typeof perReader>>();
const perReader = () => prepared(() => new Map<unknown, unknown>());

/** The same for a query over what a viewer sees, as long as their relations are kept. `build` must be one and the same function each time. */
export function preparedFor<Relations extends object, Query>(relations: Relations, reader: Reader, build: Build<Relations, Query>): Query {
  const byReader = queries.get(relations) ?? perReader();
  queries.set(relations, byReader);
  const known = byReader(reader);
  if (!known.has(build)) known.set(build, build(Object.assign(Object.create(relations) as Relations, { select: selecting(reader) })));
  return known.get(build) as Query;
}
