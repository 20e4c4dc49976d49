import { z } from "zod";
import { checkbox, email, id, optionalDate } from "@/lib/core/fields";
import { portalKinds } from "./rules";

const kinds = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(portalKinds)).transform((chosen) => portalKinds.filter((kind) => chosen.includes(kind))),
);

const relation = z
  .object({ id: id(), hasPortal: checkbox(), startsOn: optionalDate(), endsOn: optionalDate(), kinds })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ["endsOn"],
    params: { code: "end_before_start" },
  })
  .refine((row) => !row.hasPortal || row.kinds.length > 0, { path: ["kinds"], params: { code: "portal.no_kinds" } });

export const portalAccessForm = z.object({ id: id(), email: email(), relations: z.array(relation).max(200).default([]) });
export const portalRef = z.object({ id: id() });
export type PortalAccessInput = z.output<typeof portalAccessForm>;
