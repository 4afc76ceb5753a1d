/**
 * What a clock on the wall shows in a world whose time is virtual: it began on the evening of the
 * tutorial, and goes on by the scheduler's microseconds.
 */

/** 2024-09-05 21:00:00 UTC, in milliseconds since 1970. */
const BEGINNING_MS = Date.UTC(2024, 8, 5, 21, 0, 0);

/** @param nowUs microseconds since the network was made */
export function wallClock(nowUs: number): Date {
  return new Date(BEGINNING_MS + nowUs / 1000);
}
