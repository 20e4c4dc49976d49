"use client";

import { useMounted } from "../forms/use-mounted";

const place = "cartera.keys";

/** Single keys can stand in the way of who dictates or has tremors: each may do without, in this browser. */
export function KeySwitch({ label }: { label: string }) {
  const isMounted = useMounted();
  if (!isMounted) return null;
  return (
    <label className="option">
      <input type="checkbox" defaultChecked={areKeysOn()} onChange={(event) => localStorage.setItem(place, event.target.checked ? "on" : "off")} />
      {label}
    </label>
  );
}

export function areKeysOn(): boolean {
  return localStorage.getItem(place) !== "off";
}
