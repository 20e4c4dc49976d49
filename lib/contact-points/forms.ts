import { z } from "zod";
import { type ContactPointKind, type ContactPointUse, contactPointUses } from "@/db/vocabulary";
import { checkbox } from "@/lib/core/fields";
import { usesOf } from "./rules";

const use = z
  .enum(["", ...contactPointUses])
  .nullish()
  .transform((chosen) => chosen || null);

const whats = (["phone", "email"] as const).flatMap((kind) => usesOf[kind].map((one) => `${kind}.${one}` as const));

const point = z
  .object({ what: z.enum(whats), value: z.string().trim().max(254), isMain: checkbox() })
  .superRefine(({ what, value }, context) => {
    if (what.startsWith("email.") && !z.email().safeParse(value).success)
      context.addIssue({ code: "custom", params: { code: "invalid_email" }, path: ["value"] });
    if (what.startsWith("phone.") && value.length > 40) context.addIssue({ code: "too_big", origin: "string", maximum: 40, input: value, path: ["value"] });
  })
  .transform(({ what, value, isMain }) => {
    const [kind, purpose] = what.split(".") as [ContactPointKind, ContactPointUse];
    return { kind, use: purpose as ContactPointUse | null, value, isMain };
  });

/** The ways to reach somebody besides the main phone and the main mailbox. Blank rows are left out where they stand, so that errors keep their row.
 *  `setsPoints` says that the form showed them: without it those there are stay. */
export const pointFields = {
  phoneUse: use,
  emailUse: use,
  setsPoints: checkbox(),
  points: z
    .preprocess((value) => [...((value as unknown[] | undefined) ?? [])].map(blankToNull), z.array(point.nullable()).max(20))
    .transform((points) => points.filter((one) => one !== null)),
};

export type PointInput = z.output<typeof point>;
export type Reach = { phone: string | null; email: string | null; phoneUse: ContactPointUse | null; emailUse: ContactPointUse | null };
export type PointsInput = { setsPoints: boolean; points: PointInput[] };

function blankToNull(row: unknown) {
  const { value } = (row ?? {}) as { value?: unknown };
  return typeof value !== "string" || value.trim() === "" ? null : row;
}
