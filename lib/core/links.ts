type Value = string | number | boolean | undefined;

/** The same list with some of its address changed; what is empty falls out, and pages start anew. */
export function withQuery(path: string, query: Record<string, unknown>, changes: Record<string, Value>): string {
  const { cursor: _cursor, ...rest } = query;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...rest, ...changes })) {
    if (value !== undefined && value !== "" && value !== null && typeof value !== "object") params.set(name, String(value));
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Where a column's heading leads: sorts by it, or turns the order round. `among` is what the order takes of the address; it begins with the highest. */
export function sortLink(path: string, query: { sort: string } & Record<string, unknown>, column: string, among?: Readonly<Record<string, string>>) {
  const isAscending = query.sort === column;
  const isSorted = isAscending || query.sort === `-${column}`;
  const taken = Object.fromEntries(Object.entries(among ?? {}).filter(([name]) => query[name] === undefined));
  return {
    href: withQuery(path, query, { ...taken, sort: isAscending || (among && !isSorted) ? `-${column}` : column }),
    direction: isSorted ? ((isAscending ? "asc" : "desc") as "asc" | "desc") : undefined,
  };
}
