/**
 * What filters know of each kind of link (gencode.c of libpcap 1.10, `init_linktype`, `gen_linktype`):
 * where the packet begins, and how to tell whose packet it is.
 */
import { CommandError } from '../../../netfilter/command-error';
import {
  LINKTYPE_ETHERNET,
  LINKTYPE_IPV4,
  LINKTYPE_LINUX_SLL2,
  LINKTYPE_RAW,
} from '../../../wire/capture/capture';
import { ETHERNET_SIZE, ETHERTYPE_IPV4 } from '../../../wire/ethernet';
import { SLL2_SIZE } from '../../../wire/sll2';
import { ALWAYS, both, equals, holds, NEVER, type Test } from './filter-test';

export const ETHERTYPE_IPV6 = 0x86dd;

export interface FilterLink {
  /** Whether MAC addresses stand where Ethernet has them. */
  readonly hasMacs: boolean;
  /** Where the network layer's packet begins, in bytes. */
  readonly payloadAt: number;
  /** Where an interface's index stands. */
  readonly indexAt: number | undefined;
  /** Where the packet type stands (`SLL_OUTGOING` and its neighbours). */
  readonly packetTypeAt: number | undefined;
  readonly description: string;
  readonly isOfType: (etherType: number) => Test;
}

/** The longest payload that a length field says; larger numbers are EtherTypes. */
const LENGTH_MAX = 1500;

const isLength: Test = holds('is a length', (packet) => {
  return packet.load(12, 2) <= LENGTH_MAX;
});

const ETHERNET: FilterLink = {
  hasMacs: true,
  payloadAt: ETHERNET_SIZE,
  indexAt: undefined,
  packetTypeAt: undefined,
  description: 'Ethernet',
  isOfType: (etherType) =>
    etherType > LENGTH_MAX ? equals(12, 2, etherType) : both(isLength, equals(14, 1, etherType)),
};

const COOKED: FilterLink = {
  hasMacs: false,
  payloadAt: SLL2_SIZE,
  indexAt: 4,
  packetTypeAt: 10,
  description: 'Linux cooked v2',
  isOfType: (etherType) => equals(0, 2, etherType),
};

const RAW: FilterLink = {
  hasMacs: false,
  payloadAt: 0,
  indexAt: undefined,
  packetTypeAt: undefined,
  description: 'Raw IP',
  isOfType: (etherType) => {
    if (etherType === ETHERTYPE_IPV4) return isVersion(4);
    return etherType === ETHERTYPE_IPV6 ? isVersion(6) : NEVER;
  },
};

const LINKS: Readonly<Record<number, FilterLink>> = {
  [LINKTYPE_ETHERNET]: ETHERNET,
  [LINKTYPE_LINUX_SLL2]: COOKED,
  [LINKTYPE_RAW]: RAW,
  [LINKTYPE_IPV4]: {
    ...RAW,
    description: 'Raw IPv4',
    isOfType: (etherType) => (etherType === ETHERTYPE_IPV4 ? ALWAYS : NEVER),
  },
};

export function filterLinkOf(linkType: number): FilterLink {
  const link = LINKS[linkType];
  if (link !== undefined) return link;
  throw new CommandError(`tcpdump: not modelled here: filters on link type ${linkType}`, 64);
}

function isVersion(version: number): Test {
  return equals(0, 1, version << 4, 0xf0);
}
