/**
 * Fragments wait here for their siblings (`ip_defrag`, net/ipv4/ip_fragment.c; RFC 791, section 3.2).
 */
import { reassemble } from '../../wire/fragment';
import { ICMP_TIME_EXCEEDED } from '../../wire/icmp';
import { isFragment, packetLength } from '../../wire/ipv4';
import type { Netns } from '../netns';
import type { Timer } from '../scheduler';
import { Skb } from '../skb';

/** The pieces of one packet that have come so far. */
interface Queue {
  readonly pieces: Skb[];
  readonly timer: Timer;
}

/** Linux bounds the memory (ipfrag_high_thresh); this many half packets would be more than that. */
const QUEUES_MAX = 1024;
const CODE_REASSEMBLY_TIMEOUT = 1;

export class FragmentQueues {
  readonly #queues = new Map<string, Queue>();

  get(key: string): Queue | undefined {
    return this.#queues.get(key);
  }

  set(key: string, queue: Queue): void {
    if (this.#queues.size >= QUEUES_MAX) {
      const [oldest] = this.#queues.keys();
      if (oldest !== undefined) this.abandon(oldest);
    }
    this.#queues.set(key, queue);
  }

  delete(key: string): void {
    this.#queues.delete(key);
  }

  /** The siblings never came: all pieces are lost. */
  abandon(key: string): readonly Skb[] {
    const queue = this.#queues.get(key);
    if (queue === undefined) return [];
    this.#queues.delete(key);
    // Else it would go off for a later packet with the same key.
    queue.timer.cancelled = true;
    for (const piece of queue.pieces) {
      piece.trace.drop('FRAG_REASM_TIMEOUT', 'other fragments of the packet never came');
    }
    return queue.pieces;
  }
}

/** @returns the packet itself where it is whole, the whole where this was its last piece, or nothing */
export function gather(netns: Netns, skb: Skb): Skb | undefined {
  if (!isFragment(skb.packet)) return skb;
  const { source, destination, id, protocol } = skb.packet;
  const key = `${source} ${destination} ${id} ${protocol}`;
  const queue = netns.fragments.get(key) ?? openQueue(netns, key);
  queue.pieces.push(skb);
  const whole = reassemble(queue.pieces.map((piece) => piece.packet));
  if (whole === undefined) {
    skb.trace.add({ kind: 'note', text: 'a fragment, waits for the others' });
    return undefined;
  }
  netns.fragments.delete(key);
  queue.timer.cancelled = true;
  const trace = netns.network.newTrace(whole, queue.pieces[0]?.trace.id);
  trace.enter(netns.name, netns.network.nowUs);
  for (const piece of queue.pieces) {
    piece.trace.add({ kind: 'note', text: `put together with its siblings as packet ${trace.id}` });
    piece.trace.end({ kind: 'merged' });
  }
  return wholeSkb(new Skb(whole, trace), queue.pieces, skb);
}

function wholeSkb(whole: Skb, pieces: readonly Skb[], last: Skb): Skb {
  whole.mark = last.mark;
  whole.inDevice = last.inDevice;
  whole.inInterface = last.inInterface;
  whole.packetType = last.packetType;
  whole.sourceMac = last.sourceMac;
  whole.route = last.route;
  whole.fragmentSizeMax = Math.max(...pieces.map((piece) => packetLength(piece.packet)));
  return whole;
}

function openQueue(netns: Netns, key: string): Queue {
  const timeoutUs = netns.ipv4Conf.ipfrag_time * 1_000_000;
  const timer = netns.network.scheduler.after(timeoutUs, () => {
    const pieces = netns.fragments.abandon(key);
    const first = pieces.find((piece) => piece.packet.fragmentOffset === 0);
    // Only who has the first fragment may complain of it (RFC 792), and only to be heard.
    if (first) netns.stack.sendError(first, ICMP_TIME_EXCEEDED, CODE_REASSEMBLY_TIMEOUT, 0);
  });
  const queue = { pieces: [], timer };
  netns.fragments.set(key, queue);
  return queue;
}
