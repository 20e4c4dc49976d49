import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import type { Export } from "@/lib/exports/queries";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { ListAbout, listWord } from "./list-about";

/** A list that was taken out: on its way, ready to download, or gone. */
export function ExportPage({ record, isReady }: { record: Export; isReady: boolean }) {
  const { id, list, address, state, rows, format, expiresAt } = record;
  return (
    <ListAbout
      list={list}
      title={t("lists.export", { list: listWord(list) })}
      help={t("help.list_file")}
      address={address}
      soft={t(`lists.formats.${format}`)}
      actions={
        isReady && (
          <ButtonLink look="main" href={`/exports/${id}/file`}>
            {t("app.download")}
          </ButtonLink>
        )
      }
    >
      {isReady && (
        <p>
          {t("lists.export_rows", { rows: rows ?? 0 })} <span className="soft">{t("lists.export_until", { until: formatInstant(expiresAt) })}</span>
        </p>
      )}
      {state === "waiting" && <Waiting id={id} />}
      {state === "failed" && <Notice tone="late">{t("lists.export_failed")}</Notice>}
      {state === "done" && !isReady && <Notice tone="late">{t("lists.export_gone")}</Notice>}
      <p>
        <a href={`/${list}?${address}`}>{t("lists.back_to_list")}</a>
      </p>
    </ListAbout>
  );
}

function Waiting({ id }: { id: number }) {
  return (
    <section className="section">
      <Progress label={t("lists.export_waiting")} value={0} max={0} />
      <p className="soft">{t("lists.export_waiting_note")}</p>
      <Refresh to={`/exports/${id}`} seconds={2} />
    </section>
  );
}
