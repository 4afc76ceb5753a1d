/**
 * Lines that were typed and are no command yet: bash goes on asking, and so they are kept.
 */
import type { HostShell } from './host-shell';
import type { Parsed } from './language/completeness';

/** So many lines are looked at one by one; a longer text only when it has grown by an eighth. */
const LINES_LOOKED_AT = 32;

export class PendingLines {
  #text: string | undefined;
  #count = 0;
  /** The line that a heredoc waits for. */
  #delimiter: string | undefined;
  #nextLook = 0;

  get isEmpty(): boolean {
    return this.#text === undefined;
  }

  forget(): void {
    this.#text = undefined;
    this.#count = 0;
    this.#delimiter = undefined;
    this.#nextLook = 0;
  }

  /** @param isLast whether nothing more is being typed now */
  async add(line: string, isLast: boolean, host: HostShell): Promise<Parsed> {
    this.#text = this.#text === undefined ? line : `${this.#text}\n${line}`;
    this.#count += 1;
    if (!isLast && !this.#isWorthALook(line)) return { kind: 'incomplete' };
    const parsed = await host.parse(this.#text);
    if (parsed.kind === 'incomplete') {
      this.#delimiter = parsed.delimiter;
      const isLong = this.#count > LINES_LOOKED_AT;
      this.#nextLook = isLong ? this.#text.length * (9 / 8) : 0;
    } else this.forget();
    return parsed;
  }

  #isWorthALook(line: string): boolean {
    if (this.#delimiter !== undefined) return line.replace(/^\t+/, '') === this.#delimiter;
    return (this.#text?.length ?? 0) >= this.#nextLook;
  }
}
