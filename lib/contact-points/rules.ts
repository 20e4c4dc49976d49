import type { ContactPointKind, ContactPointUse } from "@/db/vocabulary";
import type { PointInput, Reach } from "./forms";

/** What each kind is used for, in the order in which it is offered. */
export const usesOf = {
  phone: ["mobile", "work", "home", "fax", "other"],
  email: ["work", "personal", "billing", "other"],
} as const satisfies Record<ContactPointKind, ContactPointUse[]>;

/** Chats reach telephones that people carry. */
export function takesChats(use: ContactPointUse | null): boolean {
  return use !== "fax" && use !== "home";
}

/** Who is marked as the main one changes places with the one that was; of whoever has none, the first takes the place. */
export function settled<R extends Reach>(reach: R, points: readonly PointInput[]): { reach: R; others: PointInput[] } {
  const phone = main("phone", { value: reach.phone, use: reach.phoneUse }, points);
  const email = main("email", { value: reach.email, use: reach.emailUse }, points);
  return {
    reach: { ...reach, phone: phone.value, phoneUse: phone.use, email: email.value, emailUse: email.use },
    others: points.flatMap((point) => replaced(point, point.kind === "phone" ? phone.place : email.place)),
  };
}

type Place = { kind: ContactPointKind; from: PointInput; before: string | null; beforeUse: ContactPointUse | null };

function main(kind: ContactPointKind, { value, use }: { value: string | null; use: ContactPointUse | null }, points: readonly PointInput[]) {
  const own = points.filter((point) => point.kind === kind);
  const chosen = own.find(({ isMain }) => isMain) ?? (value === null ? own[0] : undefined);
  const place: Place | undefined = chosen && { kind, from: chosen, before: value, beforeUse: use };
  return { value: chosen ? chosen.value : value, use: chosen ? chosen.use : value === null ? null : use, place };
}

function replaced(point: PointInput, place: Place | undefined): PointInput[] {
  if (place?.from !== point) return [{ ...point, isMain: false }];
  return place.before === null ? [] : [{ kind: place.kind, use: place.beforeUse, value: place.before, isMain: false }];
}
