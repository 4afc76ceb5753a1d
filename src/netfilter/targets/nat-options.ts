/** What the NAT targets have in common: addresses with ports, and the options for chance. */
import { formatIpv4, parseIpv4 } from '../../addr/ipv4';
import { parameterProblem } from '../command-error';
import type { AddressRange } from '../nat/translation';
import type { GivenOptions } from '../options';
import type { PortRange } from '../port-range';

export interface NatFlags {
  readonly random: boolean;
  readonly randomFully: boolean;
}

export interface NatTarget extends NatFlags {
  readonly addresses: AddressRange | undefined;
  readonly ports: PortRange | undefined;
  readonly persistent: boolean;
}

const PORT_MAX = 0xffff;

export function natFlags(options: GivenOptions): NatFlags {
  return { random: options.has('--random'), randomFully: options.has('--random-fully') };
}

/** Reads `10.0.0.1`, `10.0.0.1-10.0.0.9`, `10.0.0.1:80`, `10.0.0.1:80-90` and `:80`. */
export function parseAddressesAndPorts(text: string): Pick<NatTarget, 'addresses' | 'ports'> {
  const [addressText = '', portText] = text.split(':');
  return {
    addresses: addressText === '' ? undefined : parseAddresses(addressText),
    ports: portText === undefined ? undefined : parseNatPorts(portText),
  };
}

function parseAddresses(text: string): AddressRange {
  const [lowText = '', highText = lowText] = text.split('-');
  const low = parseIpv4(lowText);
  const high = parseIpv4(highText);
  if (low !== undefined && high !== undefined) return { low, high };
  throw parameterProblem(`Bad IP address "${low === undefined ? lowText : highText}"\n`);
}

/** Reads `80` and `1024-2048`: NAT writes ranges with a hyphen. */
export function parseNatPorts(text: string): PortRange {
  const [, lowText = '', highText = lowText] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  const range = { low: Number(lowText), high: Number(highText) };
  if (lowText === '' || range.high > PORT_MAX) {
    throw parameterProblem(`Port \`${text}' not valid\n`);
  }
  if (range.low > range.high) throw parameterProblem(`Port range \`${text}' funky\n`);
  return range;
}

export function formatAddressesAndPorts({ addresses, ports }: NatTarget): string {
  const low = addresses === undefined ? '' : formatIpv4(addresses.low);
  const high = addresses === undefined ? '' : formatIpv4(addresses.high);
  const range = low === high ? low : `${low}-${high}`;
  return ports === undefined ? range : `${range}:${formatNatPorts(ports)}`;
}

export function formatNatPorts({ low, high }: PortRange): string {
  return low === high ? String(low) : `${low}-${high}`;
}

/** In iptables' order; the listing has them without the hyphens. */
export function flagWords({ random, randomFully }: NatFlags): readonly string[] {
  return [...(random ? ['random'] : []), ...(randomFully ? ['random-fully'] : [])];
}
