/**
 * The captures of a run as files: one pcapng with every interface for each scenario, and beside it a
 * folder with a classic pcap for each interface, for tools that know no other.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writePcap } from '../wire/capture/pcap';
import { readPcapng } from '../wire/capture/read-pcapng';
import { PCAP_MEDIA_TYPE } from './evidence';
import type { ReportedScenario } from './run-collector';

/** A file name and its folder below the folder of captures, without an ending. */
const NAME_LENGTH_MAX = 60;

/** `ipip/12-the-outer-header-is-from-node-to-node`: unique within a run, and speaking. */
export function captureName({ uri, line, name }: ReportedScenario): string {
  return join(slugOf(basename(uri, '.feature')), `${line}-${slugOf(name)}`);
}

/** The pcapng that a scenario attached, or `undefined` where it sent nothing. */
export function captureIn({ attachments }: ReportedScenario): Uint8Array | undefined {
  const attachment = attachments.find(({ mediaType }) => mediaType === PCAP_MEDIA_TYPE);
  return attachment === undefined ? undefined : Buffer.from(attachment.body, 'base64');
}

/** Writes the captures of a run in place of those of the run before. */
export function writeCaptures(folder: string, scenarios: readonly ReportedScenario[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const scenario of scenarios) {
    const file = captureIn(scenario);
    if (file === undefined) continue;
    const path = join(folder, captureName(scenario));
    mkdirSync(path, { recursive: true });
    writeFileSync(`${path}.pcapng`, file);
    for (const { name, bytes } of classicFiles(file)) writeFileSync(join(path, name), bytes);
  }
}

/** One file for each interface: `k8s-w1-tunl0.pcap`. */
export function classicFiles(
  pcapng: Uint8Array,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const { interfaces, frames } = readPcapng(pcapng);
  return interfaces.map(({ name, linkType }) => ({
    name: `${slugOf(name)}.pcap`,
    bytes: writePcap(
      linkType,
      frames.filter(({ interfaceName }) => interfaceName === name),
    ),
  }));
}

/** Letters, digits, dots and dashes: a name in every file system, and no way out of the folder. */
function slugOf(text: string): string {
  const slug = text
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, NAME_LENGTH_MAX);
  return slug === '' ? 'unnamed' : slug;
}
