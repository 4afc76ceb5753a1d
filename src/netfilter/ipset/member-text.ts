/**
 * The addresses that a member's text stands for, as ipset reads them (`ipset_parse_ip4_net`,
 * `ipset_parse_ip_range`, lib/parse.c): `10.0.0.1`, `10.0.0.0/30` and `10.0.0.1-10.0.0.5`.
 */
import { type Cidr, cidrOf, cidrSize } from '../../addr/cidr';
import { type Ipv4, ipv4FromBits, parseIpv4 } from '../../addr/ipv4';
import { type CommandError, ipsetRefusal } from '../command-error';

/** As many as a set holds by default: beyond that it is full anyway. */
const ADDRESSES_MAX = 65_536;
const LENGTH_MAX = 32;

interface AddressSpan {
  readonly first: Ipv4;
  readonly last: Ipv4;
}

export function parseSpan(text: string): AddressSpan {
  const [low = '', high, ...rest] = text.split('-');
  if (high !== undefined && rest.length === 0) {
    const [one, other] = [parseAddress(low, text), parseAddress(high, text)];
    return one <= other ? { first: one, last: other } : { first: other, last: one };
  }
  const network = parseNetwork(text);
  return {
    first: network.address,
    last: ipv4FromBits(network.address + cidrSize(network) - 1),
  };
}

/** Host bits are cleared. */
export function parseNetwork(text: string): Cidr {
  const [addressText = '', lengthText, ...rest] = text.split('/');
  const address = parseAddress(addressText, text);
  if (lengthText === undefined) return cidrOf(address, LENGTH_MAX);
  if (!/^\d+$/.test(lengthText) || rest.length > 0) {
    throw syntaxError(`'${lengthText}' is invalid as number`);
  }
  const length = Number(lengthText);
  if (length > LENGTH_MAX) throw syntaxError(`'${lengthText}' is out of range 0-32`);
  // A length of 0 is not stored: 0.0.0.0/0 must be written as two halves.
  if (length > 0) return cidrOf(address, length);
  throw ipsetRefusal('The value of the CIDR parameter of the IP address is invalid');
}

/** Every address of the span. */
export function addressesOf({ first, last }: AddressSpan): readonly Ipv4[] {
  const count = last - first + 1;
  if (count > ADDRESSES_MAX) throw ipsetRefusal('Hash is full, cannot add more elements');
  return Array.from({ length: count }, (_, at) => ipv4FromBits(first + at));
}

/** The fewest networks that are the span together (`ip_set_range_to_cidr`). */
export function networksOf({ first, last }: AddressSpan): readonly Cidr[] {
  const networks: Cidr[] = [];
  for (let at: number = first; at <= last; ) {
    let length = LENGTH_MAX;
    while (length > 1 && fits(at, length - 1, last)) length -= 1;
    networks.push(cidrOf(ipv4FromBits(at), length));
    at += 2 ** (LENGTH_MAX - length);
  }
  return networks;
}

export function syntaxError(what: string): CommandError {
  return ipsetRefusal(`Syntax error: ${what}`);
}

function fits(at: number, length: number, last: number): boolean {
  const size = 2 ** (LENGTH_MAX - length);
  return at % size === 0 && at + size - 1 <= last;
}

function parseAddress(text: string, whole: string): Ipv4 {
  const address = parseIpv4(text);
  if (address !== undefined) return address;
  throw syntaxError(`cannot parse ${whole}: resolving to IPv4 address failed`);
}
