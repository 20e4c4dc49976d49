import { page } from "@/app/frame";
import { WebFormList } from "@/components/web-forms/web-form-list";
import { publicAddress } from "@/lib/web/web-form/address";
import { countWaiting, listWebForms } from "@/lib/web-forms/queries";
import { retire } from "./actions";

export default page("/settings/web-forms", (scope) => (
  <WebFormList forms={listWebForms(scope).map((form) => ({ ...form, href: publicAddress(form.address) }))} waiting={countWaiting(scope)} retire={retire} />
));
