import type { ComponentProps } from "react";
import { History } from "@/components/events/history";
import type { FormAction } from "@/lib/web/form-state";
import { FollowUpForm } from "./follow-up-form";

type Props = Omit<ComponentProps<typeof History>, "href"> & { accountId: number; followUp?: FormAction };

export function AccountHistory({ accountId, followUp, ...history }: Props) {
  return (
    <>
      {followUp && <FollowUpForm action={followUp} accountId={accountId} />}
      <History {...history} href={(cursor) => `/accounts/${accountId}?cursor=${cursor}`} />
    </>
  );
}
