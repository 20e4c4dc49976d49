import { page } from "@/app/frame";
import { RequiredPage } from "@/components/settings/required-page";
import { modulesShown } from "@/lib/required/policy";
import { findCompany } from "@/lib/settings/queries";
import { change } from "./actions";

export default page("/settings/required", (scope) => {
  const { requiredFields, version } = findCompany(scope);
  return <RequiredPage action={change} modules={modulesShown(scope.viewer)} rules={requiredFields} version={version} />;
});
