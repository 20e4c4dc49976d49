import { page } from "@/app/frame";
import { LeaveExample } from "@/components/settings/leave-example";
import { findCompany } from "@/lib/settings/queries";
import { leave } from "./actions";

export default page("/settings/example", (scope) => {
  const { name, isDemo } = findCompany(scope);
  return <LeaveExample name={name} isExample={isDemo} action={leave} />;
});
