import { page } from "@/app/frame";
import { RecordFiles } from "@/components/files/record-files";
import { ReceiptPage } from "@/components/receipts/receipt-page";
import { canMail } from "@/lib/mail/policy";
import { isMailable, mailAddress } from "@/lib/mail/rules";
import { payableInvoices } from "@/lib/receipts/choices";
import { canCollect, canVoidReceipt } from "@/lib/receipts/policy";
import { applicationsOf, findReceipt } from "@/lib/receipts/queries";
import { isPosted } from "@/lib/receipts/rules";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";
import { apply, takeBack } from "../actions";

export default page("/receipts/[id]", (scope, { params, query }) => {
  const receipt = findReceipt(scope, params.id!);
  if (!receipt) return missing;
  const canApply = isPosted(receipt) && receipt.balanceMinor > 0 && canCollect(scope.viewer, receipt);
  return (
    <ReceiptPage
      receipt={receipt}
      applications={applicationsOf(scope, receipt.id)}
      payable={canApply ? payableInvoices(scope, receipt.accountId, receipt.currency) : []}
      apply={canApply ? apply : undefined}
      takeBack={isPosted(receipt) && canVoidReceipt(scope.viewer, receipt) ? takeBack : undefined}
      mailHref={isMailable("receipt", receipt) && canMail(scope.viewer, { kind: "receipt", record: receipt }) ? mailAddress("receipt", receipt.id) : undefined}
      files={<RecordFiles {...recordFiles(scope, { kind: "receipt", id: receipt.id }, query)} remove={remove} restore={restore} />}
    />
  );
});
