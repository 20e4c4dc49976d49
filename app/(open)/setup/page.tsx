import { openPage } from "@/app/frame";
import { OpenShell } from "@/components/layout/open-shell";
import { ExampleForm } from "@/components/settings/example-form";
import { SetupForm } from "@/components/settings/setup-form";
import { isSetUp } from "@/lib/web/auth/set-up";
import { missing } from "@/lib/web/page";
import { start, startExample } from "./actions";

export default openPage("/setup", ({ query }) => {
  if (isSetUp()) return missing;
  const token = typeof query.token === "string" ? query.token : "";
  return (
    <OpenShell small>
      <SetupForm action={start} token={token} />
      <ExampleForm action={startExample} token={token} />
    </OpenShell>
  );
});
