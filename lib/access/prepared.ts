import type { Reader } from "@/db/open";

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
