import { setTimeout as pause } from "node:timers/promises";
import { textOf } from "../../lib/documents/pdf/reading";
import type { MatrixCompany } from "./company";
import { idOf, tokensIn } from "./facts";
import { type Cell, foreignIn } from "./get-cells";
import { verdictFor } from "./verdicts";

/** Of the papers that are shown, one of each kind to somebody of the team and to a customer. */
export function shownPapers(cells: Cell[]): Cell[] {
  const shown = cells.filter(({ name, target }) => target.path.endsWith("/pdf") && verdictFor(name, target) === "shown");
  return [...Map.groupBy(shown, ({ target }) => `${target.path} ${target.ref!.kind}`).values()].map(([cell]) => cell!);
}

/** Each answer «in preparation» waits by itself. */
const mostAsked = 20;

/** What a PDF says is the record's own and nobody else's, its name too. */
export async function paperComplaint({ line, cookies }: MatrixCompany, { name, target }: Cell): Promise<string | undefined> {
  let heard = await line.ask(cookies[name], { path: target.address });
  for (let asked = 1; heard.status === 202 && asked < mostAsked; asked++) {
    await pause(200);
    heard = await line.ask(cookies[name], { path: target.address });
  }
  const told = (what: string) => `${name} ${target.address}: ${what}`;
  if (heard.status !== 200 || heard.headers["content-type"] !== "application/pdf") return told(`answers ${heard.status}`);
  const text = textOf(heard.bytes);
  const leak = foreignIn(name, { ...heard, body: text });
  if (leak) return told(`says ${leak}`);
  return tokensIn(text).some(({ id }) => id === idOf(target.ref!)) ? undefined : told(`says nothing of its own: ${text.slice(0, 300)}`);
}
