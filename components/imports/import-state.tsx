import { State, type Tone } from "@/components/ui/state";
import { t } from "@/lib/i18n/words";
import type { ImportState } from "@/lib/imports/rules";

const tones: Record<ImportState, Tone> = { uploaded: "wait", reading: "wait", checked: "plan", applying: "wait", applied: "good", failed: "late" };

export function ImportStateMark({ state }: { state: ImportState }) {
  return <State tone={tones[state]}>{t(`imports.states.${state}`)}</State>;
}
