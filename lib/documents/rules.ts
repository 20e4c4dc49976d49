import type { DocumentStatus } from "@/db/vocabulary";
import { addDecimals, compareDecimals, subtractDecimals } from "@/lib/core/decimal";
import { kinds, type SalesKind } from "./kinds";
import { paymentState } from "./payment-state";

export type Link = { fromLineId: number; quantity: string };
export type Stated = {
  kind: string;
  status: DocumentStatus;
  isCurrent: boolean;
  validUntil: string | null;
  dueOn: string | null;
  totalMinor: number;
  balanceMinor: number;
};

/** What is left of each line once what came of it is taken away, never below nothing. */
export function pendingOf(lines: readonly { id: number; quantity: string }[], links: readonly Link[]): Map<number, string> {
  const done = doneOf(links);
  return new Map(lines.map(({ id, quantity }) => [id, atLeastZero(subtractDecimals(quantity, done.get(id) ?? "0"))]));
}

/** How much of each line went on already. */
export function doneOf(links: readonly Link[]): Map<number, string> {
  const done = new Map<number, string>();
  for (const { fromLineId, quantity } of links) done.set(fromLineId, addDecimals(done.get(fromLineId) ?? "0", quantity));
  return done;
}

export function allows(kind: SalesKind, verb: string, status: DocumentStatus): boolean {
  return kinds[kind].transitions[verb]?.from.includes(status) ?? false;
}

export function isEditable(kind: SalesKind, { status, isCurrent }: Pick<Stated, "status" | "isCurrent">): boolean {
  return isCurrent && kinds[kind].editableIn.includes(status);
}

export function isExpired({ validUntil }: { validUntil: string | null }, today: string): boolean {
  return validUntil !== null && validUntil < today;
}

export type Shape = "late" | "soon" | "none" | "wait" | "good" | "plan" | "draft" | "off";
/** A state as it is told: a key under `documents` and the shape that goes with it. */
export type Told = {
  word: `statuses.${SalesKind}.${DocumentStatus}` | `payment_statuses.${"unpaid" | "partially_paid" | "paid" | "overdue"}` | "quote_expired";
  shape: Shape;
};

/** The state a reader sees: of an invoice how its payment stands, of a quote whether it still holds. */
export function stateOf(kind: SalesKind, document: Stated, today: string): Told {
  const { isFiscal, deadline } = kinds[kind];
  const payment = isFiscal
    ? paymentState({ total: document.totalMinor, balance: document.balanceMinor, dueOn: document.dueOn, today, status: document.status })
    : "draft";
  if (payment !== "draft" && payment !== "voided") return { word: `payment_statuses.${payment}`, shape: paymentShapes[payment] };
  if (deadline === "validUntil" && document.status === "sent" && isExpired(document, today)) return { word: "quote_expired", shape: "late" };
  return { word: `statuses.${kind}.${document.status}`, shape: shapes[document.status] };
}

const paymentShapes = { unpaid: "none", partially_paid: "soon", paid: "good", overdue: "late" } as const;
const shapes: Record<DocumentStatus, Shape> = {
  draft: "draft",
  sent: "wait",
  accepted: "good",
  rejected: "off",
  confirmed: "good",
  on_hold: "soon",
  issued: "good",
  delivered: "good",
  posted: "good",
  closed: "good",
  voided: "off",
};

function atLeastZero(quantity: string): string {
  return compareDecimals(quantity, "0") < 0 ? "0" : quantity;
}
