import type { DocumentStatus, ListName, Module } from "@/db/vocabulary";
import type { Chip } from "./filters";

export const salesKinds = ["quote", "order", "invoice"] as const;
export type SalesKind = (typeof salesKinds)[number];

type Transition = { from: readonly DocumentStatus[]; to: DocumentStatus };

export type Kind = {
  path: string;
  module: Module & ListName;
  /** Quotes and orders take a number when first saved, and gaps do no harm; an invoice when issued, without gaps. */
  numberedAt: "first_save" | "issue";
  /** The state from which what is printed no longer changes; an order never freezes. */
  frozenFrom: DocumentStatus | null;
  editableIn: readonly DocumentStatus[];
  transitions: Readonly<Record<string, Transition>>;
  becomes: readonly SalesKind[];
  convertibleIn: readonly DocumentStatus[];
  /** What it is taken for once something came of it. */
  settlesIn: DocumentStatus | null;
  /** The date a person promises besides the document's own. */
  deadline: "validUntil" | "dueOn" | null;
  /** Goes into the sales ledger and leaves something to collect. */
  isFiscal: boolean;
  chips: readonly Chip[];
  /** Chips that show how many and how much: what asks for attention. */
  countedChips: readonly Chip[];
};

/** What tells the kinds apart. Inside `lib/documents` nothing else does. */
export const kinds: Record<SalesKind, Kind> = {
  quote: {
    path: "/quotes",
    module: "quotes",
    numberedAt: "first_save",
    frozenFrom: "sent",
    editableIn: ["draft"],
    transitions: {
      send: { from: ["draft"], to: "sent" },
      accept: { from: ["sent"], to: "accepted" },
      reject: { from: ["sent", "accepted"], to: "rejected" },
      revise: { from: ["sent", "accepted", "rejected"], to: "draft" },
      void: { from: ["draft", "sent", "accepted", "rejected"], to: "voided" },
    },
    becomes: ["order", "invoice"],
    convertibleIn: ["sent", "accepted"],
    settlesIn: "accepted",
    deadline: "validUntil",
    isFiscal: false,
    chips: ["draft", "sent", "expired", "accepted", "rejected", "voided"],
    countedChips: ["draft", "sent", "expired"],
  },
  order: {
    path: "/orders",
    module: "orders",
    numberedAt: "first_save",
    frozenFrom: null,
    editableIn: ["draft", "confirmed"],
    transitions: {
      confirm: { from: ["draft"], to: "confirmed" },
      void: { from: ["draft", "confirmed"], to: "voided" },
    },
    becomes: ["invoice"],
    convertibleIn: ["confirmed"],
    settlesIn: null,
    deadline: null,
    isFiscal: false,
    chips: ["draft", "confirmed", "voided"],
    countedChips: ["draft", "confirmed"],
  },
  invoice: {
    path: "/invoices",
    module: "invoices",
    numberedAt: "issue",
    frozenFrom: "issued",
    editableIn: ["draft"],
    transitions: {
      issue: { from: ["draft"], to: "issued" },
      void: { from: ["issued"], to: "voided" },
      discard: { from: ["draft"], to: "voided" },
    },
    becomes: [],
    convertibleIn: [],
    settlesIn: null,
    deadline: "dueOn",
    isFiscal: true,
    chips: ["draft", "to_collect", "overdue", "paid", "voided"],
    countedChips: ["draft", "to_collect", "overdue"],
  },
};

export function isSalesKind(kind: string): kind is SalesKind {
  return (salesKinds as readonly string[]).includes(kind);
}
