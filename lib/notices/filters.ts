import { z } from "zod";
import { cursor } from "@/lib/core/cursor";

/** What the page of notices reads from its address: which page of them, the newest first. */
export const noticeFilters = z.object({ sort: z.literal("-id").catch("-id"), cursor });
export type NoticeFilters = z.infer<typeof noticeFilters>;
