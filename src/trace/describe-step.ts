/**
 * One step of a hop as lines of text, in the words of the tool that would show it on a real host.
 */
import { formatIpv4 } from '../addr/ipv4';
import { formatMac } from '../addr/mac';
import { unreachable } from '../base/invariant';
import type { Ipv4Packet } from '../wire/ipv4';
import { packetLine } from '../wire/print';
import { addressPair } from './packet-of';
import type { Step } from './trace';

/** Mostly one line; one for each matched rule where the packet met netfilter. */
export function describeStep(step: Step): readonly string[] {
  switch (step.kind) {
    case 'receive':
      return [`<- ${step.device}  ${packetLine(step.frame)}`];
    case 'transmit':
      return [`-> ${step.device}  ${packetLine(step.frame)}`];
    case 'netfilter':
      return describeRules(step);
    case 'nat':
      return [`NAT in ${step.hook}: ${withPorts(step.before)} becomes ${withPorts(step.after)}`];
    case 'route':
      return [`route to ${formatIpv4(step.destination)}: ${step.route.text}`];
    case 'neighbour':
      return [describeNeighbour(step)];
    case 'encapsulate':
      return [`encapsulated by ${step.device}: ${packetLine(step.outer)}`];
    case 'decapsulate':
      return [`decapsulated by ${step.device}: ${packetLine(step.inner)}`];
    case 'fragment':
      return [`cut into ${step.pieces} fragments for an MTU of ${step.mtu} bytes`];
    case 'answer':
      return [`answers with ${step.what}`];
    case 'note':
      return [step.text];
    case 'drop':
      return [`DROPPED (${step.reason}): ${step.because}`];
    case 'deliver':
      return [`delivered to ${step.to}`];
    default:
      return unreachable(step);
  }
}

function describeRules(step: Extract<Step, { readonly kind: 'netfilter' }>): readonly string[] {
  const { matched, verdict } = step;
  if (matched.length === 0) return [`${step.table}/${step.hook}: no rule fits => ${verdict}`];
  return matched.map(({ table, chain, number, text }, at) => {
    const rule = `${table}/${chain} rule ${number}: ${text}`;
    return at === matched.length - 1 ? `${rule} => ${verdict}` : rule;
  });
}

function describeNeighbour(step: Extract<Step, { readonly kind: 'neighbour' }>): string {
  const { address, device, mac, state } = step;
  const entry = `${formatIpv4(address)} dev ${device}`;
  return mac === undefined
    ? `neighbour ${entry} ${state}`
    : `neighbour ${entry} lladdr ${formatMac(mac)} ${state}`;
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
