/**
 * ARP (RFC 826; Linux: net/ipv4/arp.c): who is asked, who is answered, and what is learned from it.
 */
import { netmask } from '../../addr/cidr';
import { formatIpv4, type Ipv4, isLoopback, isMulticast, UNSPECIFIED } from '../../addr/ipv4';
import { BROADCAST_MAC, type Mac, ZERO_MAC } from '../../addr/mac';
import type { ArpPacket } from '../../wire/arp';
import { addressType } from '../address-questions';
import type { Device } from '../devices/device';
import { routeInput } from '../ip/route-input';
import type { Netns } from '../netns';
import type { PacketTrace } from '../packet-trace';
import type { RouteResult } from '../route-result';
import type { PacketType } from '../skb';
import { selectSourceAddress } from '../source-address';
import { confStep, forwardingStep, neighStep, type SysctlStep } from '../sysctl-step';
import { effectiveConf } from '../sysctls';
import type { Neighbour } from './neighbour';

const HUNDREDTH_US = 10_000;

/** `arp_solicit`: asks for the row's address, first its old MAC if it has one, then everybody. */
export function solicit(neighbour: Neighbour): void {
  const { device, address } = neighbour;
  const isUnicast = neighbour.probes < device.neighConf.ucast_solicit;
  const sender = solicitingAddress(neighbour);
  const target = isUnicast ? neighbour.mac : undefined;
  sendArp(device, {
    operation: 'request',
    senderIp: sender,
    targetIp: address,
    targetMac: ZERO_MAC,
    destination: target ?? BROADCAST_MAC,
    cause: neighbour.queue.at(-1)?.trace,
  });
}

/**
 * The address in whose name a host asks. With arp_announce=0 it is the source of the packet that
 * waits if that is a local one, else the host's own choice.
 */
function solicitingAddress(neighbour: Neighbour): Ipv4 {
  const { device, address } = neighbour;
  const { netns } = device;
  const announce = effectiveConf(netns.confAll, device.conf, 'arp_announce');
  const waiting = neighbour.queue.at(-1)?.packet.source;
  const own = waiting !== undefined && netns.isLocalAddress(waiting) ? waiting : undefined;
  if (own !== undefined && announce < 2) return own;
  const chosen = selectSourceAddress(device, address, 'link') ?? UNSPECIFIED;
  if (own !== undefined && chosen !== own) {
    const meaning = `asks in the name of ${formatIpv4(chosen)}, not of ${formatIpv4(own)}`;
    neighbour.queue.at(-1)?.trace.add(confStep(device, 'arp_announce', meaning));
  }
  return chosen;
}

interface ArpToSend {
  readonly operation: ArpPacket['operation'];
  readonly senderIp: Ipv4;
  readonly targetIp: Ipv4;
  readonly targetMac: Mac;
  readonly destination: Mac;
  readonly cause: PacketTrace | undefined;
}

function sendArp(device: Device, arp: ArpToSend): void {
  const own = device.mac ?? ZERO_MAC;
  const frame = {
    kind: 'frame',
    destination: arp.destination,
    source: own,
    payload: {
      kind: 'arp',
      operation: arp.operation,
      senderMac: own,
      senderIp: arp.senderIp,
      targetMac: arp.targetMac,
      targetIp: arp.targetIp,
    },
  } as const;
  const { network, name } = device.netns;
  const trace = network.newTrace(frame, arp.cause?.id);
  trace.enter(name, network.nowUs);
  device.transmit(frame, trace, undefined);
}

/** `arp_process`. */
export function receiveArp(
  device: Device,
  arp: ArpPacket,
  type: PacketType,
  trace: PacketTrace,
): void {
  const { netns } = device;
  const routesLocalnet = effectiveConf(netns.confAll, device.conf, 'route_localnet') !== 0;
  if (isMulticast(arp.targetIp) || (isLoopback(arp.targetIp) && !routesLocalnet)) {
    conclude(trace, `${formatIpv4(arp.targetIp)} is never asked for by ARP`);
    return;
  }
  if (arp.senderIp === UNSPECIFIED) {
    defend(device, arp, trace);
    return;
  }
  if (arp.operation === 'request' && answer(device, arp, type, trace)) return;
  learn(device, arp, type);
  trace.deliver('ARP');
}

/** A probe for duplicate addresses (RFC 2131, section 2.2): only an own address is defended. */
function defend(device: Device, arp: ArpPacket, trace: PacketTrace): void {
  if (arp.operation === 'request' && device.netns.isLocalAddress(arp.targetIp)) {
    reply(device, arp, trace);
    trace.deliver('ARP');
    return;
  }
  conclude(trace, 'a probe from 0.0.0.0 is answered for own addresses only');
}

/** @returns whether the request is dealt with */
function answer(device: Device, arp: ArpPacket, type: PacketType, trace: PacketTrace): boolean {
  const { netns } = device;
  const route = routeInput(netns, {
    source: arp.senderIp,
    destination: arp.targetIp,
    device,
    isArp: true,
  });
  if (route.type === 'error') {
    trace.add(route.sysctl ?? { kind: 'note', text: `no answer: ${route.text}` });
    return false;
  }
  if (route.type === 'local') {
    const silence = whySilent(device, arp);
    if (silence !== undefined) {
      trace.add(silence);
      trace.deliver('ARP');
      return true;
    }
    learnSender(device, arp);
    reply(device, arp, trace);
    trace.deliver('ARP');
    return true;
  }
  if (route.type !== 'unicast') return false;
  const refusal = whyNoProxy(netns, device, route.device);
  if (refusal !== undefined) {
    trace.add(refusal);
    return false;
  }
  learnSender(device, arp);
  trace.add(whyProxy(device, route));
  replyByProxy(device, arp, type, trace);
  trace.deliver('ARP');
  return true;
}

