import { connect, type Handle } from "@/db/open";
import { goods } from "@/db/seeds/bench";
import { write } from "@/db/write";
import { dayOf } from "@/lib/core/dates";
import { sortKey } from "@/lib/core/text";
import { packs } from "@/lib/i18n/packs";
import { setUpCompany } from "@/lib/settings/commands";
import { accountMaker } from "./accounts";
import { inserter } from "./inserter";
import { invoiceMaker, settleInvoices } from "./invoices";
import { withoutTriggers } from "./kept";
import { addPeople } from "./people";

const representatives = 40;
const rowsAtOnce = 5000;

/** The moment everything is measured from; fixed, so that two seeds are the same file. */
export const seededAt = Date.UTC(2026, 0, 15, 16);

/** A company of `accounts` customers with contacts, activities and issued invoices, the same at every run. Its database must be empty. */
export function seedBench(handle: Handle, { accounts, passwordHash }: { accounts: number; passwordHash: string }) {
  const zone = packs.MX.zone;
  const company = { name: "Materiales del Bajío", pack: packs.MX, zone, preset: "own", now: seededAt, today: dayOf(seededAt, zone) } as const;
  write(connect(handle), (tx): void => {
    setUpCompany(tx, company, { name: "Marta Ríos", email: "marta@ejemplo.test", passwordHash });
  });

  withoutTriggers(handle, () => {
    const people = handle.transaction(() => {
      addGoods(handle);
      return addPeople(handle, { count: representatives, passwordHash, now: seededAt });
    })();
    const addAccount = accountMaker(handle, { accounts, people, now: seededAt });
    const addInvoices = invoiceMaker(handle, { now: seededAt, zone });
    for (let from = 0; from < accounts; from += rowsAtOnce) {
      handle.transaction(() => {
        for (let place = from; place < Math.min(from + rowsAtOnce, accounts); place += 1) addInvoices(addAccount(place));
      })();
    }
    handle.transaction(() => settleInvoices(handle))();
  });
}

function addGoods(handle: Handle) {
  const add = inserter(handle, "catalog_items", ["code", "name", "name_key", "unit", "unit_price", "created_at", "updated_at"]);
  const bear = inserter(handle, "catalog_item_taxes", ["item_id", "tax_id"]);
  const tax = handle.prepare("select id from taxes where code = 'IVA16'").pluck().get() as number;
  for (const { code, name, unit, price } of goods) {
    const id = add({ code, name, name_key: sortKey(name), unit, unit_price: String(price), created_at: seededAt, updated_at: seededAt });
    bear({ item_id: id, tax_id: tax });
  }
}
