import { t } from "@/lib/i18n/words";
import { Icon } from "../ui/icon";

const most = 99;

export function Bell({ unread }: { unread: number }) {
  return (
    <a className="button quiet square bell" href="/notices" aria-label={t("notices.bell", { count: unread })}>
      <Icon name="bell" />
      {unread > 0 && <b aria-hidden="true">{unread > most ? `${most}+` : unread}</b>}
    </a>
  );
}
