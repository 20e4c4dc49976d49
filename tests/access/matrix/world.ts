import { applyMigrations } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { write } from "@/db/write";
import { packs } from "@/lib/i18n/packs";
import { setUpCompany } from "@/lib/settings/commands";
import { plantTeam } from "./people";
import { plantRecords } from "./records";

export const now = Date.UTC(2026, 7, 22, 18, 0);
const today = "2026-08-22";

/** The matrix's company in memory. */
export function matrixWorld() {
  const handle = openDatabase(":memory:");
  applyMigrations(handle);
  const db = connect(handle);
  const ids = write(db, (tx) => {
    const company = { name: "Ferretería El Sauce", pack: packs.MX, zone: "America/Monterrey", preset: "own", now, today } as const;
    setUpCompany(tx, company, { name: "Marta Ríos", email: "marta@ejemplo.test", passwordHash: "x" });
    const team = plantTeam(tx, "x");
    plantRecords(tx, team, today);
    return team;
  });
  return { db, ids };
}
