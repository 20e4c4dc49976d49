/** Up to so many rows a file is written while it is downloaded; more are left for the worker. */
export const largestAtOnce = 2000;
