import type { Handlers } from "@/lib/jobs/handler";

/** What the worker can do, by the kind a job carries. */
export const handlers: Handlers = {};
