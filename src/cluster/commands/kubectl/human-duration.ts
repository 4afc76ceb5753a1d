/**
 * How long something has been, in at most two units, as the column AGE shows it
 * (k8s.io/apimachinery, pkg/util/duration, HumanDuration).
 */
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** @param us microseconds; `33s`, `2m39s`, `5h3m`, `12d` */
export function humanDuration(us: number): string {
  const seconds = Math.floor(us / 1_000_000);
  if (seconds < 2 * MINUTE) return `${seconds}s`;
  if (seconds < 10 * MINUTE) return inTwo(seconds, [MINUTE, 'm'], [1, 's']);
  if (seconds < 3 * HOUR) return `${Math.floor(seconds / MINUTE)}m`;
  if (seconds < 8 * HOUR) return inTwo(seconds, [HOUR, 'h'], [MINUTE, 'm']);
  if (seconds < 2 * DAY) return `${Math.floor(seconds / HOUR)}h`;
  if (seconds < 8 * DAY) return inTwo(seconds, [DAY, 'd'], [HOUR, 'h']);
  if (seconds < 2 * YEAR) return `${Math.floor(seconds / DAY)}d`;
  if (seconds < 8 * YEAR) return inTwo(seconds, [YEAR, 'y'], [DAY, 'd']);
  return `${Math.floor(seconds / YEAR)}y`;
}

type Unit = readonly [length: number, letter: string];

function inTwo(seconds: number, [long, first]: Unit, [short, second]: Unit): string {
  const rest = Math.floor((seconds % long) / short);
  const head = `${Math.floor(seconds / long)}${first}`;
  return rest === 0 ? head : `${head}${rest}${second}`;
}
