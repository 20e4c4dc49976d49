import type { DocumentStatus, Module } from "@/db/vocabulary";

export const salesKinds = ["quote", "order", "invoice"] as const;
export type SalesKind = (typeof salesKinds)[number];

type Transition = { from: readonly DocumentStatus[]; to: DocumentStatus };

export type Kind = {
  path: string;
  module: Module;
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
  statuses: readonly DocumentStatus[];
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
    statuses: ["draft", "sent", "accepted", "rejected", "voided"],
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
    statuses: ["draft", "confirmed", "voided"],
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
    statuses: ["draft", "issued", "voided"],
  },
};

export function isSalesKind(kind: string): kind is SalesKind {
  return (salesKinds as readonly string[]).includes(kind);
}
