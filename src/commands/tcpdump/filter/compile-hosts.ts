/**
 * `host 10.0.0.1`, `dst net 172.16.0.0/12`, `ether src ee:ee:ee:ee:ee:ee` (gencode.c of libpcap 1.10,
 * `gen_host`, `gen_mcode`, `gen_ecode`): the outer header's addresses, or those of ARP.
 */
import { notModelled } from '../../command';
import { inDirection } from './compile-ports';
import type { Direction, Qualifiers, Word } from './expression';
import { filterError } from './filter-error';
import type { FilterLink } from './filter-link';
import { type FilterContext, networkType } from './filter-program';
import { both, either, equals, type Test } from './filter-test';

interface Network {
  readonly address: number;
  readonly mask: number;
}

const ALL_BITS = 0xffffffff;

export function compileHosts(context: FilterContext, word: Word, qualifiers: Qualifiers): Test {
  const { link } = context;
  const { protocol, direction, address } = qualifiers;
  if (word.kind === 'mac') {
    if (protocol === 'link' && address !== 'net') return isMac(link, word.text, direction);
    throw filterError('ethernet address used in non-ether expression');
  }
  if (protocol === 'link') refuseLinkWord(context, word, address === 'net' ? 'net' : 'host');
  const tests = networksOf(context, word, address === 'net').map((network) => {
    return isNetwork(link, network, protocol, direction, address === 'net' ? 'net' : 'host');
  });
  return tests.reduce(either);
}

/** Behind `ether` only MAC addresses make sense. */
function refuseLinkWord({ link }: FilterContext, word: Word, kind: 'host' | 'net'): void {
  if (word.kind === 'number' || word.kind === 'address') {
    throw filterError('illegal link layer address');
  }
  if (word.kind !== 'name') throw filterError(`link-layer modifier applied to ${kind}`);
  if (kind === 'net') throw filterError(`unknown network '${word.text}'`);
  throw filterError(
    link.hasMacs
      ? `unknown ether host '${word.text}'`
      : 'only ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel supports link-level host name',
  );
}

function networksOf({ names }: FilterContext, word: Word, isNet: boolean): readonly Network[] {
  switch (word.kind) {
    case 'number':
      return [isNet ? promoted(word.value) : { address: word.value, mask: ALL_BITS }];
    case 'address':
      return [shortAddress(word.text)];
    case 'network':
      return [networkOf(word.text, maskOf(word.bits), `${word.text}/${word.bits}`, isNet)];
    case 'masked': {
      const { address: mask } = shortAddress(word.mask);
      return [networkOf(word.text, mask, `${word.text} mask ${word.mask}`, isNet)];
    }
    case 'name': {
      if (isNet) throw filterError(`unknown network '${word.text}'`);
      const hosts = names.hosts(word.text);
      if (hosts.length === 0) throw filterError(`unknown host '${word.text}'`);
      return hosts.map((address) => ({ address, mask: ALL_BITS }));
    }
    default:
      throw filterError('ethernet address used in non-ether expression');
  }
}

/** `net 10` is 10.0.0.0/8. */
function promoted(value: number): Network {
  let address = value;
  let mask = ALL_BITS;
  while (address !== 0 && address >>> 24 === 0) {
    address = (address << 8) >>> 0;
    mask = (mask << 8) >>> 0;
  }
  return { address, mask };
}

/** `172.16` is 172.16.0.0 with a mask of 16 bits, behind `host` too. */
function shortAddress(text: string): Network {
  const parts = text.split('.').map(Number);
  if (parts.some((part) => Number.isNaN(part) || part > 255)) {
    throw filterError(`invalid IPv4 address '${text}'`);
  }
  const bits = 8 * parts.length;
  const value = parts.reduce((sum, part) => ((sum << 8) | part) >>> 0, 0);
  return { address: (value << (32 - bits)) >>> 0, mask: maskOf(bits) };
}

function maskOf(bits: number): number {
  if (bits > 32) throw filterError('mask length must be <= 32');
  return bits === 0 ? 0 : (ALL_BITS << (32 - bits)) >>> 0;
}

function networkOf(text: string, mask: number, said: string, isNet: boolean): Network {
  const { address } = shortAddress(text);
  if ((address & ~mask) !== 0) throw filterError(`non-network bits set in "${said}"`);
  if (!isNet) throw filterError('Mask syntax for networks only');
  return { address, mask };
}

function isNetwork(
  link: FilterLink,
  network: Network,
  protocol: string | undefined,
  direction: Direction | undefined,
  kind: 'host' | 'net',
): Test {
  switch (protocol) {
    case undefined:
      return ['ip', 'arp', 'rarp']
        .map((name) => isNetwork(link, network, name, direction, kind))
        .reduce(either);
    case 'ip':
      return over(link, protocol, network, direction, { source: 12, destination: 16 });
    case 'arp':
    case 'rarp':
      return over(link, protocol, network, direction, { source: 14, destination: 24 });
    case 'ip6':
      throw filterError("'ip6' modifier applied to ip host");
    case 'sctp':
    case 'tcp':
    case 'udp':
    case 'icmp':
    case 'igmp':
    case 'igrp':
    case 'icmp6':
    case 'ah':
    case 'esp':
    case 'pim':
    case 'vrrp':
    case 'carp':
      throw filterError(`'${protocol}' modifier applied to ${kind}`);
    default:
      throw notModelled(`the filter primitive ${protocol} ${kind}`);
  }
}

function over(
  link: FilterLink,
  protocol: string,
  { address, mask }: Network,
  direction: Direction | undefined,
  places: { readonly source: number; readonly destination: number },
): Test {
  const isAt = (at: number) => equals(link.payloadAt + at, 4, address, mask);
  const fits = inDirection(direction, isAt(places.source), isAt(places.destination));
  return both(link.isOfType(networkType(protocol) ?? 0), fits);
}

function isMac(link: FilterLink, text: string, direction: Direction | undefined): Test {
  if (!link.hasMacs) {
    const where = 'ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel';
    throw filterError(`ethernet addresses supported only on ${where}`);
  }
  const { high, low } = macParts(text);
  const isAt = (at: number): Test => {
    return both(equals(at + 2, 4, low), equals(at, 2, high));
  };
  return inDirection(direction, isAt(6), isAt(0));
}

/** With any of the separators, or none (`pcap_ether_aton`). */
function macParts(text: string): { readonly high: number; readonly low: number } {
  const parts = text.split(/[:.-]/);
  const width = parts.length === 6 ? 2 : 12 / parts.length;
  const digits = parts.map((part) => part.padStart(width, '0')).join('');
  return {
    high: Number.parseInt(digits.slice(0, 4), 16),
    low: Number.parseInt(digits.slice(4), 16),
  };
}
