/** Names of files and of places on a page. They come from features, so nothing of them is trusted. */

const NAME_MAX = 120;

/** Letters and digits of any language, `.`, `_` and `-`; never empty, hidden, or a way upwards. */
export function safeName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return safe.slice(-NAME_MAX).replace(/^[.-]+/, '') || 'scenario';
}

/** Names of scenarios by where they stand, each given once. */
export class ScenarioNames {
  readonly #used = new Set<string>();

  /**
   * @param uri `features/nat/outgoing.feature`
   * @returns `nat-outgoing-12`
   */
  nameFor(uri: string, line: number): string {
    const stem = safeName(`${uri.replace(/^features\//, '').replace(/\.feature$/, '')}-${line}`);
    let name = stem;
    for (let count = 2; this.#used.has(name); count++) name = `${stem}-${count}`;
    this.#used.add(name);
    return name;
  }

  /** The next one that stands there may have the name. */
  free(name: string): void {
    this.#used.delete(name);
  }
}
