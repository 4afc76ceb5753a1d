/**
 * The evidence of scenarios as the page holds it: JSON, deflated (RFC 1951), in Base64, in an element
 * that no browser runs. Equal evidence stands there once.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { Spool, type SpoolPlace, type Write } from './spool';

/** Half the time of zlib's own choice, for a tenth more bytes: it is a run that waits. */
const LEVEL = 3;

export class EvidenceSpool {
  readonly #spool = new Spool();
  readonly #places = new Map<string, SpoolPlace>();

  /** @returns the id of its element */
  add(evidence: object): string {
    const json = JSON.stringify(evidence);
    const id = `e-${createHash('sha256').update(json).digest('hex').slice(0, 32)}`;
    if (!this.#places.has(id)) {
      const data = deflateRawSync(json, { level: LEVEL }).toString('base64');
      this.#places.set(
        id,
        this.#spool.append(`<script type="application/octet-stream" id="${id}">${data}</script>\n`),
      );
    }
    return id;
  }

  /** Each of them once, in the order of the ids. */
  copy(ids: readonly string[], write: Write): void {
    for (const id of new Set(ids)) {
      const place = this.#places.get(id);
      if (place !== undefined) this.#spool.copy(place, write);
    }
  }

  close(): void {
    this.#spool.close();
  }
}
