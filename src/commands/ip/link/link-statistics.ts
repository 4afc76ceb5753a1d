/**
 * `ip -s link`: what went through a device (`__print_link_stats`, iproute2 6.1, ip/ipaddress.c).
 * Errors and collisions never happen here.
 */
import type { Device, Traffic } from '../../../kernel/devices/device';
import { type Field, field } from '../field';
import type { IpOptions } from '../ip-options';

const RX = ['bytes', 'packets', 'errors', 'dropped', 'missed', 'mcast'] as const;
const RX_ERRORS = ['length', 'crc', 'frame', 'fifo', 'overrun'] as const;
const TX = ['bytes', 'packets', 'errors', 'dropped', 'carrier', 'collsns'] as const;
const TX_ERRORS = ['aborted', 'fifo', 'window', 'heartbt', 'transns'] as const;
/** Of the columns; a longer number makes its column wider. */
const WIDTHS = [6, 7, 6, 7, 7, 7] as const;

export function statisticsFields(
  { received, sent }: Device,
  { moreStatistics }: IpOptions,
): readonly Field[] {
  const widths = WIDTHS.map((width, index) =>
    Math.max(width, ...[received, sent].map((one) => cellsOf(one)[index]?.length ?? 0)),
  );
  const lines = [
    ...table('RX: ', RX, cellsOf(received), widths),
    ...(moreStatistics ? table('RX errors:', RX_ERRORS, [], widths.slice(1)) : []),
    ...table('TX: ', TX, cellsOf(sent), widths),
    ...(moreStatistics ? table('TX errors:', TX_ERRORS, [], widths.slice(1)) : []),
  ];
  const text = lines.map((line) => `\n    ${line}`).join('');
  return [
    field(text, 'stats64', {
      rx: {
        bytes: received.bytes,
        packets: received.packets,
        errors: 0,
        dropped: 0,
        over_errors: 0,
        multicast: 0,
      },
      tx: {
        bytes: sent.bytes,
        packets: sent.packets,
        errors: 0,
        dropped: 0,
        carrier_errors: 0,
        collisions: 0,
      },
    }),
  ];
}

function cellsOf({ bytes, packets }: Traffic): readonly string[] {
  return [String(bytes), String(packets)];
}

/** A line of headings and one of numbers below; those that are not given are zero. */
function table(
  title: string,
  headings: readonly string[],
  values: readonly string[],
  widths: readonly number[],
): readonly [string, string] {
  const hasBytes = title.endsWith(' ');
  const widthOf = (index: number) => widths[index] ?? 0;
  const head = headings.map((heading, index) => heading.padStart(widthOf(index))).join(' ');
  const body = headings.map((_, index) => (values[index] ?? '0').padStart(widthOf(index)));
  const gap = hasBytes ? '' : ' ';
  return [
    `${title}${gap}${head}${hasBytes ? ' '.repeat(11) : ''}`,
    `${' '.repeat(title.length)}${gap}${body.join(' ')} `,
  ];
}
