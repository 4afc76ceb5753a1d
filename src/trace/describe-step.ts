/**
 * One step of a hop as text, in the words of the tool that would show it on a real host: `ip route`,
 * `ip neigh`, `iptables-save`, `tcpdump`.
 */
import { formatIpv4 } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import { unreachable } from '../base/invariant';
import type { Ipv4Packet } from '../wire/ipv4';
import { packetLine } from '../wire/print';
import { addressPair } from './packet-of';
import type { Step } from './trace';

/** One line; a packet inside of VXLAN has a second one of its own. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case 'receive':
      return `<- ${step.device}  ${packetLine(step.frame)}`;
    case 'transmit':
      return `-> ${step.device}  ${packetLine(step.frame)}`;
    case 'netfilter':
      return describeVerdict(step);
    case 'nat':
      return `NAT in ${step.hook.toUpperCase()}: ${withPorts(step.before)} becomes ${withPorts(step.after)}`;
    case 'route':
      return `route to ${formatIpv4(step.destination)}: ${step.route.text}`;
    case 'neighbour':
      return describeNeighbour(step);
    case 'encapsulate':
      return `encapsulated by ${step.device}: ${packetLine(step.outer)}`;
    case 'decapsulate':
      return `decapsulated by ${step.device}: ${packetLine(step.inner)}`;
    case 'fragment':
      return `cut into ${step.pieces} fragments for an MTU of ${step.mtu} bytes`;
    case 'answer':
      return `answers with ${step.what}`;
    case 'sysctl':
      return `${step.name} = ${step.value}: ${step.meaning}`;
    case 'note':
      return step.text;
    case 'drop':
      return `DROPPED (${step.reason}): ${step.because}`;
    case 'deliver':
      return `delivered to ${step.to}`;
    default:
      return unreachable(step);
  }
}

export type NetfilterStep = Extract<Step, { readonly kind: 'netfilter' }>;

/** Whether the packet went through the table without any rule's word on its fate. */
export function isUndecided(step: Step): step is NetfilterStep {
  return step.kind === 'netfilter' && step.verdict === 'policy ACCEPT';
}

/** `raw/PREROUTING, mangle/PREROUTING: no rule decided => policy ACCEPT`. */
export function describeUndecided(steps: readonly NetfilterStep[]): string {
  const tables = steps.map(({ table, hook }) => `${table}/${hook.toUpperCase()}`);
  return `${tables.join(', ')}: no rule decided => policy ACCEPT`;
}

/** The rule that decided is the last one that the packet fitted. */
function describeVerdict(step: NetfilterStep): string {
  const { table, hook, matched, verdict } = step;
  const rule = matched.at(-1);
  if (rule === undefined || verdict.startsWith('policy ')) {
    return `${table}/${hook.toUpperCase()}: no rule decided => ${verdict}`;
  }
  return `${rule.table}/${rule.chain} rule ${rule.number}: ${rule.text} => ${verdict}`;
}

/** As `ip neigh` prints an entry; what it does not print, in words. */
function describeNeighbour(step: Extract<Step, { readonly kind: 'neighbour' }>): string {
  const { address, device, mac, state } = step;
  const entry = `${formatIpv4(address)} dev ${device}`;
  if (state === 'none') return `no neighbour entry yet for ${entry}`;
  const link = mac === undefined ? '' : ` lladdr ${formatMac(mac)}`;
  return `neighbour ${entry}${link} ${state.toUpperCase()}`;
}

function withPorts(packet: Ipv4Packet): string {
  const { payload } = packet;
  switch (payload.kind) {
    case 'udp':
    case 'tcp':
      return `${formatIpv4(packet.source)}:${payload.sourcePort} > ${formatIpv4(packet.destination)}:${payload.destinationPort}`;
    case 'icmp-echo':
      return `${addressPair(packet)} id ${payload.id}`;
    default:
      return addressPair(packet);
  }
}
