import { openPage } from "@/app/frame";
import { OpenShell } from "@/components/layout/open-shell";
import { SetupForm } from "@/components/settings/setup-form";
import { isSetUp } from "@/lib/web/auth/set-up";
import { missing } from "@/lib/web/page";
import { start } from "./actions";

export default openPage("/setup", ({ query }) => {
  if (isSetUp()) return missing;
  return (
    <OpenShell small>
      <SetupForm action={start} token={typeof query.token === "string" ? query.token : ""} />
    </OpenShell>
  );
});
