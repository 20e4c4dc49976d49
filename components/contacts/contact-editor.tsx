import type { ComponentProps } from "react";
import { PageHead } from "@/components/ui/page-head";
import type { Contact } from "@/lib/contacts/queries";
import { fullName } from "@/lib/contacts/rules";
import { t } from "@/lib/i18n/words";
import { ContactForm } from "./contact-form";

type Props = Omit<ComponentProps<typeof ContactForm>, "contact"> & { contact?: Contact };

export function ContactEditor({ contact, ...form }: Props) {
  const title = contact ? t("contacts.edit") : t("contacts.new");
  const crumbs = [
    { href: "/contacts", label: t("contacts.title") },
    ...(contact ? [{ href: `/contacts/${contact.id}`, label: fullName(contact) }] : []),
    { label: title },
  ];
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.contact_form")} title={title} crumbs={crumbs} />
      <ContactForm {...form} contact={contact} />
    </main>
  );
}
