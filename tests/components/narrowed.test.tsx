import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DocumentList } from "@/components/documents/document-list";
import { ProspectFilterForm } from "@/components/prospects/prospect-filter-form";
import { ReceiptList } from "@/components/receipts/receipt-list";
import { scopeFor } from "@/lib/access/scope";
import { listPage } from "@/lib/documents/pages";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { listFrame } from "@/lib/lists/queries";
import { prospectFilterChoices } from "@/lib/prospects/choices";
import { prospectFilters } from "@/lib/prospects/filters";
import { receiptColumns } from "@/lib/receipts/columns";
import { receiptFilters } from "@/lib/receipts/filters";
import { listReceipts, sumReceipts } from "@/lib/receipts/queries";
import { world } from "../support/world";

const { db, ids, viewer } = world();
const scope = scopeFor(viewer("marta"), db);
const told = (path: string) => new RegExp(`De la cuenta Acme <a href="${path}\\?sort=-date">`);

test("papers of one account say so, and lead to those of all", () => {
  const account = String(ids.acme);
  for (const [kind, path] of [
    ["quote", "/quotes"],
    ["order", "/orders"],
    ["invoice", "/invoices"],
  ] as const) {
    const drawn = (query: Record<string, string>) => renderToStaticMarkup(<DocumentList {...listPage(scope, kind, query)} mayCreate={false} />);
    expect(drawn({ account })).toMatch(told(path));
    expect(drawn({ account: String(ids.acme + 900) })).not.toContain("De la cuenta");
    expect(drawn({ q: "x" })).not.toContain("De la cuenta");
  }
  const filters = receiptFilters.parse({ account });
  const { shown, tools } = listFrame(scope, "receipts", filters, receiptColumns);
  const found = { page: listReceipts(scope, filters), sums: sumReceipts(scope, filters), owners: [], columns: shown, company: "Acme", picking: false };
  expect(renderToStaticMarkup(<ReceiptList {...found} {...{ filters, tools }} mayCreate={false} />)).toMatch(told("/receipts"));
});

test("the state of a prospect is called as the company calls it there", () => {
  const filters = prospectFilters.parse({});
  const choices = prospectFilterChoices(scope, filters, true);
  const words = { "prospects.fields.division": "Plaza" };
  const html = runWith({ locale: "es", pack: packs.MX, zone: "UTC", currency: "MXN", words }, () =>
    renderToStaticMarkup(<ProspectFilterForm {...{ filters, choices, more: null }} />),
  );
  expect(html).toContain('placeholder="Plaza"');
});
