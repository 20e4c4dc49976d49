/** The same numbers on every machine and at every run; each account has its own row of them, so one more draw moves no other. */
export function randomFor(number: number) {
  let state = Math.imul(number + 1, 0x9e3779b1) ^ 0x5ca77e5a;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(fraction() * limit);
  return { fraction, below, one: <T>(list: readonly T[]): T => list[below(list.length)]! };
}

export type Random = ReturnType<typeof randomFor>;
