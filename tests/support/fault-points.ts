/** Where a worker can die while it sends a mail. */
export const faultPoints = ["after_claim", "before_send", "handed_over", "after_250", "after_commit"] as const;
export type FaultPoint = (typeof faultPoints)[number];
