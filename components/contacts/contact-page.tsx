import type { ReactNode } from "react";
import { ReachList } from "@/components/contact-points/reach-list";
import { ButtonForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { TagLinks } from "@/components/ui/tag-links";
import { WebLink } from "@/components/ui/web-link";
import type { ContactPoint } from "@/lib/contact-points/queries";
import type { Contact } from "@/lib/contacts/queries";
import type { ContactRelation } from "@/lib/contacts/relations";
import { fullName } from "@/lib/contacts/rules";
import { telLink, whatsappLink } from "@/lib/core/phones";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { RelationLine } from "./relation-line";

type Props = {
  contact: Contact;
  facts: { owner?: string; origin?: string; points: ContactPoint[]; tags: { id: number; name: string }[] };
  /** Which of them the viewer may change. */
  relations: (ContactRelation & { mayEdit: boolean })[];
  mayEdit: boolean;
  mayRelate: boolean;
  /** Missing for whoever may not. */
  trash?: FormAction;
  /** More buttons of the page's head. */
  more?: ReactNode;
  files: ReactNode;
  children: ReactNode;
};

export function ContactPage({ contact, facts, relations, mayEdit, mayRelate, trash, more, files, children }: Props) {
  const name = fullName(contact);
  const { id, salutation, email, phoneE164, website, description, internalNote } = contact;
  const first = relations[0];
  return (
    <main>
      <title>{`${name} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.contact")}
        title={name}
        link={`/contacts/${id}`}
        soft={[salutation, first && [first.role, first.name].filter(Boolean).join(", ")].filter(Boolean).join(" · ")}
        crumbs={[{ href: "/contacts", label: t("contacts.title") }, { label: name }]}
        actions={
          mayEdit && (
            <ButtonLink href={`/contacts/${id}/edit`} look="main" icon="pencil">
              {t("app.edit")}
            </ButtonLink>
          )
        }
        more={
          <>
            <Reach phoneE164={phoneE164} email={email} />
            {more}
            {trash && (
              <ButtonForm action={trash} id="trash" hidden={{ id }}>
                <Button icon="trash-2">{t("app.delete")}</Button>
              </ButtonForm>
            )}
          </>
        }
      />
      <div className="columns">
        <div>
          <div className="section-head">
            <h2>{t("contacts.accounts")}</h2>
            {mayRelate && <a href={`/contacts/${id}/relations/new`}>{t("contacts.add_relation")}</a>}
          </div>
          {relations.length === 0 && <p className="soft">{t("contacts.no_account")}</p>}
          <ul className="lines">
            {relations.map(({ id: relationId, accountId, mayEdit, city: _city, ...relation }) => (
              <RelationLine
                key={relationId}
                {...relation}
                href={`/accounts/${accountId}`}
                editHref={mayEdit ? `/contacts/${id}/relations/${relationId}` : undefined}
              />
            ))}
          </ul>
          {files}
          <div className="section-head">
            <h2>{t("app.history")}</h2>
          </div>
          {children}
        </div>
        <aside className="aside" aria-label={t("app.details")}>
          {(contact.phone || email) && (
            <section>
              <h2>{t("contacts.points.title")}</h2>
              <ReachList main={contact} points={facts.points} />
            </section>
          )}
          <section>
            <h2>{t("accounts.facts")}</h2>
            <Facts
              facts={[
                { label: t("contacts.fields.owner"), value: facts.owner },
                { label: t("contacts.fields.origin"), value: facts.origin },
                { label: t("contacts.fields.website"), value: website && <WebLink website={website} /> },
                { label: t("app.tags"), value: facts.tags.length > 0 && <TagLinks path="/contacts" tags={facts.tags} /> },
                { label: t("contacts.fields.description"), value: description },
                { label: t("contacts.fields.internal_note"), value: internalNote },
              ]}
            />
          </section>
        </aside>
      </div>
    </main>
  );
}

function Reach({ phoneE164, email }: Pick<Contact, "phoneE164" | "email">) {
  return (
    <>
      {phoneE164 && (
        <ButtonLink href={telLink(phoneE164)} icon="phone">
          {t("app.call")}
        </ButtonLink>
      )}
      {phoneE164 && (
        <ButtonLink href={whatsappLink(phoneE164)} icon="message-circle">
          {t("app.whatsapp")}
        </ButtonLink>
      )}
      {email && (
        <ButtonLink href={`mailto:${email}`} icon="mail">
          {t("app.write_email")}
        </ButtonLink>
      )}
    </>
  );
}
