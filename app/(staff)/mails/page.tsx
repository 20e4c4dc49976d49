import { page } from "@/app/frame";
import { MailList } from "@/components/mail/mail-list";
import { mailFilters } from "@/lib/mail/filters";
import { findMailServer, listMails } from "@/lib/mail/queries";

export default page("/mails", (scope, { query }) => {
  const filters = mailFilters.parse(query);
  const server = findMailServer(scope);
  const failing = server?.failingSince ? { since: server.failingSince, retryAt: server.retryAt! } : undefined;
  return <MailList page={listMails(scope, filters)} filters={filters} failing={failing} />;
});
