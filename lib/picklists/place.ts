type Placed = { id: number; position: number };

/** Puts a choice at that place of its list, counted from one, the last one without any, and counts the others anew by `move`. */
export function placedAmong<Row extends Placed>(all: readonly Row[], row: Row, place: number | undefined, move: (id: number, position: number) => void): Row {
  const others = all.filter(({ id }) => id !== row.id);
  const ordered = others.toSpliced(Math.min((place ?? Number.POSITIVE_INFINITY) - 1, others.length), 0, row);
  for (const [position, one] of ordered.entries()) if (one.position !== position) move(one.id, position);
  return { ...row, position: ordered.indexOf(row) };
}
