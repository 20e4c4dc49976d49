import { page } from "@/app/frame";
import { WebFormPage } from "@/components/web-forms/web-form-page";
import { missing } from "@/lib/web/page";
import { publicAddress } from "@/lib/web/web-form/address";
import { webFormChoices } from "@/lib/web-forms/choices";
import { findWebForm } from "@/lib/web-forms/queries";
import { edit } from "../actions";

export default page("/settings/web-forms/[id]", (scope, { params }) => {
  const form = findWebForm(scope, params.id!);
  return form ? <WebFormPage action={edit} choices={webFormChoices(scope, form)} form={form} href={publicAddress(form.address)} /> : missing;
});
