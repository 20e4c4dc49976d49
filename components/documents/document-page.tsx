import type { ReactNode } from "react";
import { Facts, Totals } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import type { Happening } from "@/lib/documents/history";
import { kinds, type SalesKind } from "@/lib/documents/kinds";
import type { Provenance } from "@/lib/documents/provenance";
import type { Document } from "@/lib/documents/queries";
import { stateOf } from "@/lib/documents/rules";
import { sumsOf } from "@/lib/documents/sums";
import { minorText } from "@/lib/i18n/balances";
import { formatDate, formatPercent } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { DocumentHistory } from "./history";
import { DocumentLines } from "./lines";
import { ProvenanceStrip } from "./provenance-strip";
import { type Verb, VerbButton, VerbItem } from "./verbs";

type Props = {
  kind: SalesKind;
  document: Document;
  provenance: Provenance;
  history: Happening[];
  today: string;
  ownerName: string | undefined;
  /** What may be done now, the most likely first. */
  verbs: Verb[];
  /** The form of the verb that asks for more, when one was chosen. */
  asking?: ReactNode;
  /** What only this kind has under its lines: the collections of an invoice. */
  children?: ReactNode;
};

export function DocumentPage({ kind, document, provenance, history, today, ownerName, verbs, asking, children }: Props) {
  const [main, ...others] = verbs;
  const name = titleOf(kind, document.label);
  const { word, shape } = stateOf(kind, document, today);
  return (
    <main>
      <title>{`${name} · ${t("app.name")}`}</title>
      <PageHead
        help={t(`help.${kind}`)}
        title={name}
        link={`${kinds[kind].path}/${document.id}`}
        crumbs={[{ href: kinds[kind].path, label: t(`documents.titles.${kind}`) }, { label: document.label ?? t("documents.draft_short") }]}
        soft={
          <>
            <State tone={shape}>{t(`documents.${word}`)}</State> · <a href={`/accounts/${document.accountId}`}>{document.customerName}</a>
          </>
        }
        actions={main && <VerbButton verb={main} version={document.version} />}
        isCrowded={others.length > 3}
        more={others.length > 0 && others.map((verb) => <VerbItem key={verb.id} verb={verb} version={document.version} />)}
      />
      {asking}
      <ProvenanceStrip provenance={provenance} today={today} />
      <div className="columns">
        <div>
          <DocumentLines document={document} />
          <Totals facts={footOf(document)} />
          <Notes document={document} />
          {children}
        </div>
        <div className="aside">
          <section>
            <Facts facts={factsOf(document, ownerName)} />
          </section>
          <DocumentHistory history={history} />
        </div>
      </div>
    </main>
  );
}

export function titleOf(kind: SalesKind, label: string | null): string {
  const one = t(`documents.kinds.${kind}.one`);
  return label ? `${one} ${label}` : t("documents.draft_of", { kind: one });
}

function Notes({ document: { notes, terms, internalNote } }: { document: Document }) {
  const parts = [
    { label: t("documents.fields.notes"), text: notes },
    { label: t("documents.fields.terms"), text: terms },
    { label: t("documents.fields.internal_note"), text: internalNote },
  ];
  return parts.map(
    ({ label, text }) =>
      text && (
        <section key={label} className="section">
          <h2 className="eyebrow">{label}</h2>
          <p className="prewrap">{text}</p>
        </section>
      ),
  );
}

function footOf(document: Document) {
  const { currency, paidMinor, creditedMinor, balanceMinor } = document;
  const money = (minor: number) => minorText(minor, currency);
  const isSettled = paidMinor + creditedMinor > 0;
  return [
    ...sumsOf(document).map(({ label, minor }) => ({ label, value: money(minor) })),
    ...(isSettled ? [{ label: t("documents.fields.balance"), value: money(balanceMinor) }] : []),
  ];
}

function factsOf(document: Document, ownerName: string | undefined) {
  const { issuedOn, validUntil, dueOn, discountValue, customerSnapshot, reason } = document;
  return [
    { label: t("documents.fields.date"), value: formatDate(issuedOn) },
    { label: t("documents.fields.valid_until"), value: validUntil && formatDate(validUntil) },
    { label: t("documents.fields.due_on"), value: dueOn && formatDate(dueOn) },
    { label: t("documents.fields.contact"), value: customerSnapshot?.contact },
    { label: t("documents.fields.owner"), value: ownerName },
    { label: t("documents.fields.discount"), value: discountValue && formatPercent(discountValue) },
    { label: t("documents.fields.reason"), value: reason },
  ];
}
