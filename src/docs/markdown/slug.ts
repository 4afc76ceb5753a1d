/**
 * A heading's name in the address of its page: letters and digits of any script, joined by dashes.
 */
export class Slugs {
  readonly #taken = new Set<string>();

  /** A name that no other heading of the page has. */
  slugOf(heading: string): string {
    const plain = heading
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    for (let count = 1; ; count++) {
      const slug = count === 1 ? plain : `${plain}-${count}`;
      if (this.#taken.has(slug)) continue;
      this.#taken.add(slug);
      return slug;
    }
  }
}
