"use client";

import { useEffect, useRef, useState } from "react";
import { askChoices, type PickChoice } from "./pick-choices";

const pauseMs = 150;

/** Asks the server a moment after the last key; an answer that comes late is thrown away. */
export function useChoices(from: string) {
  const [choices, setChoices] = useState<PickChoice[]>();
  const running = useRef<{ abort: AbortController; timer: ReturnType<typeof setTimeout> }>(undefined);

  function stop() {
    clearTimeout(running.current?.timer);
    running.current?.abort.abort();
  }

  function search(text: string) {
    stop();
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const found = await askChoices(from, text, abort.signal);
      if (!abort.signal.aborted) setChoices(found);
    }, pauseMs);
    running.current = { abort, timer };
  }

  function close() {
    stop();
    setChoices(undefined);
  }

  useEffect(
    () => () => {
      clearTimeout(running.current?.timer);
      running.current?.abort.abort();
    },
    [],
  );
  return { choices, search, close };
}
