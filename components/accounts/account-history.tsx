import type { ComponentProps } from "react";
import { History } from "@/components/events/history";
import { withQuery } from "@/lib/core/links";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";
import { FollowUpForm } from "./follow-up-form";

type Props = Omit<ComponentProps<typeof History>, "href"> & { accountId: number; followUp?: FormAction; colleagues: Option[]; list?: string };

export function AccountHistory({ accountId, followUp, colleagues, list, ...history }: Props) {
  return (
    <>
      {followUp && <FollowUpForm action={followUp} accountId={accountId} colleagues={colleagues} />}
      <History {...history} href={(cursor) => withQuery(`/accounts/${accountId}`, { lista: list }, { cursor })} />
    </>
  );
}
