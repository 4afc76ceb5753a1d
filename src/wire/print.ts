/**
 * Frames and packets in tcpdump's words: what `tcpdump` 4.99 prints behind the time stamp. It prints
 * bytes, as tcpdump does; for values there are the lines of `tcpdump -nn -S -t`, with `-e` or `-v`.
 */
import {
  captureBytes,
  LINKTYPE_ETHERNET,
  LINKTYPE_IPV4,
  LINKTYPE_LINUX_SLL2,
  LINKTYPE_RAW,
  linkTypeOf,
} from './capture/capture';
import { ETHERNET_SIZE, type Frame } from './ethernet';
import type { Ipv4Packet } from './ipv4';
import { printEthernet, printRaw, printSll2 } from './print-link';
import { CutOff, Printout, type PrintStyle } from './printout';
import { SLL2_SIZE } from './sll2';

type LinkPrinter = (out: Printout, at: number, length: number) => void;

const LINK_PRINTERS: Readonly<Record<number, LinkPrinter>> = {
  [LINKTYPE_ETHERNET]: printEthernet,
  [LINKTYPE_RAW]: printRaw,
  [LINKTYPE_IPV4]: printRaw,
  [LINKTYPE_LINUX_SLL2]: printSll2,
};

const LINK_BYTES: Readonly<Record<number, number>> = {
  [LINKTYPE_ETHERNET]: ETHERNET_SIZE,
  [LINKTYPE_LINUX_SLL2]: SLL2_SIZE,
};

/** Whether frames of that link type can be printed. */
export function canPrint(linkType: number): boolean {
  return LINK_PRINTERS[linkType] !== undefined;
}

/**
 * A captured frame; of those link types only that `canPrint`.
 * @param wireLength in bytes, where the capture is shorter than the frame was
 * @returns its text, without the line's end, and how many of its bytes are the link's
 */
export function printCaptured(
  linkType: number,
  bytes: Uint8Array,
  wireLength: number,
  style: PrintStyle,
): { readonly text: string; readonly linkBytes: number } {
  const out = new Printout(bytes, style);
  try {
    LINK_PRINTERS[linkType]?.(out, 0, wireLength);
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    return { text: `${out.text} [|${out.protocol}]`, linkBytes: 0 };
  }
  return { text: out.text, linkBytes: LINK_BYTES[linkType] ?? 0 };
}

const PLAIN: PrintStyle = {
  showsLink: false,
  verbosity: 0,
  quietness: 0,
  conversations: undefined,
  dumpsUnknown: false,
  names: undefined,
  deviceName: () => undefined,
};
const WITH_LINK: PrintStyle = { ...PLAIN, showsLink: true };
const VERBOSE: PrintStyle = { ...PLAIN, verbosity: 1 };

/** `IP 172.16.158.3 > 172.16.158.2: ICMP echo request, id 6617, seq 1, length 64`. */
export function packetLine(seen: Frame | Ipv4Packet): string {
  return textOf(seen, PLAIN);
}

/** As `-e`: MAC addresses, EtherType and length of the frame come first. */
export function linkLine(seen: Frame | Ipv4Packet): string {
  return textOf(seen, WITH_LINK);
}

/** As `-v`: the fields of every IP header, and what an ICMP error quotes. */
export function verboseLines(seen: Frame | Ipv4Packet): string {
  return textOf(seen, VERBOSE);
}

function textOf(seen: Frame | Ipv4Packet, style: PrintStyle): string {
  const bytes = captureBytes(seen);
  return printCaptured(linkTypeOf(seen), bytes, bytes.length, style).text.trimEnd();
}
