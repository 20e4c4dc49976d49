import { expect, test } from "vitest";
import { pipelineStages, pipelines } from "@/db/schema";
import { world } from "../../support/world";

test("a company begins with one pipeline of five stages, each likelier than the one before", () => {
  const { db } = world();
  expect(
    db
      .select()
      .from(pipelines)
      .all()
      .map(({ name }) => name),
  ).toEqual(["Ventas"]);
  const stages = db.select().from(pipelineStages).orderBy(pipelineStages.position).all();
  expect(stages.map(({ name, probability }) => `${name} ${probability}`)).toEqual([
    "Prospección 10",
    "Diagnóstico 25",
    "Propuesta 50",
    "Negociación 75",
    "Cierre 90",
  ]);
});
