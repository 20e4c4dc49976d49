import { page } from "@/app/frame";
import { OwnAccess } from "@/components/users/own-access";
import { ownSessions } from "@/lib/web/auth/own-access";
import { missing } from "@/lib/web/page";
import { change, endOthers, speak } from "./actions";

export default page("/settings/me", async ({ viewer }, { query }) => {
  if (viewer.kind !== "staff") return missing;
  const done =
    query.idioma !== undefined
      ? "language_saved"
      : query.clave !== undefined
        ? "password_changed"
        : query.cerradas !== undefined
          ? "sessions_ended"
          : undefined;
  return <OwnAccess name={viewer.name} locale={viewer.locale} sessions={await ownSessions(viewer)} actions={{ speak, change, endOthers }} done={done} />;
});
