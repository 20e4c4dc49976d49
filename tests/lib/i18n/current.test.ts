import { expect, test } from "vitest";
import { current, neutral, runWith, setCurrent } from "@/lib/i18n/current";
import { mx } from "@/lib/i18n/packs/mx";

const mexican = { locale: "es", pack: mx, zone: mx.zone, currency: "MXN" } as const;

test("outside a request everything is neutral", () => {
  expect(current()).toMatchObject({ locale: "es", zone: "UTC", currency: "USD", pack: { code: "XX" } });
});

test("what is set in the middle of a request holds for what was already waiting in it, and for nobody else", async () => {
  const seen: string[] = [];
  await Promise.all([
    runWith(neutral, async () => {
      const waiting = Promise.resolve().then(() => Promise.resolve().then(() => seen.push(current().currency)));
      setCurrent(mexican);
      await waiting;
    }),
    runWith(neutral, async () => {
      await Promise.resolve();
      seen.push(`other ${current().currency}`);
    }),
  ]);
  expect(seen.sort()).toEqual(["MXN", "other USD"]);
});

test("setting outside a request is refused", () => {
  expect(() => setCurrent(mexican)).toThrow("leak");
});

test("another copy of the module shares the store", async () => {
  const copy: typeof import("@/lib/i18n/current") = await import(`${"@/lib/i18n/current"}?copy`);
  expect(copy.current).not.toBe(current);
  expect(runWith(mexican, () => copy.current().currency)).toBe("MXN");
});
