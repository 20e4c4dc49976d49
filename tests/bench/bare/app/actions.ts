"use server";

import type { FormState } from "@/lib/web/form-state";

/** Stands where «Salir» stands; nobody sends it. */
export async function signOut(state: FormState): Promise<FormState> {
  return state;
}
