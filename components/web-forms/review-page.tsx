import { Fragment } from "react";
import { Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { withQuery } from "@/lib/core/links";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import type { EntryFilters } from "@/lib/web-forms/filters";
import type { Entry, EntryPage } from "@/lib/web-forms/queries";

type Props = { page: EntryPage; filters: EntryFilters; waiting: number; review: FormAction };

const path = "/prospects/review";
const most = 100;

/** What came by the forms and a person looks at before it is anybody's prospect. */
export function ReviewPage({ page, filters, waiting, review }: Props) {
  const title = t("web_forms.review");
  const chip = (state: EntryFilters["state"]) => ({ href: withQuery(path, {}, state === "waiting" ? {} : { state }), current: filters.state === state });
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.web_form_review")}
        title={title}
        soft={t("web_forms.kept")}
        crumbs={[{ href: "/prospects", label: t("prospects.title") }, { label: title }]}
      />
      <Chips
        label={title}
        items={[
          { label: title, count: waiting === most ? `${most}+` : waiting, ...chip("waiting") },
          { label: t("web_forms.discarded_title"), ...chip("discarded") },
        ]}
      />
      {page.rows.length === 0 ? <Nothing state={filters.state} /> : <Entries rows={page.rows} state={filters.state} review={review} />}
      <Pager
        previous={page.previous && withQuery(path, { state: filters.state }, { cursor: page.previous })}
        next={page.next && withQuery(path, { state: filters.state }, { cursor: page.next })}
      />
    </main>
  );
}

function Nothing({ state }: Pick<EntryFilters, "state">) {
  if (state === "discarded") return <EmptyState title={t("web_forms.discarded_empty")} />;
  return <EmptyState title={t("web_forms.review_empty")}>{t("web_forms.review_empty_hint")}</EmptyState>;
}

function Entries({ rows, state, review }: Pick<EntryFilters, "state"> & { rows: Entry[]; review: FormAction }) {
  return (
    <Form action={review} id="review">
      <div className="bar tools">
        <Button look="main" name="verdict" value="accept">
          {t("web_forms.accept")}
        </Button>
        {state === "waiting" && (
          <Button name="verdict" value="discard">
            {t("web_forms.discard")}
          </Button>
        )}
      </div>
      <Table
        label={t("web_forms.review")}
        columns={[
          { key: "pick", label: t("app.select"), phone: "line" },
          { key: "who", label: t("web_forms.columns.who"), phone: "title" },
          { key: "contact", label: t("web_forms.columns.contact"), phone: "line" },
          { key: "said", label: t("web_forms.columns.said"), phone: "line" },
          { key: "why", label: t("web_forms.columns.why"), phone: "line" },
          { key: "form", label: t("web_forms.columns.form"), kind: "soft", phone: "line" },
          { key: "received", label: t("web_forms.columns.received"), kind: "soft", phone: "line" },
        ]}
        rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row) }))}
      />
    </Form>
  );
}

/** Nothing a stranger typed is a link. */
function cellsOf({ id, said, reasons, form, receivedAt }: Entry) {
  return [
    <label key="pick" className="option">
      <input type="checkbox" name="ids" value={id} />
      <span className="visually-hidden">{t("web_forms.pick", { name: said.name ?? "" })}</span>
    </label>,
    <Fragment key="who">
      <b dir="auto">{said.name}</b>
      {said.company && <small dir="auto">{said.company}</small>}
    </Fragment>,
    <Fragment key="contact">
      {said.phone}
      {said.email && <small>{said.email}</small>}
    </Fragment>,
    <span key="said" className="prewrap" dir="auto">
      {[said.subject, said.region, said.message].filter(Boolean).join("\n")}
    </span>,
    reasons.map((reason) => t(`web_forms.reasons.${reason}`)).join(". "),
    form,
    formatInstant(receivedAt),
  ];
}
