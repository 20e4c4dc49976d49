import type { ComponentProps } from "react";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import { FollowUpForm } from "./follow-up-form";

type Props = ComponentProps<typeof FollowUpForm> & { name: string };

export function FollowUpPage({ name, ...form }: Props) {
  const title = t("prospects.add_follow_up");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.follow_up")}
        title={title}
        crumbs={[{ href: "/prospects", label: t("prospects.title") }, { href: `/prospects/${form.prospectId}`, label: name }, { label: title }]}
      />
      <FollowUpForm {...form} />
    </main>
  );
}
