/** Drawing pictures anew takes much memory for a moment; glibc would keep it, for each thread, for good. */
export const frugal = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };
