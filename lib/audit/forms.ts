import { z } from "zod";
import { sheetFormats } from "@/db/vocabulary";

export const auditExportForm = z.object({ address: z.string().max(2000), format: z.enum(sheetFormats) });
export type AuditExportInput = z.output<typeof auditExportForm>;
