import type { Module, Preset, ReachName, Verb } from "@/db/vocabulary";
import type { Grant } from "./rules";

export type ProfileSeed = { name: string; hiddenFields: ("cost" | "internalNote")[]; grants: Grant[] };

/** The role tree every company starts with, each under the one before. */
export const startingRoles = ["Dirección", "Gerencia", "Ejecutivo"] as const;

/** The four profiles a small team needs, with the reach that the sharing preset asks for. */
export function profilesFor(preset: Preset): ProfileSeed[] {
  const seeing = { own: "own", group: "group", all: "all" } as const;
  return [
    { name: "Gerencia", hiddenFields: [], grants: manager(preset === "all" ? "all" : "subordinates") },
    { name: "Ejecutivo", hiddenFields: ["cost"], grants: executive(seeing[preset]) },
    { name: "Facturación y cobranza", hiddenFields: ["cost"], grants: billing() },
    { name: "Solo lectura", hiddenFields: ["cost", "internalNote"], grants: on(business, ["view"], "all") },
  ];
}

const book: Module[] = ["prospects", "activities", "accounts", "contacts"];
const offers: Module[] = ["quotes", "orders"];
const money: Module[] = ["invoices", "receipts"];
const business: Module[] = [...book, "catalog", ...offers, ...money];

function manager(reach: ReachName): Grant[] {
  const working: Verb[] = ["view", "create", "edit", "delete", "assign", "export", "send", "issue", "void"];
  return [
    ...on([...book, ...offers], working, reach),
    ...on(money, ["view", "create", "edit", "delete", "send", "issue", "void", "collect", "export"], reach),
    ...on(["catalog"], ["view", "create", "edit", "delete"], "all"),
    ...on(["imports"], ["view", "create", "edit", "import"], "own"),
    ...on(["users", "settings"], ["view"], "all"),
  ];
}

/** Sees as far as the preset says; changes only what is theirs. */
function executive(reach: ReachName): Grant[] {
  const changing = reach === "all" ? "own" : reach;
  return [
    ...on([...book, ...offers], ["view"], reach),
    ...on([...book, ...offers], ["create", "edit", "send", "issue"], changing),
    ...on(["prospects", "activities", "quotes"], ["delete", "void"], "own"),
    ...on(money, ["view"], reach),
    ...on(["invoices"], ["create", "edit", "delete"], changing),
    ...on(["catalog"], ["view"], "all"),
    ...on(["imports"], ["view", "create", "edit", "import"], "own"),
  ];
}

function billing(): Grant[] {
  return [
    ...on(book, ["view", "create", "edit"], "all"),
    ...on(["catalog"], ["view", "create", "edit"], "all"),
    ...on(offers, ["view", "create", "edit", "send", "issue", "void"], "all"),
    ...on(money, ["view", "create", "edit", "delete", "send", "issue", "void", "collect", "export"], "all"),
    ...on(["imports"], ["view", "create", "edit", "import"], "own"),
  ];
}

function on(where: readonly Module[], what: readonly Verb[], reach: ReachName): Grant[] {
  return where.flatMap((module) => what.map((verb) => ({ module, verb, reach })));
}
