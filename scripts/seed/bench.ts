import { connect, type Handle, type Transaction } from "@/db/open";
import { goods } from "@/db/seeds/bench";
import { write } from "@/db/write";
import { dayOf } from "@/lib/core/dates";
import { sortKey } from "@/lib/core/text";
import { recordEvent } from "@/lib/events/record";
import { packs } from "@/lib/i18n/packs";
import { setUpCompany } from "@/lib/settings/commands";
import { settleStep } from "@/lib/setup/commands";
import { type SetupStep, setupSteps } from "@/lib/setup/rules";
import { accountsOf, accountWriter, relateContacts } from "./accounts";
import { activityWriter } from "./activities";
import { inserter } from "./inserter";
import { invoicesEach, invoiceWriter } from "./invoices";
import { fillBare } from "./kept";
import { addPeople, type Representative } from "./people";
import { settleInvoices } from "./settle";

const representatives = 40;
/** Prime, so that stepping by them comes by every account once: invoices do not stand in the order of accounts. */
const steps = [7919, 104_729, 611_953];

/** The moment everything is measured from; fixed, so that two seeds are the same file. */
export const seededAt = Date.UTC(2026, 0, 15, 16);

/** A company of `accounts` customers with contacts, activities and issued invoices, the same at every run. Its database must be empty. */
export function seedBench(handle: Handle, { accounts, passwordHash }: { accounts: number; passwordHash: string }) {
  const zone = packs.MX.zone;
  const company = { name: "Materiales del Bajío", pack: packs.MX, zone, preset: "own", now: seededAt, today: dayOf(seededAt, zone) } as const;
  write(connect(handle), (tx): void => {
    setUpCompany(tx, company, { name: "Marta Ríos", email: "marta@ejemplo.test", passwordHash });
    for (const step of setupSteps) tellSettled(tx, step);
  });
  fillBare(handle, () => {
    handle.transaction(() => {
      addGoods(handle);
      const people = addPeople(handle, { count: representatives, passwordHash, now: seededAt });
      addAccounts(handle, accounts, people);
    })();
  });
}

/** A company at work has been set up: its pages no longer ask how far it is. */
function tellSettled(tx: Transaction, step: SetupStep) {
  const viewer = { kind: "system", locale: "es", zone: "UTC", today: "" } as const;
  recordEvent(tx, { viewer, name: "company.step_settled", change: settleStep(step), at: seededAt, source: "seed" });
}

function addAccounts(handle: Handle, accounts: number, people: Representative[]) {
  const accountAt = accountsOf(accounts, people);
  const writers = [accountWriter, activityWriter].map((writer) => writer(handle, { now: seededAt }));
  for (let place = 0; place < accounts; place += 1) {
    const account = accountAt(place);
    for (const { add } of writers) add(account);
  }
  for (const { flush } of writers) flush();
  relateContacts(handle);

  const invoices = invoicesEach * accounts;
  const issued = invoiceWriter(handle, { now: seededAt });
  const step = steps.find((prime) => accounts % prime !== 0)!;
  for (let order = 0; order < invoices; order += 1) issued.add({ account: accountAt((order * step) % accounts), order, invoices });
  issued.flush();
  settleInvoices(handle);
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
