import { z } from "zod";
import { locales } from "@/db/vocabulary";
import { checkbox, email, id, requiredText } from "@/lib/core/fields";

/** One box ticked comes as text, several as a list, none not at all. */
const ids = () => z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(id()).max(200));

const shape = {
  name: requiredText(120),
  email: email(),
  roleId: id(),
  profileIds: ids(),
  groupIds: ids(),
  isAdmin: checkbox(),
  locale: z.enum(locales),
};

const userFields = z.object(shape);
export type UserInput = z.output<typeof userFields>;
export const userForm = userFields.extend({ sendsInvitation: checkbox() });
export const userEditForm = userFields.extend({ id: id() });
export const userRef = z.object({ id: id() });

export const groupForm = z.object({ name: requiredText(80), memberIds: ids() });
export const groupEditForm = groupForm.extend({ id: id() });
export type GroupInput = z.output<typeof groupForm>;
