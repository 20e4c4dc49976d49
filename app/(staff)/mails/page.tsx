import { page } from "@/app/frame";
import { MailList } from "@/components/mail/mail-list";
import { wholeOf } from "@/lib/access/keyset";
import { findAccount } from "@/lib/accounts/queries";
import { askedOf, listFrame } from "@/lib/lists/queries";
import { mailColumns } from "@/lib/mail/columns";
import { mailFilters } from "@/lib/mail/filters";
import { countLog, listMails } from "@/lib/mail/list";
import { findMailServer } from "@/lib/mail/queries";
import { filterOwners } from "@/lib/settings/queries";
import { retriable } from "@/lib/web/mail-subject";
import { retry } from "./actions";

export default page("/mails", (scope, { query }) => {
  const filters = mailFilters.parse(askedOf(scope, "mails", query));
  const { shown, tools } = listFrame(scope, "mails", filters, mailColumns);
  const found = listMails(scope, filters);
  const server = findMailServer(scope);
  return (
    <MailList
      {...{ page: found, filters, columns: shown, tools, retry }}
      count={(found.isCut ? undefined : wholeOf(found, filters)?.length) ?? (filters.q === "" ? countLog(scope, filters) : Number.POSITIVE_INFINITY)}
      senders={filterOwners(scope)}
      company={filters.account === undefined ? undefined : findAccount(scope, filters.account)?.name}
      failing={server?.failingSince ? { since: server.failingSince, retryAt: server.retryAt! } : undefined}
      mayRetry={retriable(scope, found.rows)}
    />
  );
});
