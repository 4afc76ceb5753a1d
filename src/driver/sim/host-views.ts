/**
 * A simulated host's tables as the driver shows them.
 */

import type { Device } from '../../kernel/devices/device';
import type { Netns } from '../../kernel/netns';
import type { Tuple as ConntrackTuple } from '../../netfilter/conntrack/tuple';
import type { NetfilterTable } from '../../netfilter/packet';
import { renderRule } from '../../netfilter/render-rule';
import { PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP } from '../../wire/ipv4';
import type { ConnectionRow, Link, Neighbour, Tuple } from '../driver';

/** All rows but those of devices that need none, as `ip neigh` shows them. */
export function neighboursOf({ neighbours }: Netns): readonly Neighbour[] {
  return [...neighbours.rows()]
    .filter(({ state }) => state !== 'none' && state !== 'noarp')
    .map(({ device, address, mac, state, isValid }) => ({
      device: device.name,
      address,
      mac: isValid ? mac : undefined,
      state: state.toUpperCase(),
    }));
}

export function linksOf({ devices }: Netns): readonly Link[] {
  return [...devices.values()].map(linkOf);
}

function linkOf({ name, driver, mac, mtu, isUp, addresses }: Device): Link {
  return { name, kind: driver.kind, mac, mtu, isUp, addresses };
}

/** As `conntrack -L` lists them; a row's flags are what it prints in brackets. */
export function connectionsOf({ netfilter }: Netns): readonly ConnectionRow[] {
  return netfilter.connections.list().map(({ original, reply, hasSeenReply, isAssured }) => ({
    protocol: PROTOCOL_NAMES[original.protocol] ?? 'unknown',
    original: tupleOf(original),
    reply: tupleOf(reply),
    flags: [...(hasSeenReply ? [] : ['UNREPLIED']), ...(isAssured ? ['ASSURED'] : [])],
  }));
}

const PROTOCOL_NAMES: Readonly<Record<number, string>> = {
  [PROTOCOL_ICMP]: 'icmp',
  [PROTOCOL_TCP]: 'tcp',
  [PROTOCOL_UDP]: 'udp',
};

function tupleOf({
  protocol,
  source,
  destination,
  sourceKey,
  destinationKey,
}: ConntrackTuple): Tuple {
  const hasPorts = protocol === PROTOCOL_TCP || protocol === PROTOCOL_UDP;
  return {
    source,
    destination,
    sourcePort: hasPorts ? sourceKey : undefined,
    destinationPort: hasPorts ? destinationKey : undefined,
    icmpId: protocol === PROTOCOL_ICMP ? sourceKey : undefined,
  };
}

/** As `iptables -S CHAIN` prints them, policy or chain line first. */
export function rulesOf(
  { netfilter }: Netns,
  table: string,
  chain: string,
): readonly string[] | undefined {
  if (!isTable(table)) return undefined;
  const found = netfilter.chains(table).find(({ name }) => name === chain);
  if (found === undefined) return undefined;
  const head = found.policy === undefined ? `-N ${chain}` : `-P ${chain} ${found.policy}`;
  return [head, ...found.rules.map(({ rule }) => `-A ${chain} ${renderRule(rule)}`.trim())];
}

function isTable(name: string): name is NetfilterTable {
  return name === 'raw' || name === 'mangle' || name === 'nat' || name === 'filter';
}
