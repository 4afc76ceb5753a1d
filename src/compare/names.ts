/**
 * Numbers for what was drawn, in the order in which it is first met: the first ICMP id is `#1` on every
 * driver, and whatever is the same stays the same.
 */
export class Names {
  readonly #known = new Map<string, Map<string, string>>();

  /** @param what ids and ports have nothing to do with each other */
  of(what: string, value: string): string {
    const known = this.#known.get(what) ?? new Map<string, string>();
    this.#known.set(what, known);
    const name = known.get(value) ?? `#${known.size + 1}`;
    known.set(value, name);
    return name;
  }
}
