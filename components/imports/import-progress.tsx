import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Refresh } from "@/components/ui/refresh";
import { t } from "@/lib/i18n/words";
import type { Step } from "@/lib/imports/commands";

export type Progressing = { step: Step; done: number; total: number; isStopped: boolean; isWaiting: boolean };

const everySeconds = 2;

export function ImportProgress({ id, progress: { step, done, total, isStopped, isWaiting } }: { id: number; progress: Progressing }) {
  if (isStopped) return <Notice tone="late">{t("imports.stopped")}</Notice>;
  return (
    <section className="section">
      {isWaiting && <Notice tone="late">{t("imports.waiting_for_room")}</Notice>}
      <Progress label={t(`imports.progress.${step}`)} value={done} max={total} note={total > 0 ? t("imports.progress_count", { done, total }) : undefined} />
      <p className="soft">{t("app.in_progress_hint")}</p>
      <Refresh to={`/imports/${id}`} seconds={everySeconds} />
    </section>
  );
}
