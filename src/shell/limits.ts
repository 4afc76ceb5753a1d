/**
 * How much one line may do. The library counts; its profile `hardened` sets the rest.
 */

/** How long a line may take on the clock on the wall. */
const REAL_TIME_MS = 1500;

/** How far a line may let the virtual clock go: a day. */
export const VIRTUAL_TIME_MS = 24 * 3600 * 1000;

/** How many jobs one line may start. */
export const JOBS_MAX = 64;

/** How long a command may be, its heredocs included. */
export const LINES_LENGTH_MAX = 1024 * 1024;

export const LIMITS = {
  maxExecutionTimeMs: REAL_TIME_MS,
  maxHeredocSize: LINES_LENGTH_MAX,
  maxSourceBytes: LINES_LENGTH_MAX,
  maxFileSystemBytes: 32 * 1024 * 1024,
  maxArrayElements: 10_000,
} as const;
