import { page } from "@/app/frame";
import { MailServerPage } from "@/components/mail/mail-server-page";
import { findMailServer } from "@/lib/mail/queries";
import { findCompany } from "@/lib/settings/queries";
import { ownAddress } from "@/lib/web/mail-subject";
import { save, test } from "./actions";

export default page("/settings/mail", (scope) => (
  <MailServerPage server={findMailServer(scope)} companyName={findCompany(scope).name} ownAddress={ownAddress(scope)} save={save} test={test} />
));
