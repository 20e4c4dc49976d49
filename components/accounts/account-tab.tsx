import { Pager } from "@/components/ui/pager";
import type { AccountTabContent } from "@/lib/accounts/tab-content";
import type { Day } from "@/lib/core/dates";
import { withQuery } from "@/lib/core/links";
import { t } from "@/lib/i18n/words";
import { TabPanel } from "./account-page";
import { TabDocuments } from "./tab-documents";
import { TabActivities, TabProspects } from "./tab-work";

/** Any tab but the first. */
export function AccountTab({ content, accountId, today, list }: { content: AccountTabContent; accountId: number; today: Day; list?: string }) {
  const isEmpty = content.rows.length === 0;
  const at = (cursor?: string) => cursor && withQuery(`/accounts/${accountId}`, { lista: list, ver: content.tab }, { cursor });
  switch (content.tab) {
    case "appointments":
    case "tasks":
      return (
        <TabPanel isEmpty={isEmpty}>
          <TabActivities label={t(`accounts.tabs.${content.tab}`)} rows={content.rows} today={today} />
          <Pager previous={at(content.previous)} next={at(content.next)} />
        </TabPanel>
      );
    case "prospects":
      return (
        <TabPanel isEmpty={isEmpty}>
          <TabProspects rows={content.rows} />
          <Pager previous={at(content.previous)} next={at(content.next)} />
        </TabPanel>
      );
    default:
      return (
        <TabPanel isEmpty={isEmpty} allHref={`/${content.tab}?account=${accountId}`}>
          <TabDocuments tab={content.tab} kind={content.kind} rows={content.rows} today={today} />
        </TabPanel>
      );
  }
}
