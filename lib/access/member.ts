import type { Viewer } from "./viewer";

/** The colleague's number; for what only the team has forms for. */
export function memberId(viewer: Viewer): number {
  if (viewer.kind === "staff") return viewer.userId;
  throw new RangeError(`not of the team: ${viewer.kind}`);
}
