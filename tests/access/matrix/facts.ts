import type { GroupName, StaffName } from "./people";

/** Whose the records of a set are: the words of the permission model, by name. */
export type SetSpec = {
  account: StaffName | GroupName | null;
  sharedWith?: GroupName;
  contact: StaffName | null;
  children: StaffName;
  isTrashed?: true;
};

/** One set of every kind of record for each way a record can stand to somebody. */
export const sets = {
  own: { account: "ana", sharedWith: "Norte", contact: "ana", children: "ana" },
  mates: { account: "gael", contact: "gael", children: "gael" },
  others: { account: "luis", contact: "luis", children: "luis" },
  groups: { account: "Norte", contact: null, children: "marta" },
  elsewhere: { account: "Sur", contact: null, children: "luis" },
  shared: { account: "luis", sharedWith: "Norte", contact: "luis", children: "luis" },
  known: { account: "luis", contact: "ana", children: "luis" },
  unowned: { account: null, contact: null, children: "marta" },
  filed: { account: "luis", contact: "luis", children: "ana" },
  superiors: { account: "bruno", contact: "bruno", children: "bruno" },
  lonely: { account: "solo", contact: "solo", children: "solo" },
  noteless: { account: "nora", contact: "nora", children: "nora" },
  former: { account: "omar", contact: null, children: "rita" },
  trashed: { account: "ana", contact: "ana", children: "ana", isTrashed: true },
} as const satisfies Record<string, SetSpec>;
export type SetName = keyof typeof sets;
export const setNames = Object.keys(sets) as SetName[];

/** The place of each record in its set; its number is 700000 + a thousand per set + this. */
export const places = {
  account: 1,
  contact: 2,
  relation: 3,
  prospect: 4,
  looseProspect: 5,
  activity: 6,
  prospectActivity: 7,
  looseActivity: 8,
  looseContact: 9,
  quote: 10,
  sentQuote: 11,
  order: 12,
  confirmedOrder: 13,
  invoice: 14,
  issuedInvoice: 15,
  receipt: 16,
  import: 17,
  portalUser: 18,
  file: 19,
  taken: 20,
  bulk: 21,
} as const;
export type Kind = keyof typeof places;
export const kinds = Object.keys(places) as Kind[];

export type RecordRef = { set: SetName; kind: Kind };

export function idOf({ set, kind }: RecordRef): number {
  return 700_000 + setNames.indexOf(set) * 1000 + places[kind];
}

/** Numbers nobody's record has, as far from the others as these. */
export const unknownShift = 100_000;
export const globals = { item: 760_001, trashedItem: 760_002, entry: 760_003 } as const;

/** What the record with this number is; undefined when it belongs to no set. */
export function refOf(id: number): RecordRef | undefined {
  const set = setNames[Math.floor((id - 700_000) / 1000)];
  const kind = kinds.find((one) => places[one] === (id - 700_000) % 1000);
  return set && kind && { set, kind };
}

/** A word that stands in this record alone; `n` marks an internal note. */
export const token = (id: number, field: number | "n") => `zq${id}${field === "n" ? "n" : `x${field}`}z`;
const tokens = /zq(\d{6})(n|x\d+)z/g;
/** Of every planted record that a text shows: its number, and whether it is the internal note. */
export function tokensIn(text: string): { id: number; isNote: boolean }[] {
  return [...new Set(text.match(tokens) ?? [])].map((found) => ({ id: Number(found.slice(2, 8)), isNote: found[8] === "n" }));
}
/** In every name, so that a search for it means every record. */
export const bait = "secreto";
