import { page } from "@/app/frame";
import { TaxList } from "@/components/settings/tax-list";
import { canConfigure } from "@/lib/settings/policy";
import { findTax, listTaxes } from "@/lib/settings/queries";
import { offer, save } from "./actions";

export default page("/settings/taxes", (scope, { query }) => {
  const actions = canConfigure(scope.viewer) ? { save, offer } : undefined;
  return <TaxList taxes={listTaxes(scope)} actions={actions} editing={findTax(scope, Number(query.editar))} />;
});
