"use client";

import { useEffect } from "react";
import type { FormState } from "@/lib/web/form-state";

/** The tab's title says that something was refused, for who listens to the page. */
export function useErrorTitle(state: FormState, prefix: string) {
  useEffect(() => {
    if (state.status !== "refused") return;
    const plain = document.title;
    document.title = `${prefix} ${plain}`;
    return () => {
      document.title = plain;
    };
  }, [state, prefix]);
}
