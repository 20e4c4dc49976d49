import type { Transaction } from "@/db/open";
import {
  accountAddresses,
  accountBalances,
  accountTags,
  allocations,
  contactPoints,
  contactTags,
  documentLineTaxes,
  documentLinks,
  documentPdfs,
  documentTaxes,
  salesLedger,
  tags,
  webFormEntries,
  webForms,
} from "@/db/schema";
import { globals, idOf, type Kind, setNames, sets, token } from "./facts";
import { plantMails } from "./mailed";

const mailbox = (id: number, field: number) => `${token(id, field)}@ejemplo.test`;

/** What hangs on the records of each set, keyed by them; written before anything freezes. */
export function plantParts(tx: Transaction) {
  plantMails(tx);
  tx.insert(tags).values({ id: 1, name: "VIP", nameKey: "vip" }).run();
  plantWebForm(tx);
  for (const set of setNames) {
    const at = (kind: Kind) => idOf({ set, kind });
    const line = (kind: Kind) => ({ lineId: at(kind) });
    const tax = { position: 1, code: "IVA", name: token(at("order"), 300), rate: "16", treatment: "taxed", amountMinor: 0 };
    tx.insert(accountTags)
      .values({ accountId: at("account"), tagId: 1 })
      .run();
    tx.insert(contactTags)
      .values({ contactId: at("contact"), tagId: 1 })
      .run();
    const place = (field: number) => token(at("account"), field);
    tx.insert(accountAddresses)
      .values({
        ...{ accountId: at("account"), use: "delivery", address: place(320), addressReference: place(321), city: place(322) },
        ...{ region: place(323), postalCode: place(324), country: "MX" },
      })
      .run();
    tx.insert(contactPoints)
      .values([
        { accountId: at("account"), kind: "email", value: mailbox(at("account"), 310), valueKey: mailbox(at("account"), 311) },
        { contactId: at("contact"), kind: "email", value: mailbox(at("contact"), 310), valueKey: mailbox(at("contact"), 311) },
      ])
      .run();
    tx.insert(accountBalances)
      .values({ accountId: at("account"), currency: "MXN", invoicedMinor: 100_000, balanceMinor: 100_000, lastPurchaseOn: "2026-01-01" })
      .run();
    tx.insert(documentLineTaxes)
      .values({ ...line("order"), ...tax, kind: "percent" })
      .run();
    tx.insert(documentTaxes)
      .values({ documentId: at("order"), ...tax, baseMinor: 0 })
      .run();
    tx.insert(documentLinks)
      .values({ fromLineId: at("quote"), toLineId: at("invoice"), quantity: "1" })
      .run();
    tx.insert(documentPdfs)
      .values({ documentId: at("sentQuote"), contentSha256: "x", fileId: at("file"), createdAt: 0 })
      .run();
    if ("isTrashed" in sets[set]) continue;
    tx.insert(allocations)
      .values({ fromDocumentId: at("receipt"), toDocumentId: at("issuedInvoice"), amountMinor: 1, allocatedOn: "2026-01-01", createdAt: 0 })
      .run();
    const sums = { grossMinor: 0, discountMinor: 0, netMinor: 0, taxMinor: 0, totalMinor: 0 };
    const customer = { customerName: token(at("issuedInvoice"), 302), customerTaxId: token(at("issuedInvoice"), 303) };
    const entry = {
      documentId: at("issuedInvoice"),
      kind: "invoice",
      fiscalType: "",
      label: token(at("issuedInvoice"), 301),
      issuedOn: "2026-01-01",
      status: "valid",
      sign: 1,
    } as const;
    tx.insert(salesLedger)
      .values({ ...entry, ...sums, ...customer, period: "2026-01", currency: "MXN", taxes: [], createdAt: 0 })
      .run();
  }
}

/** One form, and what a stranger sent by it. */
function plantWebForm(tx: Transaction) {
  const fields = { company: "optional", phone: "optional", email: "optional", region: "hidden", subject: "hidden", message: "optional" } as const;
  const said = { name: token(globals.entry, 1), email: mailbox(globals.entry, 2), message: token(globals.entry, 3) };
  tx.insert(webForms)
    .values({ id: 1, name: "Contacto", address: "contacto", title: "Contacto", fields, ownerIds: [1], sites: [], createdAt: 0, updatedAt: 0 })
    .run();
  tx.insert(webFormEntries)
    .values({ id: globals.entry, formId: 1, reasons: ["links"], said, came: { referrer: token(globals.entry, 4) }, receivedAt: 0 })
    .run();
}
