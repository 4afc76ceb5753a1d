/**
 * The folder of captures: for each scenario one pcapng of all interfaces, and beside it a folder with
 * a classic pcap of each, for tools that know no other. File names come from the features, so nothing
 * of them is trusted.
 */
import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CaptureFormatError } from '../wire/capture/capture';
import { writePcap } from '../wire/capture/pcap';
import { readCapture } from '../wire/capture/read-capture';

/** So many bytes of pcapng are kept of one run; the disk is not ours. */
const BYTES_MAX = 512 * 1024 * 1024;
const NAME_MAX = 120;
const CAPTURES = 'captures';

export interface CaptureFile {
  /** Within the folder of reports, with slashes: `captures/nat-outgoing-12.pcapng`. */
  readonly path: string;
  /** `k8s-w1 ens5`; `undefined` for the file of all interfaces. */
  readonly interfaceName: string | undefined;
  readonly frames: number;
}

export class CaptureFolder {
  readonly #folder: string;
  readonly #used = new Set<string>();
  #bytes = 0;

  /** Removes the captures of the run before: what is there afterwards is this run's. */
  constructor(folder: string) {
    this.#folder = folder;
    const captures = join(folder, CAPTURES);
    mkdirSync(captures, { recursive: true });
    clear(captures);
  }

  /**
   * @param where the scenario: `features/nat/outgoing.feature:12`
   * @returns nothing where the limit is reached, or where the bytes are no capture
   */
  write(where: string, pcapng: Uint8Array): readonly CaptureFile[] {
    this.#bytes += pcapng.length;
    if (this.#bytes > BYTES_MAX) return [];
    const capture = captureIn(pcapng);
    if (capture === undefined) return [];
    const stem = this.#stemFor(where);
    const whole = `${CAPTURES}/${stem}.pcapng`;
    writeFileSync(join(this.#folder, whole), pcapng);
    mkdirSync(join(this.#folder, CAPTURES, stem), { recursive: true });
    const parts = capture.interfaces.map(({ name, linkType }) => {
      const frames = capture.frames.filter(({ interfaceName }) => interfaceName === name);
      const path = `${CAPTURES}/${stem}/${safeName(name)}.pcap`;
      writeFileSync(join(this.#folder, path), writePcap(linkType, frames));
      return { path, interfaceName: name, frames: frames.length };
    });
    return [{ path: whole, interfaceName: undefined, frames: capture.frames.length }, ...parts];
  }

  /** `features/nat/outgoing.feature:12` becomes `nat-outgoing-12`. */
  #stemFor(where: string): string {
    const stem = safeName(where.replace(/^features\//, '').replace(/\.feature:/, ':'));
    let name = stem;
    for (let count = 2; this.#used.has(name); count++) name = `${stem}-${count}`;
    this.#used.add(name);
    return name;
  }
}

function captureIn(pcapng: Uint8Array): ReturnType<typeof readCapture> | undefined {
  try {
    return readCapture(pcapng, '');
  } catch (error) {
    if (error instanceof CaptureFormatError) return undefined;
    throw error;
  }
}

/** Letters and digits of any language, `.`, `_` and `-`; never empty, hidden, or a way upwards. */
function safeName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return safe.slice(-NAME_MAX) || 'scenario';
}

function clear(captures: string): void {
  const names = readdirSync(captures, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((file) => /\.pcap(ng)?$/.test(file))) {
    rmSync(join(captures, name), { force: true });
  }
  const folders = new Set(names.map((name) => dirname(name)).filter((name) => name !== '.'));
  for (const folder of folders) {
    try {
      rmdirSync(join(captures, folder));
    } catch {
      // Somebody keeps a file of his own there.
    }
  }
}
