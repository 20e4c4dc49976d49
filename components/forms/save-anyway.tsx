"use client";

import { Button } from "@/components/ui/button";
import { useForm } from "./form-context";

/** Comes with a refusal that may be passed over, and says so by its own name: a second way to send the same form. */
export function SaveAnyway({ label }: { label: string }) {
  const { state } = useForm();
  return (
    state.anyway && (
      <Button name={state.anyway} value="on">
        {label}
      </Button>
    )
  );
}
