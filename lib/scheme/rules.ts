import { type Module, modules, type ReachName, reaches, type Verb, verbs } from "@/db/vocabulary";

export type Grant = { module: Module; verb: Verb; reach: ReachName };
export type RoleNode = { id: number; parentId: number | null };

/** Whether a role would stand below itself, were it put under `parentId`. */
export function makesLoop(tree: readonly RoleNode[], id: number, parentId: number | null): boolean {
  for (let above = parentId, steps = 0; above !== null && steps <= tree.length; steps += 1) {
    if (above === id) return true;
    above = tree.find((role) => role.id === above)?.parentId ?? null;
  }
  return false;
}

/** The first grant that goes further than one sees: who cannot see a record cannot do anything to it. */
export function beyondSight(grants: readonly Grant[]): Grant | undefined {
  const sight = (module: Module) => grants.find((grant) => grant.module === module && grant.verb === "view")?.reach;
  return grants.find(({ module, reach }) => isFurther(reach, sight(module)));
}

/** In one order, so that the same grants are the same text. */
export function inOrder(grants: readonly Grant[]): Grant[] {
  const place = ({ module, verb }: Grant) => modules.indexOf(module) * verbs.length + verbs.indexOf(verb);
  return grants.toSorted((a, b) => place(a) - place(b));
}

function isFurther(reach: ReachName, sight: ReachName | undefined): boolean {
  return sight === undefined || reaches.indexOf(reach) > reaches.indexOf(sight);
}
