import { z } from "zod";
import { type SwitchableModule, switchableModules } from "@/db/vocabulary";
import { checkbox } from "@/lib/core/fields";

const shape = Object.fromEntries(switchableModules.map((module) => [module, checkbox()])) as Record<SwitchableModule, ReturnType<typeof checkbox>>;

/** One tick for each module: whether it is on. */
export const modulesForm = z.object(shape);

export function ticksOf(off: readonly SwitchableModule[]): Record<SwitchableModule, boolean> {
  return Object.fromEntries(switchableModules.map((module) => [module, !off.includes(module)])) as Record<SwitchableModule, boolean>;
}
