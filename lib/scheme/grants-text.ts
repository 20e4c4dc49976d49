import { t } from "@/lib/i18n/words";
import { type Grant, inOrder } from "./rules";

/** What a profile allows, in one sentence for each module: «Cuentas: ver (Todo), modificar (Lo propio)». */
export function grantsText(grants: readonly Grant[]): string {
  const ofModules = Map.groupBy(inOrder(grants), ({ module }) => module);
  const told = ({ verb, reach }: Grant) => `${t(`access.verbs.${verb}`)} (${t(`access.reaches.${reach}`)})`;
  return [...ofModules].map(([module, held]) => `${t(`access.modules.${module}`)}: ${held.map(told).join(", ")}`).join("; ");
}
