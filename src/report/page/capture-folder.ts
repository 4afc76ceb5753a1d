/**
 * The folder of captures: for each scenario one pcapng of all interfaces; of one that did not hold also a
 * folder with a classic pcap of each, for tools that know no other, and its walks as JSON. Of the others
 * the page makes these when somebody asks: thousands of files that nobody reads would take a run's time.
 */
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writePcap } from '../../wire/capture/pcap';
import { readCapture } from '../../wire/capture/read-capture';
import type { CaptureFile } from '../model/evidence';
import type { Walk } from '../model/walk';
import { safeName } from './safe-name';

/** So many bytes of pcapng are kept of one run; the disk is not ours. */
const BYTES_MAX = 512 * 1024 * 1024;
const CAPTURES = 'captures';

export class CaptureFolder {
  readonly #folder: string;
  /** By the stems of their files. */
  readonly #bytes = new Map<string, number>();
  #allBytes = 0;

  /** Removes the captures of the run before: what is there afterwards is this run's. */
  constructor(folder: string) {
    this.#folder = folder;
    const captures = join(folder, CAPTURES);
    mkdirSync(captures, { recursive: true });
    clear(captures);
  }

  /**
   * @param stem a name that no other scenario has: `nat-outgoing-12`
   * @param frames how many the capture has
   * @returns nothing where the limit is reached
   */
  write(stem: string, pcapng: Uint8Array, frames: number): readonly CaptureFile[] {
    if (!this.#hasRoom(stem, pcapng.length)) return [];
    const path = `${CAPTURES}/${stem}.pcapng`;
    writeFileSync(join(this.#folder, path), pcapng);
    return [{ path, frames }];
  }

  /**
   * A file for each interface.
   * @param pcapng a capture that can be read
   */
  writeEach(stem: string, pcapng: Uint8Array): readonly CaptureFile[] {
    if (!this.#hasRoom(stem, pcapng.length)) return [];
    const capture = readCapture(pcapng, '');
    mkdirSync(join(this.#folder, CAPTURES, stem), { recursive: true });
    return capture.interfaces.map(({ name, linkType }) => {
      const frames = capture.frames.filter(({ interfaceName }) => interfaceName === name);
      const path = `${CAPTURES}/${stem}/${safeName(name)}.pcap`;
      writeFileSync(join(this.#folder, path), writePcap(linkType, frames));
      return { path, interfaceName: name, frames: frames.length };
    });
  }

  /** @returns its path from the page */
  writeTrace(stem: string, walks: readonly Walk[]): string | undefined {
    const text = JSON.stringify(walks);
    if (!this.#hasRoom(stem, text.length)) return undefined;
    const path = `${CAPTURES}/${stem}.json`;
    writeFileSync(join(this.#folder, path), text);
    return path;
  }

  /** Removes the files of a scenario that is no longer on the page. */
  remove(stem: string): void {
    const captures = join(this.#folder, CAPTURES);
    for (const name of [`${stem}.pcapng`, `${stem}.json`]) {
      rmSync(join(captures, name), { force: true });
    }
    if (existsSync(join(captures, stem))) clear(join(captures, stem));
    removeEmpty(join(captures, stem));
    this.#allBytes -= this.#bytes.get(stem) ?? 0;
    this.#bytes.delete(stem);
  }

  /** Counts the bytes in. */
  #hasRoom(stem: string, bytes: number): boolean {
    this.#allBytes += bytes;
    this.#bytes.set(stem, (this.#bytes.get(stem) ?? 0) + bytes);
    return this.#allBytes <= BYTES_MAX;
  }
}

/** Removes the captures of a folder, and the folders below that hold nothing else. */
function clear(captures: string): void {
  const names = readdirSync(captures, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((file) => /\.(pcap(ng)?|json)$/.test(file))) {
    rmSync(join(captures, name), { force: true });
  }
  const folders = new Set(names.map((name) => dirname(name)).filter((name) => name !== '.'));
  for (const folder of folders) removeEmpty(join(captures, folder));
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // There is none, or somebody keeps a file of his own there.
  }
}
