/**
 * The time before each packet (util-print.c of tcpdump 4.99, `ts_print`), in UTC as the nodes' clocks
 * are set.
 */

const SECOND_US = 1_000_000;

/** Each packet's time, in the style that so many `-t` ask for; some count from a packet before. */
export class TimeStamps {
  readonly #style: number;
  #referenceUs: number | undefined;

  constructor(style: number) {
    this.#style = style;
  }

  /** @param atUs microseconds since 1970 */
  text(atUs: number): string {
    switch (this.#style) {
      case 0:
        return `${clockText(atUs)} `;
      case 2:
        return `${Math.floor(atUs / SECOND_US)}.${fraction(atUs)} `;
      case 4:
        return `${new Date(atUs / 1000).toISOString().slice(0, 10)} ${clockText(atUs)} `;
      case 3:
      case 5:
        return this.#distance(atUs);
      default:
        return '';
    }
  }

  #distance(atUs: number): string {
    const from = this.#referenceUs ?? atUs;
    if (this.#referenceUs === undefined || this.#style === 3) this.#referenceUs = atUs;
    const sign = atUs < from ? '-' : ' ';
    return `${sign}${clockText(Math.abs(atUs - from))} `;
  }
}

function clockText(us: number): string {
  return `${new Date(us / 1000).toISOString().slice(11, 19)}.${fraction(us)}`;
}

function fraction(us: number): string {
  return String(us % SECOND_US).padStart(6, '0');
}
