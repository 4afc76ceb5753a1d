/**
 * What somebody changed by hand of that which Felix and BIRD look after. In life they would put it back
 * after a while; here neither looks again, so what a host does after that while is no witness.
 */
import type { Lab } from '../lab/lab';

export class HandMade {
  readonly #lab: Lab;
  /** What hosts were like before somebody typed on them. */
  readonly #before = new Map<string, string>();

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** To be called before somebody types there. */
  async remember(host: string): Promise<void> {
    if (!this.#before.has(host)) this.#before.set(host, await this.#tablesOf(host));
  }

  /** Everything is as Felix wants it again. */
  forget(): void {
    this.#before.clear();
  }

  /** @returns a host that is not as it was left */
  async changedHost(): Promise<string | undefined> {
    for (const [host, before] of this.#before) {
      if ((await this.#tablesOf(host)) !== before) return host;
    }
    return undefined;
  }

  /** Rules and sets without their counters, and routes. */
  async #tablesOf(host: string): Promise<string> {
    const answers = await Promise.all([
      this.#lab.run(host, ['iptables-save']),
      this.#lab.run(host, ['ipset', 'save']),
      this.#lab.run(host, ['ip', '-4', 'route', 'show']),
    ]);
    return answers.map(({ stdout }) => stdout.replaceAll(/\[\d+:\d+\]|^#.*$/gm, '')).join('\n');
  }
}
