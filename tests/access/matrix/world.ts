import { applyMigrations } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { contacts, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { recordEvent } from "@/lib/events/record";
import { packs } from "@/lib/i18n/packs";
import { setUpCompany } from "@/lib/settings/commands";
import { globals, idOf } from "./facts";
import { personPlace, plantTeam } from "./people";
import { plantRecords } from "./records";

export const now = Date.UTC(2026, 7, 22, 18, 0);
const today = "2026-08-22";

export type MatrixWorld = ReturnType<typeof matrixWorld>;

/** What stands beside the sets: a look at the log, a file of it that Marta had written, and a contact that is the group Norte's. */
export const asides = { look: 770_001, file: 770_002, contact: 770_003 } as const;

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
    tx.run("update users set is_active = 0 where email_key = 'omar@ejemplo.test'");
    // Of a colleague, with the number that a record has too: not the team's to read.
    for (const kind of ["account", "quote", "contact"] as const) {
      const change = { kind: "user", id: idOf({ set: "own", kind }), before: null, after: null };
      recordEvent(tx, { viewer: { kind: "system", locale: "es", zone: "UTC", today }, name: "user.edited", change, at: now });
    }
    tx.run("update portal_users set password_hash = 'x'");
    // The first and the last day are inside.
    tx.run(`update account_contacts set service_starts_on = '${today}', service_ends_on = '${today}' where id = ${personPlace("cara") + 1}`);
    tx.run(`insert into catalog_item_taxes (item_id, tax_id) select ${globals.item}, min(id) from taxes`);
    const answered =
      "select id, actor, 'account.edited', '/', 0 from (select 'a' as id, 'staff:' || id as actor from users union all select 'a', 'customer:' || id from portal_users)";
    const job = { payload: {}, runAt: 0, createdAt: 0 };
    tx.insert(outbox)
      .values([
        { id: asides.look, kind: "events.verify", progress: {}, ...job },
        { id: asides.file, kind: "audit.write", ...job, payload: { userId: team.marta } },
        { kind: "events.verify", ...job },
        { kind: "audit.write", ...job, payload: { userId: team.ana } },
        { kind: "mails.send", progress: {}, ...job, payload: { userId: team.marta } },
      ])
      .run();
    tx.insert(contacts)
      .values({ id: asides.contact, givenName: "Grupo", familyName: "", nameKey: "grupo", ownerGroupId: team.Norte, createdAt: 0, updatedAt: 0 })
      .run();
    tx.run(`insert into submissions (id, actor, event, location, created_at) ${answered}`);
    return team;
  });
  return { db, ids };
}
