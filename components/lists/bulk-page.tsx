import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { Strip } from "@/components/ui/figures";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import { Table } from "@/components/ui/table";
import { bulkOutcomes } from "@/db/vocabulary";
import type { Bulk, BulkProblem } from "@/lib/bulks/queries";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { ListAbout, listWord } from "./list-about";

type Props = {
  bulk: Bulk;
  counts: Record<(typeof bulkOutcomes)[number], number>;
  problems: { problem: BulkProblem; why: string }[];
  /** For who may take it back. */
  undo?: FormAction;
};

export function BulkPage({ bulk, counts, problems, undo }: Props) {
  const { id, list, deed, state, address, undoneBy, ownerName, heldBy } = bulk;
  const words = deed === "undo" ? ("outcomes_undo" as const) : ("outcomes" as const);
  const outcomes = bulkOutcomes.filter((outcome) => deed === "undo" || outcome !== "kept");
  const done = Object.values(counts).reduce((sum, rows) => sum + rows, 0);
  return (
    <ListAbout
      list={list}
      title={heldBy ? t(`lists.handover.${deed}`, { name: heldBy.name }) : t(`lists.bulk.${deed}`, { list: listWord(list) })}
      help={t("help.bulk")}
      soft={ownerName && t("lists.bulk_by", { name: ownerName })}
      address={address ?? ""}
      actions={
        undo && (
          <ButtonForm action={undo} hidden={{ id }} id="undo">
            <Button>{t(undoneBy !== undefined ? "lists.bulk_undo_rest" : heldBy ? "lists.handover_undo" : "lists.bulk_undo")}</Button>
          </ButtonForm>
        )
      }
    >
      {(state === "waiting" || state === "working") && <UnderWay bulk={bulk} done={done} />}
      {state === "failed" && <Notice tone="late">{t("lists.bulk_stopped")}</Notice>}
      {undoneBy !== undefined && (
        <Notice>
          {t("lists.bulk_undone")} <a href={`/bulks/${undoneBy}`}>{t("lists.see_undo")}</a>
        </Notice>
      )}
      {done > 0 && <Strip figures={outcomes.map((outcome) => ({ label: t(`lists.${words}.${outcome}`), value: counts[outcome] }))} />}
      {problems.length > 0 && <Problems problems={problems} />}
      <p>{heldBy ? <a href={`/settings/users/${heldBy.id}`}>{heldBy.name}</a> : <a href={`/${list}?${address ?? ""}`}>{t("lists.back_to_list")}</a>}</p>
    </ListAbout>
  );
}

function UnderWay({ bulk: { id, deed, total }, done }: { bulk: Bulk; done: number }) {
  return (
    <section className="section">
      <Progress label={t(`lists.bulk_progress.${deed}`)} value={done} max={total} note={total > 0 ? `${done} / ${total}` : undefined} />
      <p className="soft">{t("app.in_progress_hint")}</p>
      <Refresh to={`/bulks/${id}`} seconds={2} />
    </section>
  );
}

function Problems({ problems }: Pick<Props, "problems">) {
  return (
    <Table
      label={t("lists.why")}
      columns={[
        { key: "record", label: t("lists.record"), phone: "title" },
        { key: "why", label: t("lists.why"), kind: "soft", phone: "line" },
      ]}
      rows={problems.map(({ problem: { list, id, name }, why }) => ({
        key: `${list}/${id}`,
        cells: [
          name === undefined ? null : (
            <a key="record" href={`/${list}/${id}`}>
              {name}
            </a>
          ),
          why,
        ],
      }))}
    />
  );
}
