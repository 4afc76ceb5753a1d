/**
 * A TCP segment in tcpdump's words (print-tcp.c), with absolute numbers as `-S` prints them: one
 * segment alone knows no conversation to count from.
 */
import { viewOf } from './codec';
import { TCP_ACK, TCP_FIN, TCP_RST, TCP_SYN, type TcpSegment } from './tcp';

/** In the order in which they are printed. */
const FLAG_LETTERS = ['F', 'S', 'R', 'P', '.', 'U', 'E', 'W'];
const URGENT = 0x20;

/** `Flags [S], seq 1, win 64240, length 0`; `checked` stands where `-v` tells the checksum. */
export function tcpText(segment: TcpSegment, checked: string): string {
  const { flags, sequence, data } = segment;
  const letters = FLAG_LETTERS.filter((_, bit) => (flags & (1 << bit)) !== 0).join('');
  const end = data.length > 0 ? `:${(sequence + data.length) >>> 0}` : '';
  const hasSequence = data.length > 0 || (flags & (TCP_SYN | TCP_FIN | TCP_RST)) !== 0;
  const parts = [
    `Flags [${letters || 'none'}]`,
    checked,
    hasSequence ? `seq ${sequence}${end}` : '',
    flags & TCP_ACK ? `ack ${segment.acknowledgement}` : '',
    `win ${segment.window}`,
    flags & URGENT ? 'urg 0' : '',
    segment.options.length > 0 ? `options [${optionTexts(segment.options).join(',')}]` : '',
    `length ${data.length}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function optionTexts(options: Uint8Array): string[] {
  const view = viewOf(options);
  const texts: string[] = [];
  let at = 0;
  while (at < view.byteLength) {
    const option = view.getUint8(at);
    if (option === 0) return [...texts, 'eol'];
    if (option === 1) {
      texts.push('nop');
      at += 1;
      continue;
    }
    const length = at + 1 < view.byteLength ? view.getUint8(at + 1) : 0;
    if (length < 2 || at + length > view.byteLength) return [...texts, '[bad opt]'];
    texts.push(optionText(option, new DataView(view.buffer, view.byteOffset + at, length)));
    at += length;
  }
  return texts;
}

/** `option` is the whole option, its kind and length included. */
function optionText(kind: number, option: DataView): string {
  const length = option.byteLength;
  if (kind === 2 && length === 4) return `mss ${option.getUint16(2)}`;
  if (kind === 3 && length === 3) return `wscale ${option.getUint8(2)}`;
  if (kind === 4 && length === 2) return 'sackOK';
  if (kind === 5 && length % 8 === 2) return sackText(option);
  if (kind === 8 && length === 10)
    return `TS val ${option.getUint32(2)} ecr ${option.getUint32(6)}`;
  return `unknown-${kind}`;
}

function sackText(option: DataView): string {
  const count = (option.byteLength - 2) / 8;
  const ranges = Array.from({ length: count }, (_, index) => {
    const at = 2 + index * 8;
    return `{${option.getUint32(at)}:${option.getUint32(at + 4)}}`;
  });
  return `sack ${count} ${ranges.join('')}`;
}
