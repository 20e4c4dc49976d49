import type { MatrixCompany } from "./company";
import { type Cell, complaintAt, type Tally } from "./get-cells";
import { names } from "./people";
import { targetsOf, verdictFor } from "./verdicts";
import { inParallel, type Sent } from "./wire";

/** Every principal at every address of every door. */
export function allCells(doors: string[]): Cell[] {
  return doors.flatMap((path) => targetsOf(path).flatMap((target) => names.map((name) => ({ name, target }))));
}

/** One address for each principal and door, and one principal for each address, so that every way a record stands to somebody is met. */
export function sampledCells(doors: string[]): Cell[] {
  return doors.flatMap((path, door) => {
    const targets = targetsOf(path);
    const one = names.map((name, place) => ({ name, target: targets[(place * 5 + door) % targets.length]! }));
    const other = targets.map((target, place) => ({ name: names[(place * 7 + door) % names.length]!, target }));
    // Each PDF is drawn when it is asked for, one after the other: a few will do.
    return [...one, ...(targets.length > 1 ? other : [])].filter((cell, place) => !isDrawn(cell) || place % 6 === 0);
  });
}

/** Asks for all of them. What is drawn when it is asked for writes, and comes after the rest. */
export async function runCells(company: MatrixCompany, cells: Cell[], how?: (cell: Cell) => Partial<Sent>) {
  const tally = {} as Tally;
  const complaints: string[] = [];
  const ask = async (cell: Cell) => {
    const verdict = verdictFor(cell.name, cell.target);
    tally[verdict] = (tally[verdict] ?? 0) + 1;
    const complaint = await complaintAt(company, cell, how?.(cell));
    if (complaint) complaints.push(complaint);
  };
  const quiet = cells.filter((cell) => !isDrawn(cell));
  company.hasChanged();
  for (let from = 0; from < quiet.length; from += 100) {
    const some = quiet.slice(from, from + 100);
    await inParallel(some, ask);
    if (company.hasChanged()) complaints.push(`The data changed between ${some[0]!.target.address} and ${some.at(-1)!.target.address}.`);
  }
  await inParallel(cells.filter(isDrawn), ask);
  await company.settled();
  company.hasChanged();
  return { tally, complaints };
}

function isDrawn({ name, target }: Cell): boolean {
  return target.path.endsWith("/pdf") && verdictFor(name, target) === "shown";
}
