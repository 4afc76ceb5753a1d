/**
 * The captures of a run as files: for each scenario one pcapng with every interface, and beside it a
 * folder with a classic pcap for each interface, for tools that know no other.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writePcap } from '../wire/capture/pcap';
import { readPcapng } from '../wire/capture/read-pcapng';

export interface CaptureFile {
  /** Below the folder of the reports, with slashes: `captures/ipip-12.pcapng`. */
  readonly path: string;
  /** `undefined` for the file of all interfaces. */
  readonly interfaceName: string | undefined;
  readonly frames: number;
}

const FOLDER = 'captures';

export class CaptureFiles {
  readonly #reports: string;
  /** Names that are taken: an outline's rows may share a line, and folders a file's name. */
  readonly #names = new Set<string>();

  /** @param reports the folder of the reports; the captures of the run before are removed from it */
  constructor(reports: string) {
    this.#reports = reports;
    rmSync(join(reports, FOLDER), { recursive: true, force: true });
  }

  /**
   * Writes a pcapng file and its interfaces.
   * @param where the scenario's place: `features/encapsulation/ipip.feature:12`
   * @returns what was written, the file of all interfaces first
   */
  write(where: string, pcapng: Uint8Array): readonly CaptureFile[] {
    const { interfaces, frames } = readPcapng(pcapng);
    const name = this.#nameOf(where);
    mkdirSync(join(this.#reports, FOLDER, name), { recursive: true });
    const written = interfaces.map(({ name: interfaceName, linkType }) => {
      const seen = frames.filter((frame) => frame.interfaceName === interfaceName);
      const path = `${FOLDER}/${name}/${slugOf(interfaceName)}.pcap`;
      this.#put(path, writePcap(linkType, seen));
      return { path, interfaceName, frames: seen.length };
    });
    const path = `${FOLDER}/${name}.pcapng`;
    this.#put(path, pcapng);
    return [{ path, interfaceName: undefined, frames: frames.length }, ...written];
  }

  #put(path: string, bytes: Uint8Array): void {
    writeFileSync(join(this.#reports, path), bytes);
  }

  #nameOf(where: string): string {
    const stem = slugOf(basename(where).replace('.feature', ''));
    let name = stem;
    for (let number = 2; this.#names.has(name); number++) name = `${stem}-${number}`;
    this.#names.add(name);
    return name;
  }
}

/** Letters, digits, dots and dashes: a name in every file system, and no way out of the folder. */
function slugOf(text: string): string {
  const slug = text.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return slug === '' ? 'unnamed' : slug;
}
