import { type Circle, probing, type StaffViewer, type Viewer } from "@/lib/access/viewer";

/** The same viewer in every shape of query: starting from what is reached, beside a set of it, and probing row by row. */
export function shapesOf(viewer: Viewer | undefined): [string, Viewer][] {
  if (!viewer) return [];
  if (viewer.kind !== "staff") return [["windows", viewer]];
  return [
    ["few", viewer],
    ["some", gathering(viewer)],
    ["many", probing<StaffViewer>(viewer)],
  ];
}

function gathering(viewer: StaffViewer): StaffViewer {
  const { own, group, subordinates } = viewer.circles;
  const some = (circle: Circle): Circle => ({ ...circle, size: "some" });
  return { ...viewer, circles: { own: some(own), group: some(group), subordinates: some(subordinates) } };
}
