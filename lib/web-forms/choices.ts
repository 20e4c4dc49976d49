import type { Scope } from "@/lib/access/scope";
import { originOptions, ownerOptions, pickOptions } from "@/lib/settings/queries";
import type { WebForm } from "./queries";

export type WebFormChoices = ReturnType<typeof webFormChoices>;

/** What the settings of a form offer, with whatever it holds already. */
export function webFormChoices(scope: Scope, form?: WebForm) {
  const former = (form?.ownerIds ?? []).flatMap((id) => ownerOptions(scope, id).filter(({ value }) => value === id));
  const owners = new Map([...ownerOptions(scope), ...former].map((owner) => [owner.value, owner]));
  return {
    origins: originOptions(scope, form?.originId),
    channels: pickOptions(scope, "contact_channel", form?.channelId),
    owners: [...owners.values()],
  };
}
