export type PickChoice = { id: number | string; label: string; hint?: string; fill?: Record<string, string[]> };

/** What the server offered, one JSON text per choice. A line that is none was tampered with and is left out. */
export function readChoices(lines: readonly string[]): PickChoice[] {
  return lines.map(parseJson).filter(isChoice);
}

/** The choices that match `text`; `undefined` when the request was overtaken or the server cannot be reached. */
export async function askChoices(from: string, text: string, signal: AbortSignal): Promise<PickChoice[] | undefined> {
  try {
    const response = await fetch(`/api/choices/${from}?q=${encodeURIComponent(text)}`, { signal, headers: { accept: "application/json" } });
    const answer: unknown = await response.json();
    return hasChoices(answer) ? answer.choices.filter(isChoice) : undefined;
  } catch {
    return undefined;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function hasChoices(answer: unknown): answer is { choices: unknown[] } {
  return typeof answer === "object" && answer !== null && "choices" in answer && Array.isArray(answer.choices);
}

function isChoice(value: unknown): value is PickChoice {
  return typeof value === "object" && value !== null && "id" in value && "label" in value && typeof value.label === "string";
}
