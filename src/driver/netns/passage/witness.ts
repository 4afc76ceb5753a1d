/**
 * Asks a host why it lost a packet: the counters of its rules, and its routes. The kernel tells nobody
 * else; where these are silent too, the reason is not known.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import { formatRoute } from '../../../host/format-route';
import { innermostPacket, outermostPacket } from '../../../trace/packet-of';
import type { Step } from '../../../trace/trace';
import type { DropReason } from '../../../wire/drop-reason';
import type { Ipv4Packet } from '../../../wire/ipv4';
import type { Sighting } from '../capture/sighting';
import type { Lab } from '../lab/lab';
import { readRoutes } from '../tables/routes';
import { type DropCounter, readDropCounters } from './drop-counters';

export interface Why {
  readonly reason: DropReason;
  readonly because: string;
  /** The decision that lost it, where the host showed more of it than its words. */
  readonly decision?: Step;
}

export class Witness {
  readonly #lab: Pick<Lab, 'run'>;
  /** How much each rule had dropped when it was last asked; none at all in the beginning. */
  readonly #dropped = new Map<string, number>();

  constructor(lab: Pick<Lab, 'run'>) {
    this.#lab = lab;
  }

  /** Why a packet that came in here never went on. */
  async whyLost(sighting: Sighting): Promise<Why | undefined> {
    const rule = await this.#ruleThatDropped(sighting.host);
    if (rule !== undefined) return rule;
    const packet = innermostPacket(sighting.frame);
    // Of a packet inside a tunnel the routes were not asked yet.
    if (packet === undefined || packet !== outermostPacket(sighting.frame)) return undefined;
    if (packet.ttl <= 1) return { reason: 'IP_INHDR', because: 'the TTL has run out' };
    return this.#whyNoRoute(sighting, packet);
  }

  /** Why a packet that is at home here was not taken; `undefined` where nothing speaks against it. */
  async whyRefused(sighting: Sighting): Promise<Why | undefined> {
    const rule = await this.#ruleThatDropped(sighting.host);
    const packet = innermostPacket(sighting.frame);
    if (rule !== undefined || packet === undefined) return rule;
    return this.#whyNoRoute(sighting, packet);
  }

  /** Why a host that has a packet cannot answer it; `undefined` where it has a way to the sender. */
  async whyNoAnswer({ host, frame }: Sighting): Promise<string | undefined> {
    const source = innermostPacket(frame)?.source;
    if (source === undefined) return undefined;
    const { stderr } = await this.#lab.run(host, ['ip', 'route', 'get', formatIpv4(source)]);
    const isUnreachable = stderr.includes('Network is unreachable');
    return isUnreachable ? `no reply: no route to ${formatIpv4(source)}` : undefined;
  }

  async #ruleThatDropped(host: string): Promise<Why | undefined> {
    const { stdout } = await this.#lab.run(host, ['iptables-save', '-c']);
    let found: DropCounter | undefined;
    for (const counter of readDropCounters(stdout)) {
      const key = `${host} ${counter.table} ${counter.chain} ${counter.text}`;
      const before = this.#dropped.get(key) ?? 0;
      // Of several packets each is accounted for once. A rule made anew counts from nothing.
      if (found !== undefined || counter.packets === before) continue;
      this.#dropped.set(key, counter.packets > before ? before + 1 : counter.packets);
      found = counter;
    }
    if (found === undefined) return undefined;
    const { table, chain, number, text } = found;
    return { reason: 'NETFILTER_DROP', because: `${table}/${chain} rule ${number}: ${text}` };
  }

  /** The kernel is asked what it would do with such a packet (`RTM_GETROUTE` with an `iif`). */
  async #whyNoRoute({ host, device }: Sighting, packet: Ipv4Packet): Promise<Why | undefined> {
    const destination = formatIpv4(packet.destination);
    const ends = [destination, 'from', formatIpv4(packet.source), 'iif', device];
    const { stderr } = await this.#lab.run(host, ['ip', 'route', 'get', ...ends]);
    if (stderr.includes('Network is unreachable')) {
      return { reason: 'IP_INNOROUTES', because: `no route to ${destination}` };
    }
    if (stderr.includes('No route to host')) {
      return { reason: 'IP_INADDRERRORS', because: `${device} does not forward` };
    }
    if (!stderr.includes('Invalid argument')) return undefined;
    const { stdout } = await this.#lab.run(host, [
      'ip',
      '-j',
      'route',
      'show',
      'match',
      destination,
    ]);
    const [route, ...others] = [...readRoutes(stdout)].sort(
      (one, other) =>
        other.destination.length - one.destination.length || one.metric - other.metric,
    );
    // A blackhole has no reason of its own in the kernel; the route says it.
    if (route?.type === 'blackhole') {
      const text = formatRoute(route);
      const beaten = others.map((other) => ({ text: formatRoute(other) }));
      const decision: Step = {
        kind: 'route',
        destination: packet.destination,
        route: { text },
        beaten,
      };
      return { reason: 'NOT_SPECIFIED', because: text, decision };
    }
    const because = `${formatIpv4(packet.source)} may not come in by ${device}`;
    return { reason: 'IP_RPFILTER', because };
  }
}
