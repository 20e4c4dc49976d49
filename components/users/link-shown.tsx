"use client";

import { useState } from "react";
import { FieldFrame } from "@/components/forms/field-frame";
import { useForm } from "@/components/forms/form-context";
import { useMounted } from "@/components/forms/use-mounted";
import { copyText } from "@/components/ui/clipboard";

/** The link that the last answer brought, if it brought one. */
export function LinkShown({ label, hint, copy, copied }: { label: string; hint: string; copy: string; copied: string }) {
  const link = useForm().state.values.link?.[0];
  const isMounted = useMounted();
  const [done, setDone] = useState<string>();
  if (link === undefined) return null;
  const write = async () => setDone((await copyText(link)) ? link : undefined);
  return (
    <>
      <FieldFrame id="link-shown" label={label} hint={hint} wide>
        <input id="link-shown" className="input" readOnly value={link} aria-describedby="link-shown-hint" onFocus={(event) => event.target.select()} />
      </FieldFrame>
      {isMounted && (
        <div className="bar" role="status">
          <button type="button" className="button main" onClick={write}>
            {done === link ? copied : copy}
          </button>
        </div>
      )}
    </>
  );
}
