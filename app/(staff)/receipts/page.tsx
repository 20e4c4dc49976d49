import { page } from "@/app/frame";
import { ReceiptList } from "@/components/receipts/receipt-list";
import { findAccount } from "@/lib/accounts/queries";
import { keysOf } from "@/lib/lists/columns";
import { askedOf, listFrame } from "@/lib/lists/queries";
import { receiptColumns } from "@/lib/receipts/columns";
import { receiptFilters } from "@/lib/receipts/filters";
import { canCollect } from "@/lib/receipts/policy";
import { listReceipts, sumReceipts } from "@/lib/receipts/queries";
import { filterOwners } from "@/lib/settings/queries";

export default page("/receipts", (scope, { query }) => {
  const filters = receiptFilters.parse(askedOf(scope, "receipts", query));
  const { shown, tools } = listFrame(scope, "receipts", filters, receiptColumns);
  const found = { page: listReceipts(scope, filters, { keys: keysOf(shown) }), sums: sumReceipts(scope, filters) };
  const company = filters.account === undefined ? undefined : findAccount(scope, filters.account)?.name;
  return (
    <ReceiptList
      {...found}
      {...{ filters, tools, columns: shown, company, picking: query.pick === "1" && tools.mayChange }}
      owners={filterOwners(scope)}
      mayCreate={canCollect(scope.viewer)}
    />
  );
});
