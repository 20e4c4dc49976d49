import { illimani } from "@/db/seeds/demo/bo";
import { nube } from "@/db/seeds/demo/co";
import { sauce } from "@/db/seeds/demo/mx";
import type { ExampleCompany } from "@/db/seeds/demo/types";
import { querencia } from "@/db/seeds/demo/uy";
import { cabriales } from "@/db/seeds/demo/ve";

export const examplePacks = ["MX", "CO", "UY", "BO", "VE"] as const satisfies ExampleCompany["pack"][];
export type ExamplePack = (typeof examplePacks)[number];

export const examples: Record<ExamplePack, ExampleCompany> = { MX: sauce, CO: nube, UY: querencia, BO: illimani, VE: cabriales };
