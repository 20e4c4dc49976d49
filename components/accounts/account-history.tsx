import type { ComponentProps } from "react";
import { History } from "@/components/events/history";
import type { Option } from "@/lib/settings/queries";
import type { FormAction } from "@/lib/web/form-state";
import { FollowUpForm } from "./follow-up-form";

type Props = Omit<ComponentProps<typeof History>, "href"> & { accountId: number; followUp?: FormAction; colleagues: Option[] };

export function AccountHistory({ accountId, followUp, colleagues, ...history }: Props) {
  return (
    <>
      {followUp && <FollowUpForm action={followUp} accountId={accountId} colleagues={colleagues} />}
      <History {...history} href={(cursor) => `/accounts/${accountId}?cursor=${cursor}`} />
    </>
  );
}
