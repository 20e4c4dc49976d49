import { page } from "@/app/frame";
import { MailServerPage } from "@/components/mail/mail-server-page";
import { canSetMailServer } from "@/lib/mail/policy";
import { findMailServer } from "@/lib/mail/queries";
import { findCompany } from "@/lib/settings/queries";
import { ownAddress } from "@/lib/web/mail-subject";
import { refused } from "@/lib/web/page";
import { save, test } from "./actions";

export default page("/settings/mail", (scope) => {
  if (!canSetMailServer(scope.viewer)) return refused;
  const { name } = findCompany(scope);
  return <MailServerPage server={findMailServer(scope)} companyName={name} ownAddress={ownAddress(scope)} save={save} test={test} />;
});
