import { type Scope, scopeFor } from "./scope";
import { listing } from "./viewer";

/** The same viewer's scope as their lists have it, for a record's page that looks into one. */
export function listScope({ viewer, reader }: Scope): Scope {
  return scopeFor(listing(viewer), reader);
}
