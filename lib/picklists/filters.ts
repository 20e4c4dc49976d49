import { z } from "zod";
import { type PickList, pickLists } from "@/db/vocabulary";

/** Which list the page shows, and which of its options is being changed. */
export const listView = z.object({
  lista: z.enum(pickLists).catch("industry"),
  editar: z.coerce.number().int().catch(0),
});

/** The lists by the module whose forms offer them. */
export const listsByModule: [module: "accounts" | "contacts" | "prospects", lists: PickList[]][] = [
  ["accounts", ["industry", "account_category", "interest_level"]],
  ["contacts", ["relation_role"]],
  ["prospects", ["contact_channel", "lost_reason"]],
];

export function listAddress(list: PickList): string {
  return `/settings/lists?lista=${list}`;
}
