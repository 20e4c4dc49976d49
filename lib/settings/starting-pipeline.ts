import type { Transaction } from "@/db/open";
import { pipelineStages, pipelines } from "@/db/schema";

/** Each stage with how likely what stands in it is won, and after how many days it stands still. Migration 0025 gives the same to a company that was there before. */
const stages = [
  { name: "Prospección", probability: 10, rotDays: 14 },
  { name: "Diagnóstico", probability: 25, rotDays: 14 },
  { name: "Propuesta", probability: 50, rotDays: 21 },
  { name: "Negociación", probability: 75, rotDays: 21 },
  { name: "Cierre", probability: 90, rotDays: 14 },
];

export function addStartingPipeline(tx: Transaction, now: number) {
  const stamps = { createdAt: now, updatedAt: now };
  const { id } = tx
    .insert(pipelines)
    .values({ name: "Ventas", ...stamps })
    .returning({ id: pipelines.id })
    .get();
  tx.insert(pipelineStages)
    .values(stages.map((stage, position) => ({ ...stage, pipelineId: id, position, ...stamps })))
    .run();
}
