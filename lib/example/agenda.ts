type Deed = (now: number) => void;

export type Agenda = ReturnType<typeof makeAgenda>;

/** Deeds in the order of their instants, whatever the order they were thought of in; a deed may add later ones. */
export function makeAgenda() {
  const waiting: { at: number; deed: Deed }[] = [];
  let present = 0;

  const add = (at: number, deed: Deed) => {
    if (at < present) throw new RangeError("a deed before the one that led to it");
    const place = waiting.findIndex((one) => one.at > at);
    waiting.splice(place < 0 ? waiting.length : place, 0, { at, deed });
  };
  const run = () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      present = next.at;
      next.deed(next.at);
    }
  };
  return { add, run };
}
