/**
 * How a row of a table shows what a host or the cluster holds: in the words of `ip`, `conntrack` and
 * `calicoctl`, so that a sentence reads like the command that would print it.
 */
import { formatCidr } from '../../src/addr/cidr';
import { formatIpv4, type Ipv4 } from '../../src/addr/ipv4';
import { formatMac } from '../../src/addr/mac';
import type {
  Block,
  ConnectionRow,
  Link,
  Neighbour,
  Pool,
  Tuple,
  Workload,
} from '../../src/driver/driver';
import type { Route } from '../../src/host/route';
import { spoken } from '../support/references';
import type { Row } from './compare-rows';

/** As `calicoctl get workloadendpoints` has it. */
export function workloadRow(workload: Workload): Row {
  return {
    workload: spoken(workload.pod),
    node: workload.node,
    networks: `${formatIpv4(workload.address)}/32`,
    interface: workload.interface,
    profiles: workload.profiles.join(','),
  };
}

/** As `ip neigh` has it; a MAC that one interface alone has goes by its owner's name. */
export function neighbourRow(neighbour: Neighbour, nameOfMac: (mac: string) => string): Row {
  return {
    address: formatIpv4(neighbour.address),
    interface: neighbour.device,
    mac: neighbour.mac === undefined ? '' : nameOfMac(formatMac(neighbour.mac)),
    state: neighbour.state,
  };
}

/** As `ip route` has it. */
export function routeRow(route: Route): Row {
  return {
    type: route.type,
    destination: destinationText(route),
    via: optionalAddress(route.via),
    interface: route.device ?? '',
    proto: route.proto === 'boot' ? '' : route.proto,
    scope: route.scope === 'global' ? '' : route.scope,
    source: optionalAddress(route.source),
    onlink: route.onlink ? 'onlink' : '',
  };
}

export function linkRow(link: Link): Row {
  return {
    interface: link.name,
    kind: link.kind,
    mac: link.mac === undefined ? '' : formatMac(link.mac),
    mtu: String(link.mtu),
    state: link.isUp ? 'UP' : 'DOWN',
    addresses: link.addresses
      .map(({ address, length }) => `${formatIpv4(address)}/${length}`)
      .join(', '),
  };
}

/** As `conntrack -L` has it. */
export function connectionRow(row: ConnectionRow): Row {
  return {
    protocol: row.protocol,
    ...tupleCells('', row.original),
    ...tupleCells('reply ', row.reply),
    flags: row.flags.join(' '),
  };
}

/** As `calicoctl get ippools -o wide` has it. */
export function poolRow(pool: Pool): Row {
  return {
    name: pool.name,
    cidr: pool.cidr,
    'block size': String(pool.blockSize),
    nat: String(pool.natOutgoing),
    ipipmode: pool.ipipMode,
    vxlanmode: pool.vxlanMode,
  };
}

export function blockRow(block: Block): Row {
  return {
    block: block.cidr,
    node: block.node ?? '',
    'in use': String(block.addressesInUse),
  };
}

function destinationText({ destination }: Route): string {
  if (destination.length === 0) return 'default';
  return destination.length === 32 ? formatIpv4(destination.address) : formatCidr(destination);
}

function tupleCells(prefix: string, tuple: Tuple): Row {
  return {
    [`${prefix}source`]: formatIpv4(tuple.source),
    [`${prefix}destination`]: formatIpv4(tuple.destination),
    [`${prefix}source port`]: tuple.sourcePort === undefined ? '' : String(tuple.sourcePort),
    [`${prefix}destination port`]:
      tuple.destinationPort === undefined ? '' : String(tuple.destinationPort),
  };
}

function optionalAddress(address: Ipv4 | undefined): string {
  return address === undefined ? '' : formatIpv4(address);
}
