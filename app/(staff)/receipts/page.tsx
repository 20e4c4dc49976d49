import { page } from "@/app/frame";
import { ReceiptList } from "@/components/receipts/receipt-list";
import { receiptFilters } from "@/lib/receipts/filters";
import { canCollect } from "@/lib/receipts/policy";
import { listReceipts, sumReceipts } from "@/lib/receipts/queries";

export default page("/receipts", (scope, { query }) => {
  const filters = receiptFilters.parse(query);
  return <ReceiptList page={listReceipts(scope, filters)} filters={filters} sums={sumReceipts(scope, filters)} mayCreate={canCollect(scope.viewer)} />;
});
