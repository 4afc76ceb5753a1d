/**
 * Hand-made outcomes for the tests of matchers and verdicts: a ping from pod1 to pod2 on one node, in
 * which each packet ends as the test wants it.
 */
import { ipv4 } from '../../src/addr/ipv4';
import { mac } from '../../src/addr/mac';
import type { PingOutcome } from '../../src/driver/stimulus';
import type { CapturedFrame, Fate, Trace } from '../../src/trace/trace';
import type { Frame } from '../../src/wire/ethernet';
import { type Ipv4Packet, NO_OPTIONS } from '../../src/wire/ipv4';
import { pingStimulus } from '../support/stimuli';

export const POD1 = ipv4('172.16.158.1');
export const POD2 = ipv4('172.16.158.2');

export function echo(type: 'request' | 'reply', ttl = 64): Ipv4Packet {
  return {
    kind: 'ipv4',
    tos: 0,
    id: 1,
    dontFragment: type === 'request',
    moreFragments: false,
    fragmentOffset: 0,
    ttl,
    protocol: 1,
    source: type === 'request' ? POD1 : POD2,
    destination: type === 'request' ? POD2 : POD1,
    options: NO_OPTIONS,
    payload: { kind: 'icmp-echo', type, id: 7, sequence: 1, data: NO_OPTIONS },
  };
}

export function dropped(host: string): Fate {
  return { kind: 'dropped', host, reason: 'IP_RPFILTER', because: 'no way back to 10.1.2.3' };
}

export const AT_POD2: Fate = { kind: 'delivered', host: 'default/pod2' };
export const AT_POD1: Fate = { kind: 'delivered', host: 'default/pod1' };

/** One echo request that ends as `request` says, and its reply, where there is one. */
export function madePing(request: Fate, reply?: Fate): PingOutcome {
  const traces: Trace[] = [
    { id: 1, cause: undefined, sent: echo('request'), hops: [], fate: request },
  ];
  if (reply !== undefined) {
    traces.push({ id: 2, cause: 1, sent: echo('reply'), hops: [], fate: reply });
  }
  const isAnswered = reply?.kind === 'delivered';
  return {
    kind: 'ping',
    stimulus: pingStimulus('default/pod1', POD2),
    output: '',
    exit: isAnswered ? 0 : 1,
    traces,
    frames: [captured('default/pod1', 'eth0', 'out', 1), captured('k8s-w1', 'cali1', 'in', 1)],
    sent: 1,
    received: isAnswered ? 1 : 0,
    replies: isAnswered ? [{ from: POD2, sequence: 1, ttl: 63, bytes: 64, roundTripUs: 80 }] : [],
    errors: [],
    localErrors: [],
  };
}

export function captured(
  host: string,
  device: string,
  direction: 'in' | 'out',
  trace: number,
): CapturedFrame {
  const frame: Frame = {
    kind: 'frame',
    source: mac('02:00:00:00:00:01'),
    destination: mac('ee:ee:ee:ee:ee:ee'),
    payload: echo('request'),
  };
  return { host, device, direction, atUs: 0, frame, trace };
}
