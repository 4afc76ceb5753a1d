/**
 * When a timer of the kernel goes off (kernel/time/timer.c, `calc_wheel_index`): never early, and the
 * longer it runs the more coarsely. With HZ=250 a timer of one second is up to 32 ms late and one of
 * five seconds up to 256 ms, which is why a silent neighbour is asked at 0, 1.02 and 2.05 s.
 */
const JIFFY_US = 4000;
/** Each level of the wheel has 64 buckets, each as long as 8 of the level below. */
const LEVEL_SHIFT = 3;
const FIRST_LEVEL_JIFFIES = 63;

/** @returns microseconds from now until a timer of `delayUs` goes off */
export function timerDelay(nowUs: number, delayUs: number): number {
  const expires = Math.floor(nowUs / JIFFY_US) + Math.ceil(delayUs / JIFFY_US);
  let granularity = 1;
  while (delayUs / JIFFY_US >= FIRST_LEVEL_JIFFIES * granularity) granularity <<= LEVEL_SHIFT;
  return (Math.floor(expires / granularity) + 1) * granularity * JIFFY_US - nowUs;
}
