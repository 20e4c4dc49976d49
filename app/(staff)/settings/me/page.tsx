import { page } from "@/app/frame";
import { keyGroups } from "@/components/layout/key-groups";
import { OwnAccess } from "@/components/users/own-access";
import { isLookedThrough } from "@/lib/access/seeing";
import { ownSessions } from "@/lib/web/auth/own-access";
import { ownFeed } from "@/lib/web/calendar-feed";
import { menuFor } from "@/lib/web/menu";
import { missing } from "@/lib/web/page";
import { change, endFeed, endOthers, makeFeed, speak } from "./actions";

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
  const { groups, go } = menuFor(viewer, "/settings/me");
  return (
    <OwnAccess
      name={viewer.name}
      locale={viewer.locale}
      sessions={isLookedThrough(viewer) ? undefined : await ownSessions(viewer)}
      feed={ownFeed(viewer)}
      keys={keyGroups(groups, go)}
      actions={{ speak, change, endOthers, makeFeed, endFeed }}
      done={done}
    />
  );
});