/** `arp_fwd_proxy` and its conditions. */
function whyNoProxy(netns: Netns, device: Device, out: Device): SysctlStep | undefined {
  if (device.conf.forwarding === 0) return forwardingStep(device);
  if (out === device) {
    if (device.conf.proxy_arp_pvlan !== 0) return undefined;
    const meaning = `no answer: the target is routed out of ${device.name} itself`;
    return confStep(device, 'proxy_arp_pvlan', meaning);
  }
  if (effectiveConf(netns.confAll, device.conf, 'proxy_arp') !== 0) return undefined;
  return confStep(device, 'proxy_arp', `no answer for what others than ${device.name} lead to`);
}

function whyProxy(device: Device, { device: out, entry }: RouteResult): SysctlStep {
  if (out === device) {
    const meaning = `answers for what is routed out of ${device.name} itself (${entry.text})`;
    return confStep(device, 'proxy_arp_pvlan', meaning);
  }
  return confStep(device, 'proxy_arp', `answers for what leaves by ${out.name} (${entry.text})`);
}

/** Broadcast questions are answered after a while (proxy_delay), questions to this host at once. */
function replyByProxy(device: Device, arp: ArpPacket, type: PacketType, trace: PacketTrace): void {
  const { network } = device.netns;
  const delayMax = device.neighConf.proxy_delay * HUNDREDTH_US;
  if (type === 'host' || delayMax === 0) {
    reply(device, arp, trace);
    return;
  }
  trace.add(neighStep(device, 'proxy_delay', 'answers after a while, in hundredths of a second'));
  network.scheduler.after(network.random.between(0, delayMax - 1), () => reply(device, arp, trace));
}

function reply(device: Device, request: ArpPacket, cause: PacketTrace): void {
  cause.add({ kind: 'answer', what: `ARP reply for ${formatIpv4(request.targetIp)}` });
  sendArp(device, {
    operation: 'reply',
    senderIp: request.targetIp,
    targetIp: request.senderIp,
    targetMac: request.senderMac,
    destination: request.senderMac,
    cause,
  });
}

/** What keeps a host from answering for its own address: arp_ignore and arp_filter. */
function whySilent(device: Device, arp: ArpPacket): SysctlStep | undefined {
  const target = formatIpv4(arp.targetIp);
  if (isIgnored(device, arp)) {
    return confStep(device, 'arp_ignore', `no answer for ${target} by ${device.name}`);
  }
  const { netns } = device;
  if (effectiveConf(netns.confAll, device.conf, 'arp_filter') === 0) return undefined;
  const back = netns.fib.lookup(arp.senderIp);
  if (back?.device === device) return undefined;
  const meaning = `no answer: ${device.name} is not the way to ${formatIpv4(arp.senderIp)}`;
  return confStep(device, 'arp_filter', meaning);
}

/** `arp_ignore` (Documentation/networking/ip-sysctl.rst). */
function isIgnored(device: Device, arp: ArpPacket): boolean {
  const mode = effectiveConf(device.netns.confAll, device.conf, 'arp_ignore');
  if (mode === 1) return !device.hasAddress(arp.targetIp);
  if (mode === 2) {
    const own = device.addresses.find(({ address }) => address === arp.targetIp);
    return own === undefined || ((own.address ^ arp.senderIp) & netmask(own.length)) !== 0;
  }
  return mode === 8;
}

/** `neigh_event_ns`: who asks for somebody has told where he is himself. */
function learnSender(device: Device, arp: ArpPacket): void {
  device.netns.neighbours.findOrCreate(device, arp.senderIp).update(arp.senderMac, 'stale', true);
}

/** What is left of `arp_process`: rows that exist already learn from any ARP. */
function learn(device: Device, arp: ArpPacket, type: PacketType): void {
  const { netns } = device;
  const isGarp = isGratuitous(arp);
  const accepts = acceptsUnsolicited(device, arp) && (isGarp || arp.operation === 'reply');
  const row = accepts
    ? netns.neighbours.findOrCreate(device, arp.senderIp)
    : netns.neighbours.find(device, arp.senderIp);
  if (row === undefined) return;
  const lockUs = device.neighConf.locktime * HUNDREDTH_US;
  const isUnlocked = netns.network.nowUs > row.updatedUs + lockUs;
  const isReply = arp.operation === 'reply' && type === 'host';
  row.update(arp.senderMac, isReply ? 'reachable' : 'stale', isUnlocked || isGarp);
}

/** `arp_accept`: whether an address that nobody asked for makes a row; 2 wants it on the device's link. */
function acceptsUnsolicited({ conf, addresses, netns, name }: Device, { senderIp }: ArpPacket) {
  if (conf.arp_accept === 0 || addressType(netns, senderIp, name) !== 'UNICAST') return false;
  return (
    conf.arp_accept !== 2 ||
    addresses.some(({ address, length }) => ((address ^ senderIp) & netmask(length)) === 0)
  );
}

/** `arp_is_garp`: a reply must also name its sender's MAC twice. */
function isGratuitous({ operation, senderIp, targetIp, senderMac, targetMac }: ArpPacket): boolean {
  return senderIp === targetIp && (operation === 'request' || senderMac === targetMac);
}

function conclude(trace: PacketTrace, why: string): void {
  trace.add({ kind: 'note', text: why });
  trace.deliver('ARP');
}
