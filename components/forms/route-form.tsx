import type { ReactNode } from "react";
import type { FormState } from "@/lib/web/form-state";
import { formWords } from "./form";
import { RouteFormShell } from "./route-form-shell";

type Props = { to: string; state: FormState; children: ReactNode };

/** A form that posts to a stable address, as files do; what was refused comes back with the page. */
export function RouteForm(props: Props) {
  return <RouteFormShell {...props} submission={crypto.randomUUID()} words={formWords()} />;
}
