"use client";

import { useEffect } from "react";

export function RefreshTimer({ to, seconds }: { to: string; seconds: number }) {
  useEffect(() => {
    const timer = setTimeout(() => location.replace(to), seconds * 1000);
    return () => clearTimeout(timer);
  }, [to, seconds]);
  return null;
}
