import { type Purpose, purposes, type SwitchableModule, switchableModules } from "@/db/vocabulary";

/** What is of no use without another: a prospect is followed up with activities, and a receipt pays invoices. */
export const needs: { readonly [M in SwitchableModule]?: SwitchableModule } = { prospects: "activities", receipts: "invoices" };

/** What each purpose switches on. */
export const modulesFor: Record<Purpose, readonly SwitchableModule[]> = {
  commercial: switchableModules,
  services: switchableModules.filter((module) => module !== "orders"),
  crm: ["prospects", "activities", "imports"],
};

/** As the page shows them. */
export const moduleGroups = [
  { name: "following", modules: ["prospects", "activities"] },
  { name: "selling", modules: ["catalog", "quotes", "orders"] },
  { name: "charging", modules: ["invoices", "receipts"] },
  { name: "loading", modules: ["imports"] },
] as const satisfies readonly { name: string; modules: readonly SwitchableModule[] }[];

/** Those that are not among these, in their order. */
export function othersThan(some: readonly SwitchableModule[]): SwitchableModule[] {
  return switchableModules.filter((module) => !some.includes(module));
}

/** The first that would be on without what it needs. */
export function missingIn(on: readonly SwitchableModule[]): { module: SwitchableModule; needed: SwitchableModule } | undefined {
  for (const module of on) {
    const needed = needs[module];
    if (needed && !on.includes(needed)) return { module, needed };
  }
  return undefined;
}

/** The purpose that switches on just these. */
export function purposeOf(on: readonly SwitchableModule[]): Purpose | undefined {
  return purposes.find((purpose) => switchableModules.every((module) => modulesFor[purpose].includes(module) === on.includes(module)));
}
