/** Up to so many rows a file is written while it is downloaded; more are left for the worker. */
export const largestAtOnce = 2000;

/** More rows than this are handed out to who types their password again: an open session alone does not empty the company. */
export const mostUnasked = 1000;
