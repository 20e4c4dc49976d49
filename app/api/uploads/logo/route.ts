import { actorOf } from "@/lib/events/record";
import { setLogo } from "@/lib/settings/edit-company";
import { largestLogo, logoForm } from "@/lib/settings/forms";
import { canConfigure } from "@/lib/settings/policy";
import { formRoute } from "@/lib/web/form-route";
import { redrawLogo } from "@/lib/web/logo";

export const POST = formRoute({
  path: "/api/uploads/logo",
  back: "/settings/company",
  largestFile: largestLogo,
  event: "company.logo_set",
  form: logoForm,
  prepare: redrawLogo,
  subject: (scope) => scope.viewer,
  allow: canConfigure,
  run: ({ tx, viewer, input, now }) => setLogo(tx, input, { userId: actorOf(viewer).actorId, now }),
  next: () => ({ to: "/settings/company", notice: "settings.saved" }),
});
