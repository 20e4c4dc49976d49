import { z } from "zod";
import { audiences, listNames } from "@/db/vocabulary";
import { checkbox, id, optionalId, requiredText } from "@/lib/core/fields";

const list = z.enum(listNames);
const address = z.string().max(2000).default("");
/** One ticked box comes alone, several as a list, none not at all. */
const keys = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().regex(/^[a-z_]{1,40}$/)).max(60));

export const columnsForm = z.object({ list, address, columns: keys, usual: checkbox() });
export type ColumnsInput = z.output<typeof columnsForm>;

const look = { name: requiredText(60), audience: z.enum(audiences), groupId: optionalId() };
export const viewForm = z.object({ list, address, ...look });
export type ViewInput = z.output<typeof viewForm>;
/** `address` is the list as it stands, kept in place of the view's own when `fromList` is ticked. */
export const viewEditForm = z.object({ id: id(), address, fromList: checkbox(), ...look });
export type ViewEdit = z.output<typeof viewEditForm>;
export const viewRef = z.object({ id: id() });

export const defaultForm = z.object({ list, roleId: id(), viewId: optionalId() });
export type DefaultInput = z.output<typeof defaultForm>;
