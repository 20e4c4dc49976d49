"use client";

import { lazy, type ReactNode, Suspense, useSyncExternalStore } from "react";
import type { BigCalendarProps } from "./big-calendar";

const BigCalendar = lazy(() => import("./big-calendar"));
const wide = "(width > 900px)";

/** Over the server's page, where there is room to drag. Without scripts, on a phone and on paper the page itself stays. */
export function LiveCalendar({ children, ...props }: BigCalendarProps & { children: ReactNode }) {
  const hasRoom = useSyncExternalStore(
    watchWidth,
    () => matchMedia(wide).matches,
    () => false,
  );
  if (!hasRoom) return children;
  return (
    <>
      <div className="live-calendar">
        <Suspense fallback={children}>
          <BigCalendar {...props} />
        </Suspense>
      </div>
      <div className="paper-only">{children}</div>
    </>
  );
}

function watchWidth(changed: () => void) {
  const query = matchMedia(wide);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
