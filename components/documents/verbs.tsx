import { ButtonForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import type { FormAction } from "@/lib/web/form-state";

/** Something that may be done with the document now: a button that does it, or an address where it is done. */
export type Verb = { id: string; label: string } & ({ action: FormAction; hidden: Record<string, string | number> } | { href: string });

/** `version` is that of the document as it is shown: what changed since is looked at first. */
type Shown = { verb: Verb; version: number };

export function VerbButton({ verb, version }: Shown) {
  if ("href" in verb) {
    return (
      <ButtonLink href={verb.href} look="main">
        {verb.label}
      </ButtonLink>
    );
  }
  return (
    <ButtonForm id={verb.id} action={verb.action} version={version} hidden={verb.hidden}>
      <Button look="main">{verb.label}</Button>
    </ButtonForm>
  );
}

/** The same inside «Más». */
export function VerbItem({ verb, version }: Shown) {
  if ("href" in verb) return <ButtonLink href={verb.href}>{verb.label}</ButtonLink>;
  return (
    <ButtonForm id={verb.id} action={verb.action} version={version} hidden={verb.hidden}>
      <Button>{verb.label}</Button>
    </ButtonForm>
  );
}
