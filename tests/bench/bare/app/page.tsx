import { AccountList } from "@/components/accounts/account-list";
import { ButtonForm } from "@/components/forms/form";
import { Shell } from "@/components/layout/shell";
import { Button } from "@/components/ui/button";
import { accountColumns } from "@/lib/accounts/columns";
import { accountFilters } from "@/lib/accounts/filters";
import { setCurrent } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { t } from "@/lib/i18n/words";
import { shownColumns } from "@/lib/lists/columns";
import type { View } from "@/lib/lists/queries";
import { menuFor } from "@/lib/web/menu";
import { choices, page, viewer } from "../rows";
import { signOut } from "./actions";

const columns = shownColumns(accountColumns, viewer, undefined, undefined);
const tools = { list: "accounts", address: "sort=name", views: [] as View[], mayExport: true, mayChange: true } as const;

/** The list of accounts with nothing behind it: what is left of its cost is drawing, Next and our door. */
export default function BarePage() {
  setCurrent({ locale: "es", pack: packs.MX, zone: packs.MX.zone, currency: "MXN" });
  const { groups, create, go } = menuFor(viewer, "/accounts");
  return (
    <Shell
      groups={groups}
      user={{ name: viewer.name, href: "/settings" }}
      signOut={
        <ButtonForm action={signOut}>
          <Button look="quiet">{t("app.sign_out")}</Button>
        </ButtonForm>
      }
      phone={{ hasAgenda: true, create, current: "accounts" }}
      unread={0}
      go={go}
    >
      <AccountList
        {...{ page, choices, columns, tools }}
        filters={accountFilters.parse({})}
        count={1001}
        sums={[]}
        cap={1000}
        isCut={false}
        maySum
        picking={false}
        mayCreate
      />
    </Shell>
  );
}
