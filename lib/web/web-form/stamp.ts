import { randomUUID } from "node:crypto";
import { seal, unseal } from "../auth/cookie";

const purpose = "web form";

/** Which drawing of which form it is, and when it was drawn: ours, and nobody else can write one. */
export function stampFor(formId: number, now: number): string {
  return seal(`${formId}:${now}:${randomUUID()}`, purpose);
}

/** Undefined where it is missing, of another form, or not ours. */
export function readStamp(stamp: string | undefined, formId: number): { issuedAt: number; submission: string } | undefined {
  const [form, issuedAt, submission] = unseal(stamp, purpose)?.split(":") ?? [];
  return form === String(formId) && issuedAt && submission ? { issuedAt: Number(issuedAt), submission } : undefined;
}
