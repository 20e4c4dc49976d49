import type { ComponentProps } from "react";
import { History } from "@/components/events/history";
import { withQuery } from "@/lib/core/links";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";
import { FollowUpForm } from "./follow-up-form";

type Props = Omit<ComponentProps<typeof History>, "href" | "plannedHref"> & { accountId: number; followUp?: FormAction; colleagues: Option[]; list?: string };

export function AccountHistory({ accountId, followUp, colleagues, list, ...history }: Props) {
  const at = (place: Record<string, string>) => withQuery(`/accounts/${accountId}`, { lista: list }, place);
  return (
    <>
      {followUp && <FollowUpForm action={followUp} accountId={accountId} colleagues={colleagues} />}
      <History {...history} href={(cursor) => at({ cursor })} plannedHref={(pendientes) => at({ pendientes })} />
    </>
  );
}
