import { openPage } from "@/app/frame";
import { OpenShell } from "@/components/layout/open-shell";
import { NewPasswordForm } from "@/components/users/new-password-form";
import { isGoodLink } from "@/lib/web/auth/choose-password";
import { companyName } from "@/lib/web/company";
import { choose } from "./actions";

export default openPage("/password/[token]", ({ params }) => (
  <OpenShell company={companyName()} small>
    <NewPasswordForm action={choose} token={isGoodLink(params.token!) ? params.token! : undefined} />
  </OpenShell>
));
