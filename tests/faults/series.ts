/** What is wrong with the numbers of one series. A date may stay or go on from one number to the next, never back. */
export function faultsIn(papers: { number: number | null; issuedOn: string }[]) {
  const inOrder = papers.map(({ number, issuedOn }) => ({ number: number ?? 0, issuedOn })).sort((one, other) => one.number - other.number);
  const numbers = inOrder.map(({ number }) => number);
  const seen = new Set(numbers);
  return {
    doubled: numbers.filter((number, place) => numbers.indexOf(number) !== place),
    missing: Array.from({ length: numbers.at(-1) ?? 0 }, (_, place) => place + 1).filter((number) => !seen.has(number)),
    backwards: inOrder.filter(({ issuedOn }, place) => place > 0 && issuedOn < inOrder[place - 1]!.issuedOn).map(({ number }) => number),
  };
}

export const noFaults = { doubled: [], missing: [], backwards: [] };
