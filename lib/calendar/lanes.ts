/** Rows of a day, from one up to before another. */
type Rows = { from: number; to: number };
export type Spot<Event> = Rows & { event: Event };
export type Block<Event> = Rows & { events: Event[] };
/** What touches in time, one after the other; each lane holds what does not overlap. */
export type Cluster<Event> = Rows & { lanes: Block<Event>[][] };

/** What happens at once stands side by side in up to `most` lanes; what finds none free is stacked in the last. */
export function clustersOf<Event>(spots: readonly Spot<Event>[], most: number): Cluster<Event>[] {
  const clusters: Cluster<Event>[] = [];
  for (const spot of spots.toSorted((a, b) => a.from - b.from)) {
    const open = clusters.at(-1);
    if (open && spot.from < open.to) {
      place(open.lanes, spot, most);
      open.to = Math.max(open.to, spot.to);
    } else clusters.push({ from: spot.from, to: spot.to, lanes: [[blockOf(spot)]] });
  }
  return clusters;
}

function place<Event>(lanes: Block<Event>[][], spot: Spot<Event>, most: number) {
  const free = lanes.find((lane) => lane.at(-1)!.to <= spot.from);
  if (free) free.push(blockOf(spot));
  else if (lanes.length < most) lanes.push([blockOf(spot)]);
  else {
    const last = lanes.at(-1)!.at(-1)!;
    last.events.push(spot.event);
    last.to = Math.max(last.to, spot.to);
  }
}

function blockOf<Event>({ from, to, event }: Spot<Event>): Block<Event> {
  return { from, to, events: [event] };
}
