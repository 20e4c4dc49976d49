import { z } from "zod";
import { setupSteps } from "./rules";

export const settleForm = z.object({ step: z.enum(setupSteps) });
