import { page } from "@/app/frame";
import { SetupChecklist } from "@/components/settings/setup-checklist";
import { canSetUp } from "@/lib/setup/policy";
import { setupOf } from "@/lib/setup/queries";
import { refused } from "@/lib/web/page";
import { settle } from "./actions";

export default page("/settings/start", (scope) => (canSetUp(scope.viewer) ? <SetupChecklist {...setupOf(scope)} settle={settle} /> : refused));
