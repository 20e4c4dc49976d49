import { t } from "@/lib/i18n/words";
import type { WebForm } from "@/lib/web-forms/queries";
import { formSnippet, frameSnippet } from "@/lib/web-forms/snippets";
import { PublicLink } from "./web-form-list";

/** The public address, and what is pasted into a site of their own. */
export function PublishParts({ form, href }: { form: WebForm; href: string }) {
  const shown = { title: form.title, fields: form.fields, address: href };
  return (
    <section aria-labelledby="publish">
      <h2 className="section-head" id="publish">
        {t("web_forms.publish")}
      </h2>
      <h3>{t("web_forms.public_address")}</h3>
      <p>
        <PublicLink href={href} />
      </p>
      <p className="soft">{t("web_forms.public_address_hint")}</p>
      {form.sites.length === 0 ? (
        <>
          <h3>{t("web_forms.frame")}</h3>
          <p className="soft">{t("web_forms.frame_first")}</p>
        </>
      ) : (
        <Snippet id="frame" title={t("web_forms.frame")} hint={t("web_forms.frame_hint")} text={frameSnippet(shown)} rows={3} />
      )}
      <Snippet id="own-form" title={t("web_forms.own_form")} hint={t("web_forms.own_form_hint")} text={formSnippet(shown)} rows={10} />
    </section>
  );
}

function Snippet({ id, title, hint, text, rows }: { id: string; title: string; hint: string; text: string; rows: number }) {
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <textarea id={id} className="input" readOnly rows={rows} value={text} spellCheck={false} aria-describedby={`${id}-hint`} />
    </div>
  );
}
