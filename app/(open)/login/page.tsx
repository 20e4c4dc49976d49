import { openPage } from "@/app/frame";
import { OpenShell } from "@/components/layout/open-shell";
import { LoginForm } from "@/components/users/login-form";
import { companyName } from "@/lib/web/company";
import { login } from "./actions";

export default openPage("/login", ({ query }) => (
  <OpenShell company={companyName()} small>
    <LoginForm action={login} next={typeof query.next === "string" ? query.next : undefined} isNew={query.nueva !== undefined} />
  </OpenShell>
));
