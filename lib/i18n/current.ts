import type { AsyncLocalStorage } from "node:async_hooks";
import type { Locale, Words } from "./keys";
import type { Pack } from "./packs/types";
import { xx } from "./packs/xx";

/** The words and formats one request speaks in. `words` are the company's own, over the pack's;
 *  `requiredFields` what it asks of whoever fills in a form. */
export type Current = { locale: Locale; pack: Pack; zone: string; currency: string; words?: Words; requiredFields?: readonly string[] };

type Holder = { value: Current };

export const neutral: Current = { locale: "es", pack: xx, zone: "UTC", currency: xx.currency };

export function current(): Current {
  return holder()?.value ?? neutral;
}

/** Everything `fn` calls, also after an await, speaks in `value` or in what `setCurrent` put in its place. */
export function runWith<Result>(value: Current, fn: () => Result): Result {
  const stored = storage();
  if (!stored) throw new Error("runWith needs Node");
  return stored.run({ value }, fn);
}

/** Once the viewer is known, in the middle of a request. */
export function setCurrent(value: Current) {
  const present = holder();
  if (!present) throw new Error("setCurrent outside runWith would leak into other requests");
  present.value = value;
}

function holder() {
  return storage()?.getStore();
}

// Next, our server and the worker bundle this module each for itself; the symbol makes them share one store.
const key = Symbol.for("cartera.current");
const shared = globalThis as { [key]?: AsyncLocalStorage<Holder> };

function storage() {
  shared[key] ??= create();
  return shared[key];
}

/** Asked of the process and not imported, so that the browser can bundle what uses words. There is no store there. */
function create(): AsyncLocalStorage<Holder> | undefined {
  const hooks = globalThis.process?.getBuiltinModule?.("node:async_hooks");
  return hooks && new hooks.AsyncLocalStorage<Holder>();
}
