"use client";

import { useSyncExternalStore } from "react";

/** False in the server's HTML and without scripts; true once scripts run here. */
export function useMounted() {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
