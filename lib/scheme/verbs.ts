import type { Module, Verb } from "@/db/vocabulary";

const onRecords = ["view", "create", "edit", "delete", "assign", "export"] as const;
const onPapers = ["view", "create", "edit", "delete", "send", "issue", "void", "assign", "export"] as const;

/** What there is to allow in each module: the other verbs mean nothing there. */
export const verbsOf: Record<Module, readonly Verb[]> = {
  prospects: [...onRecords, "send"],
  activities: onRecords,
  accounts: [...onRecords, "send"],
  contacts: [...onRecords, "send"],
  catalog: onRecords.filter((verb) => verb !== "assign"),
  quotes: onPapers,
  orders: onPapers,
  invoices: onPapers,
  receipts: ["view", "edit", "collect", "send", "void", "assign", "export"],
  imports: ["view", "create", "edit", "import"],
  users: ["view", "create", "edit", "configure"],
  settings: ["view", "configure"],
};
