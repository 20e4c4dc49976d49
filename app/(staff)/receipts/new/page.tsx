import { page } from "@/app/frame";
import { PayerChoice } from "@/components/receipts/payer-choice";
import { ReceiptEditor } from "@/components/receipts/receipt-form";
import { debtors } from "@/lib/receipts/choices";
import { newReceiptFilters } from "@/lib/receipts/filters";
import { startReceipt } from "@/lib/receipts/start";
import { missing } from "@/lib/web/page";
import { collect } from "../actions";

export default page("/receipts/new", (scope, { query }) => {
  const filters = newReceiptFilters.parse(query);
  if (filters.account === undefined && filters.invoice === undefined) return <PayerChoice q={filters.q} debtors={debtors(scope, filters.q)} />;
  const start = startReceipt(scope, filters);
  return start ? <ReceiptEditor action={collect} today={scope.viewer.today} {...start} /> : missing;
});
