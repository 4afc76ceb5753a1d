/**
 * What tcpdump has written of one packet so far, and what it may still read of it: netdissect.h of
 * tcpdump 4.99, whose printers look at bytes and never beyond those that were captured.
 */
import { formatIpv4, type Ipv4, ipv4FromBits } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import { viewOf } from './codec';
import { readMac } from './mac-field';
import type { TcpConversations } from './tcp-conversations';

/** How much to say, and in which words. */
export interface PrintStyle {
  /** `-e`: the link-level header stands before, and says what follows. */
  readonly showsLink: boolean;
  /** How often `-v` was given. */
  readonly verbosity: number;
  /** How often `-q` was given. */
  readonly quietness: number;
  /** Where TCP counts from; `undefined` (`-S`) prints the numbers as they are. */
  readonly conversations: TcpConversations | undefined;
  /** What nobody has a printer for is dumped; not where `-x` and the like show it anyway. */
  readonly dumpsUnknown: boolean;
  /** The names that stand for numbers; `undefined` with `-n`. */
  readonly names: PrintNames | undefined;
  /** The interface of that index on the host that prints (`if_indextoname`). */
  readonly deviceName: (index: number) => string | undefined;
}

/** Each is `undefined` where the number has no name. */
export interface PrintNames {
  readonly address: (address: Ipv4) => string | undefined;
  readonly port: (port: number, protocol: 'tcp' | 'udp') => string | undefined;
  readonly protocol: (protocol: number) => string | undefined;
}

/** The capture ends in the midst of a field: all printers stop, and ` [|tcp]` says where. */
export class CutOff extends Error {
  override readonly name = 'CutOff';
}

export class Printout {
  text = '';
  /** Whose header is being read, for the case that it is cut off. */
  protocol = '';
  readonly style: PrintStyle;
  readonly view: DataView;
  /** What lies from here on was not captured, or belongs to somebody else. */
  #end: number;

  constructor(bytes: Uint8Array, style: PrintStyle) {
    this.view = viewOf(bytes);
    this.style = style;
    this.#end = bytes.length;
  }

  get end(): number {
    return this.#end;
  }

  print(text: string): void {
    this.text += text;
  }

  /** Whether the capture ends before a header does, of which its printer then says no more. */
  isCut(at: number, length: number): boolean {
    if (this.has(at, length)) return false;
    this.print(` [|${this.protocol}]`);
    return true;
  }

  has(at: number, length: number): boolean {
    return at + length <= this.#end;
  }

  u8(at: number): number {
    if (at + 1 > this.#end) throw new CutOff();
    return this.view.getUint8(at);
  }

  u16(at: number): number {
    if (at + 2 > this.#end) throw new CutOff();
    return this.view.getUint16(at);
  }

  u32(at: number): number {
    if (at + 4 > this.#end) throw new CutOff();
    return this.view.getUint32(at);
  }

  mac(at: number): string {
    if (at + 6 > this.#end) throw new CutOff();
    return formatMac(readMac(this.view, at));
  }

  address(at: number): string {
    const address = ipv4FromBits(this.u32(at));
    return this.style.names?.address(address) ?? formatIpv4(address);
  }

  port(port: number, protocol: 'tcp' | 'udp'): string {
    return this.style.names?.port(port, protocol) ?? String(port);
  }

  /** Prints with a nearer end, and then the end is where it was (`nd_push_snaplen`). */
  within(end: number, body: () => void): void {
    const before = this.#end;
    this.#end = Math.min(before, end);
    body();
    this.#end = before;
  }
}

/** `0x0806` and the like. */
export function hexWord(word: number): string {
  return `0x${word.toString(16).padStart(4, '0')}`;
}
