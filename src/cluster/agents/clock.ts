/**
 * When an agent next looks at a part of its host. Nobody plans what nobody needs: a clock is asked only
 * once somebody has changed something, so an untouched lab has no timers of agents at all.
 */
export interface Clock {
  /** Microseconds, later than `nowUs`; `undefined`: never. */
  next(nowUs: number): number | undefined;
  /** Told that the agent has just written. */
  wrote(nowUs: number): void;
}
