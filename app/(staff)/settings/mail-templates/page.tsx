import { page } from "@/app/frame";
import { TemplatePage } from "@/components/mail/template-page";
import { mailKindsFor } from "@/lib/mail/policy";
import { findMailTemplate, listMailTemplates } from "@/lib/mail/queries";
import { offer, save } from "./actions";

export default page("/settings/mail-templates", (scope, { query }) => (
  <TemplatePage
    kinds={mailKindsFor(scope.viewer)}
    templates={listMailTemplates(scope)}
    editing={findMailTemplate(scope, String(query.edit ?? "") || null)}
    save={save}
    offer={offer}
  />
));
