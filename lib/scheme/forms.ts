import { z } from "zod";
import { hideableFields, type Module, modules, presets, reaches, type Verb } from "@/db/vocabulary";
import { id, optionalId, requiredText } from "@/lib/core/fields";
import type { Grant } from "./rules";
import { verbsOf } from "./verbs";

export const roleForm = z.object({ name: requiredText(80), parentId: optionalId() });
export const roleEditForm = roleForm.extend({ id: id() });
export type RoleInput = z.output<typeof roleForm>;

const ticked = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(hideableFields)));
const reach = z.enum(["", ...reaches]).default("");

/** `grants.accounts.view` and its siblings: how far each verb goes, empty for not at all. */
const grants = z.object(Object.fromEntries(modules.map((module) => [module, z.object(reachOfEach(module)).prefault({})]))).prefault({});

export const profileForm = z.object({ name: requiredText(80), hiddenFields: ticked, grants: grants.transform(listed) });
export const profileEditForm = profileForm.extend({ id: id() });
export type ProfileInput = z.output<typeof profileForm>;

export const schemeRef = z.object({ id: id() });
export const presetForm = z.object({ preset: z.enum(presets) });

function reachOfEach(module: Module) {
  return Object.fromEntries(verbsOf[module].map((verb) => [verb, reach]));
}

function listed(typed: Record<string, Record<string, z.output<typeof reach>>>): Grant[] {
  return Object.entries(typed).flatMap(([module, ofModule]) =>
    Object.entries(ofModule).flatMap(([verb, far]) => (far === "" ? [] : [{ module: module as Module, verb: verb as Verb, reach: far }])),
  );
}
