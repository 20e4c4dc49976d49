import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { LinkMaker } from "@/components/users/link-maker";
import { SeeAs } from "@/components/users/see-as";
import { fullName } from "@/lib/contacts/rules";
import { t } from "@/lib/i18n/words";
import type { PortalAccess } from "@/lib/portal/access";
import type { FormAction } from "@/lib/web/form-state";
import { PortalAccessForm } from "./portal-access-form";

type Props = {
  contact: PortalAccess;
  actions: Record<"set" | "close" | "invite", FormAction>;
  /** For who administers. */
  lookAs?: FormAction;
};

/** Who of a customer enters, what they consult, and from when until when. */
export function PortalAccessEditor({ contact, actions, lookAs }: Props) {
  const { id, user } = contact;
  const name = fullName(contact);
  const isOpen = user?.isActive ?? false;
  const shut = isOpen && (
    <ButtonForm action={actions.close} id="close" hidden={{ id }}>
      <Button look="danger">{t("portal.close_access")}</Button>
    </ButtonForm>
  );
  return (
    <main>
      <title>{`${t("portal.access")} · ${name}`}</title>
      <PageHead
        help={t("help.contact_portal")}
        title={t("portal.access")}
        soft={t("portal.access_intro")}
        crumbs={[{ href: "/contacts", label: t("contacts.title") }, { href: `/contacts/${id}`, label: name }, { label: t("portal.access") }]}
        more={shut}
      />
      {user && !isOpen && <Notice tone="soon">{t("portal.is_closed")}</Notice>}
      <PortalAccessForm action={actions.set} contact={contact} />
      {isOpen && (
        <section>
          <div className="section-head">
            <h2>{t("login.password")}</h2>
          </div>
          <LinkMaker action={actions.invite} hidden={{ id }} />
        </section>
      )}
      {isOpen && lookAs && <SeeAs user={{ id, name }} hint={t("portal.see_as_hint", { name })} action={lookAs} />}
    </main>
  );
}
