"use client";

import { useEffect } from "react";

/** The browser asks before it leaves a half-typed form; the words are its own. */
export function useLeaveWarning(isHalfTyped: boolean) {
  useEffect(() => {
    if (!isHalfTyped) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isHalfTyped]);
}
