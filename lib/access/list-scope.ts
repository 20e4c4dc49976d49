import { type Scope, scopeFor } from "./scope";
import { listing, type Viewer } from "./viewer";

/** The same viewer's scope as their lists have it, for a record's page that looks into one. */
export function listScope({ viewer, reader }: Scope): Scope {
  return scopeFor(listing(viewer), reader);
}

/** The database with what is switched off as well: for the log, which tells all that was ever done. */
export function withEveryModule(scope: Scope): Scope {
  const { viewer, reader } = scope;
  return viewer.kind === "staff" && viewer.off.length > 0 ? scopeFor({ ...viewer, off: [] }, reader) : scope;
}

/** The database as the same person sees it with other reaches. */
export function scopeAs({ reader }: Scope, viewer: Viewer): Scope {
  return scopeFor(viewer, reader);
}
