import { type Module, type SwitchableModule, switchableModules } from "@/db/vocabulary";
import { needs } from "@/lib/modules/rules";

/** A module and those that need it: what is off when one is. */
export function withDependents(module: SwitchableModule): Module[] {
  return switchableModules.filter((one) => one === module || needs[one] === module);
}
