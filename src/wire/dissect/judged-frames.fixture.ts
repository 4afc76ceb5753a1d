/**
 * Frames as tshark takes them apart: of any link types, in one file, as trees and lines like ours.
 */
import { writePcapng } from '../capture/write-pcapng';
import { judge } from '../testing/referee';
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
  return judge('tshark', ['-n', '-r', '{}', ...ALONE, ...withoutUnspoken(), ...output], file);
}

export function fieldsByTshark(frames: readonly JudgedFrame[]): FieldNode[][] {
  return judgedFields(tshark(frames, ['-T', 'pdml']));
}

const COLUMNS = ['Protocol', 'Source', 'Destination', 'Info'];
/** What the list tells of the frame of the other direction. */
const OTHER_FRAME = / \((request|reply) in \d+\)| \(no response found!\)/;

export function summariesByTshark(frames: readonly JudgedFrame[]): FrameSummary[] {
  const names = COLUMNS.flatMap((column) => ['-e', `_ws.col.${column}`]);
  const lines = tshark(frames, ['-T', 'fields', ...names]).split('\n');
  return frames.map((_frame, index) => {
    const [protocol = '', source = '', destination = '', info = ''] = (lines[index] ?? '').split(
      '\t',
    );
    return { protocol, source, destination, info: info.replace(OTHER_FRAME, '') };
  });
}
