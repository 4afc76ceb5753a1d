/**
 * The steps of a hop, as a report keeps them: texts and numbers in place of packets and addresses.
 */
import { formatIpv4 } from '../../addr/ipv4';
import { formatMac } from '../../addr/mac';
import { unreachable } from '../../base/invariant';
import type { Hop, Step } from '../../trace/trace';
import type { Ipv4Packet } from '../../wire/ipv4';
import type { WalkStep, WalkTuple } from '../model/walk';
import type { FramePlaces } from './frame-places';
import { chainsOf } from './netfilter-chains';
import type { PacketLines } from './packet-lines';

/** What all steps of a stimulus are told with. */
export interface Telling {
  readonly lines: PacketLines;
  readonly places: FramePlaces;
}

/** @param trace the id of the packet */
export function walkSteps(
  trace: number,
  { host, steps }: Hop,
  telling: Telling,
): readonly WalkStep[] {
  return steps.map((step) => walkStep(trace, host, step, telling));
}

function walkStep(trace: number, host: string, step: Step, { lines, places }: Telling): WalkStep {
  switch (step.kind) {
    case 'transmit':
    case 'receive': {
      const { kind, device } = step;
      const frame = places.take(trace, host, device, kind);
      const told = { kind, device, packet: lines.of(step.frame) };
      return frame === undefined ? told : { ...told, frame };
    }
    case 'netfilter': {
      const { kind, hook, table, verdict } = step;
      return { kind, hook, table, verdict, chains: chainsOf(step.matched) };
    }
    case 'nat':
      return { kind: 'nat', hook: step.hook, before: tuple(step.before), after: tuple(step.after) };
    case 'route':
      return {
        kind: 'route',
        destination: formatIpv4(step.destination),
        route: step.route.text.trimEnd(),
        beaten: (step.beaten ?? []).map(({ text }) => text.trimEnd()),
      };
    case 'neighbour':
      return neighbour(step);
    case 'encapsulate':
      return { kind: 'encapsulate', device: step.device, packet: lines.of(step.outer) };
    case 'decapsulate':
      return { kind: 'decapsulate', device: step.device, packet: lines.of(step.inner) };
    case 'fragment':
    case 'sysctl':
    case 'answer':
    case 'note':
    case 'drop':
    case 'deliver':
      return step;
    default:
      return unreachable(step);
  }
}

function neighbour(step: Extract<Step, { kind: 'neighbour' }>): WalkStep {
  const { kind, device, state } = step;
  const told = { kind, device, state, address: formatIpv4(step.address) };
  return step.mac === undefined ? told : { ...told, mac: formatMac(step.mac) };
}

/** Ports, or the id of an echo; later fragments have neither. */
function tuple({ source, destination, payload }: Ipv4Packet): WalkTuple {
  const addresses = { source: formatIpv4(source), destination: formatIpv4(destination) };
  switch (payload.kind) {
    case 'udp':
    case 'tcp':
      return {
        ...addresses,
        sourcePort: payload.sourcePort,
        destinationPort: payload.destinationPort,
      };
    case 'icmp-echo':
      return { ...addresses, sourcePort: payload.id, destinationPort: payload.id };
    default:
      return addresses;
  }
}
