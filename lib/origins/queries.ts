import { eq } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";

export type Origin = ReturnType<typeof listOrigins>[number];

/** Every origin in the order the forms offer them; retired ones too, since records still hold them. */
export function listOrigins(scope: Scope) {
  const { origins } = scope;
  return scope.select().from(origins).orderBy(origins.position, origins.id).all();
}

export function findOrigin(scope: Scope, id: number) {
  const { origins } = scope;
  return scope.select().from(origins).where(eq(origins.id, id)).get();
}
