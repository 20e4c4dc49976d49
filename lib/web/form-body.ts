/** Fields of the wrapper and of the framework start so; they are not the form's own. */
const isOwn = (name: string) => !name.startsWith("$") && !name.startsWith("_");
/** What a picker shows beside the id it sends. */
const isShown = (name: string) => /\.(text|choices)$/.test(name);
const isSecret = (name: string) => /password|secret|token$/i.test(name);
const forbidden = new Set(["__proto__", "constructor", "prototype"]);
const deepest = 4;
/** One more than any form takes, so that the form itself says there are too many. */
const mostRows = 1001;

/** What was typed, to give back with an answer: every text but secrets. */
export function typedValues(body: FormData): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of body) {
    if (!isOwn(name) || isSecret(name) || forbidden.has(name) || typeof value !== "string") continue;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}

/** `lines.0.taxes` and its siblings as nested objects and arrays; several values of one name as a list. Strange names are left out. */
export function nested(body: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of new Set(body.keys())) {
    const steps = name.split(".");
    if (!isOwn(name) || isShown(name) || steps.length > deepest || steps.some(isStrange)) continue;
    const values = body.getAll(name);
    put(root, steps, values.length === 1 ? values[0] : values);
  }
  return root;
}

function put(root: Record<string, unknown>, steps: string[], value: unknown) {
  let holder = root;
  for (const [place, step] of steps.entries()) {
    if (place === steps.length - 1) {
      holder[step] ??= value;
      return;
    }
    const next = holder[step] ?? (isIndex(steps[place + 1]!) ? [] : {});
    if (typeof next !== "object") return;
    holder[step] = next;
    holder = next as Record<string, unknown>;
  }
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step);
}

/** A number beyond any row would make a list as long as it says. */
function isStrange(step: string): boolean {
  return forbidden.has(step) || (isIndex(step) && Number(step) >= mostRows);
}
