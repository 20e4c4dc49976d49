import type { ReactNode } from "react";
import { State } from "@/components/ui/state";
import { isSalesKind, kinds } from "@/lib/documents/kinds";
import type { Provenance, Relative } from "@/lib/documents/provenance";
import { stateOf } from "@/lib/documents/rules";
import { minorText } from "@/lib/i18n/balances";
import { t } from "@/lib/i18n/words";

/** Where it came from and what came of it, each with its state, as links. */
export function ProvenanceStrip({ provenance: { before, after, versions }, today }: { provenance: Provenance; today: string }) {
  const related = [...before, ...after];
  if (related.length + versions.length === 0) return null;
  return (
    <nav className="related" aria-label={t("documents.related")}>
      <ul>
        {related.map((relative) => (
          <Step key={relative.id} relative={relative} today={today} />
        ))}
        {versions.map((relative) => (
          <Step key={relative.id} relative={relative} today={today} note={t("documents.versions")} />
        ))}
      </ul>
    </nav>
  );
}

function Step({ relative, today, note }: { relative: Relative; today: string; note?: string }): ReactNode {
  const { id, kind, label, totalMinor, currency } = relative;
  const path = isSalesKind(kind) ? kinds[kind].path : "/receipts";
  const state = isSalesKind(kind) ? stateOf(kind, relative, today) : { word: `statuses.${kind}.${relative.status}` as const, shape: "good" as const };
  return (
    <li>
      <small>{note ?? t(`documents.kinds.${kind}.one`)}</small>
      <a href={`${path}/${id}`}>{label ?? t("documents.draft_short")}</a>
      <span className="soft">
        <State tone={state.shape}>{t(`documents.${state.word}`)}</State> · {minorText(totalMinor, currency)}
      </span>
    </li>
  );
}
