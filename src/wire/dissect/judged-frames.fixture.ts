/**
 * Frames as tshark takes them apart: of any link types, in one file, as trees and lines like ours.
 */
import { expect } from 'chai';
import { type Capture, LINKTYPE_ETHERNET } from '../capture/capture';
import { writePcapng } from '../capture/write-pcapng';
import { judge } from '../testing/referee';
import { dissect, summarise } from './dissect';
import type { FieldNode, FrameSummary } from './field-tree';
import { judgedFields } from './pdml.fixture';

export interface JudgedFrame {
  readonly linkType: number;
  /** When it was captured, in microseconds since 1970. */
  readonly atUs: number;
  readonly bytes: Uint8Array;
}

/** Of the protocols that tshark knows, those that this program speaks; with the others off, what they would read is data. */
const SPOKEN = [
  ...['eth', 'ethertype', 'arp', 'ip', 'icmp', 'udp', 'tcp', 'vxlan', 'echo', 'raw', 'data'],
  ...['frame', 'vlan'],
];
const NEEDED = /^(_ws\.|tcp\.option|ip\.option)/;

/** A frame by itself: nothing is put together from several, nothing is compared with earlier ones. */
const ALONE = [
  'ip.defragment',
  'tcp.analyze_sequence_numbers',
  'tcp.desegment_tcp_streams',
  'arp.detect_duplicate_ips',
].flatMap((preference) => ['-o', `${preference}:FALSE`]);

/** Asked once: tshark takes its time to list them. */
let unspoken: readonly string[] | undefined;

function withoutUnspoken(): readonly string[] {
  unspoken ??= judge('tshark', ['-G', 'protocols'], new Uint8Array())
    .split('\n')
    .map((line) => line.split('\t')[2] ?? '')
    .filter((name) => name !== '' && !SPOKEN.includes(name) && !NEEDED.test(name))
    .flatMap((name) => ['--disable-protocol', name]);
  return unspoken;
}

function tshark(frames: readonly JudgedFrame[], output: readonly string[]): string {
  const linkTypes = [...new Set(frames.map(({ linkType }) => linkType))];
  const file = writePcapng({
    interfaces: linkTypes.map((linkType) => ({ name: `link ${linkType}`, linkType })),
    frames: frames.map(({ linkType, atUs, bytes }) => ({
      interfaceName: `link ${linkType}`,
      atUs,
      direction: undefined,
      bytes,
    })),
  });
  const { TZ } = process.env;
  // It shows the times in the data of a ping as the clocks here go.
  process.env['TZ'] = 'UTC';
  try {
    return judge('tshark', ['-n', '-r', '{}', ...ALONE, ...withoutUnspoken(), ...output], file);
  } finally {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  }
}

function fieldsByTshark(frames: readonly JudgedFrame[]): FieldNode[][] {
  return judgedFields(tshark(frames, ['-T', 'pdml']));
}

const COLUMNS = ['Protocol', 'Source', 'Destination', 'Info'];
/** What the list tells of the frame of the other direction. */
const OTHER_FRAME = / \((request|reply) in \d+\)| \(no response found!\)/;

function summariesByTshark(frames: readonly JudgedFrame[]): FrameSummary[] {
  const names = COLUMNS.flatMap((column) => ['-e', `_ws.col.${column}`]);
  const lines = tshark(frames, ['-T', 'fields', ...names]).split('\n');
  return frames.map((_frame, index) => {
    const [protocol = '', source = '', destination = '', info = ''] = (lines[index] ?? '').split(
      '\t',
    );
    return { protocol, source, destination, info: info.replace(OTHER_FRAME, '') };
  });
}

/** Both answers to every frame are asserted whole: trees with name, label, value and place of each field. */
export function expectAsTshark(
  frames: readonly JudgedFrame[],
  isSpoken = (_fields: string) => true,
): void {
  const fields = fieldsByTshark(frames);
  const summaries = summariesByTshark(frames);
  expect([fields.length, summaries.length]).to.deep.equal([frames.length, frames.length]);
  frames.forEach(({ bytes, linkType, atUs }, index) => {
    if (!isSpoken(JSON.stringify(fields[index]))) return;
    const mine = { fields: dissect(bytes, linkType, atUs), summary: summarise(bytes, linkType) };
    const theirs = { fields: fields[index], summary: summaries[index] };
    // Chai compares slowly what is equal.
    if (JSON.stringify(mine) === JSON.stringify(theirs)) return;
    expect(mine, `frame ${index}`).to.deep.equal(theirs);
    throw new Error(`frame ${index}: the order of keys`);
  });
}

/** The frames of captures, each different content once. */
export function differentFrames(captures: readonly Capture[]): JudgedFrame[] {
  const different = new Map<string, JudgedFrame>();
  for (const { interfaces, frames } of captures) {
    const linkTypes = new Map(interfaces.map(({ name, linkType }) => [name, linkType]));
    for (const { interfaceName, atUs, bytes } of frames) {
      const linkType = linkTypes.get(interfaceName) ?? LINKTYPE_ETHERNET;
      different.set(`${linkType} ${bytes}`, { linkType, atUs, bytes });
    }
  }
  // The scale of a window stands in SYNs: tshark has not seen them when it reads the rest.
  const isSyn = ({ bytes, linkType }: JudgedFrame) =>
    summarise(bytes, linkType).info.includes('[SYN');
  const all = [...different.values()];
  return [...all.filter((frame) => !isSyn(frame)), ...all.filter(isSyn)];
}
