/**
 * A captured packet as tcpdump shows it: number, time, what it is, and its bytes where they are asked
 * for (print.c of 4.99, `pretty_print_packet`).
 */
import type { Ipv4 } from '../../addr/ipv4';
import { asciiDump, hexAndAsciiDump, hexDump } from '../../wire/hex-dump';
import { printCaptured } from '../../wire/print';
import type { PrintNames, PrintStyle } from '../../wire/printout';
import { TcpConversations } from '../../wire/tcp-conversations';
import { serviceName } from './filter/service-names';
import type { HostsFile } from './hosts-file';
import type { LineStyle } from './parse-tcpdump';
import { protocolName } from './protocol-names';
import { TimeStamps } from './time-stamp';

/** One frame, whether it was just seen or comes from a file. */
export interface SeenFrame {
  /** Microseconds since 1970. */
  readonly atUs: number;
  /** As much of it as was captured. */
  readonly bytes: Uint8Array;
  readonly wireLength: number;
}

/** Writes packets one after the other; TCP's numbers and some times count from those before. */
export class PacketLines {
  readonly #linkType: number;
  readonly #style: LineStyle;
  readonly #printStyle: PrintStyle;
  readonly #times: TimeStamps;
  #count = 0;

  constructor(
    linkType: number,
    style: LineStyle,
    hosts: HostsFile,
    deviceName: (index: number) => string | undefined,
  ) {
    this.#linkType = linkType;
    this.#style = style;
    this.#times = new TimeStamps(style.timeStyle);
    this.#printStyle = {
      showsLink: style.showsLink,
      verbosity: style.verbosity,
      quietness: style.quietness,
      conversations: style.hasAbsoluteNumbers ? undefined : new TcpConversations(),
      dumpsUnknown: style.quietness + style.hex + style.hexAndAscii === 0,
      names: style.isNumeric ? undefined : namesOf(hosts, style.isBrief),
      deviceName,
    };
  }

  /** The packet's lines, with their ends. */
  text({ atUs, bytes, wireLength }: SeenFrame): string {
    this.#count += 1;
    const number = this.#style.isNumbered ? `${String(this.#count).padStart(5)}  ` : '';
    const { text, linkBytes } = printCaptured(this.#linkType, bytes, wireLength, this.#printStyle);
    return `${number}${this.#times.text(atUs)}${text}${this.#dump(bytes, linkBytes)}\n`;
  }

  #dump(bytes: Uint8Array, linkBytes: number): string {
    const { hex, hexAndAscii, ascii } = this.#style;
    const times = hexAndAscii || hex || ascii;
    const shown = times > 1 ? bytes : bytes.subarray(linkBytes);
    if (times === 0 || shown.length === 0) return '';
    if (hexAndAscii > 0) return hexAndAsciiDump(shown);
    return hex > 0 ? hexDump(shown) : asciiDump(shown);
  }
}

function namesOf(hosts: HostsFile, isBrief: boolean): PrintNames {
  return {
    address: (address: Ipv4) => {
      const name = hosts.nameOf(address);
      return isBrief ? name?.replace(/\..*/, '') : name;
    },
    port: serviceName,
    protocol: protocolName,
  };
}
