import type { ReactNode } from "react";

/** What happened, newest first. `title` heads a month or «Planeado». */
export function Timeline({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <>
      {title && <h2 className="eyebrow timeline-title">{title}</h2>}
      <ol className="timeline">{children}</ol>
    </>
  );
}

/** `at` is the machine's instant or date, `when` the reader's. `quiet` is for small changes, so that messages stand out. */
export function TimelineEntry({ at, when, quiet, children }: { at: string; when: string; quiet?: boolean; children: ReactNode }) {
  return (
    <li className={quiet ? "quiet" : undefined}>
      <time dateTime={at}>{when}</time>
      <div>{children}</div>
    </li>
  );
}
