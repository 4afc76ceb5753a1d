/** How long the hosts have been running: longer than anybody has been watching them. */

/** Four days and some hours; the tutorial's cluster was not made this morning. */
const BEFORE_S = 4 * 86_400 + 3 * 3600 + 17 * 60;

/** @param nowUs microseconds since the network was made */
export function uptimeSeconds(nowUs: number): number {
  return BEFORE_S + nowUs / 1e6;
}
