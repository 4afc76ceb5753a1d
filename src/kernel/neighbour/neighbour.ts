/**
 * One row of the neighbour table and its state machine (Linux: net/core/neighbour.c; RFC 4861,
 * section 7.3.2, has the same states). The comments name the kernel's functions.
 */
import type { Ipv4 } from '../../addr/ipv4';
import type { Mac } from '../../addr/mac';
import type { Device } from '../devices/device';
import type { Timer } from '../scheduler';
import type { Skb } from '../skb';
import { neighStep } from '../sysctl-step';
import { timerDelay } from '../timer-wheel';

export type NeighbourState =
  | 'none'
  | 'incomplete'
  | 'reachable'
  | 'stale'
  | 'delay'
  | 'probe'
  | 'failed'
  | 'permanent'
  | 'noarp';

/** What a row does to the world: ask for its address, and give up on it. */
export interface NeighbourActions {
  /** `arp_solicit`; `probes` counts those already sent. */
  solicit(neighbour: Neighbour): void;
  /** `neigh_invalidate`: tells the senders of queued packets that nobody answers. */
  fail(neighbour: Neighbour, packets: readonly Skb[]): void;
  /** A packet that waited for the address goes out now. */
  resend(neighbour: Neighbour, skb: Skb): void;
}

const VALID: ReadonlySet<NeighbourState> = new Set([
  'permanent',
  'noarp',
  'reachable',
  'probe',
  'stale',
  'delay',
]);
const CONNECTED: ReadonlySet<NeighbourState> = new Set(['permanent', 'noarp', 'reachable']);
const IN_TIMER: ReadonlySet<NeighbourState> = new Set([
  'incomplete',
  'reachable',
  'delay',
  'probe',
]);

const SECOND_US = 1_000_000;

export class Neighbour {
  readonly device: Device;
  readonly address: Ipv4;
  readonly #actions: NeighbourActions;
  state: NeighbourState = 'none';
  mac: Mac | undefined = undefined;
  probes = 0;
  /** Microseconds of virtual time, as `ip -s neigh` counts them from now backwards. */
  confirmedUs: number;
  updatedUs: number;
  usedUs: number;
  isDead = false;
  queue: Skb[] = [];
  #timer: Timer | undefined = undefined;

  constructor(device: Device, address: Ipv4, actions: NeighbourActions) {
    this.device = device;
    this.address = address;
    this.#actions = actions;
    this.updatedUs = this.#now;
    this.usedUs = this.#now;
    // Nobody has confirmed it yet, so the past in which it would still count is over.
    this.confirmedUs = this.#now - 2 * this.#baseReachableUs;
  }

  get isValid(): boolean {
    return VALID.has(this.state);
  }

  get isConnected(): boolean {
    return CONNECTED.has(this.state);
  }

  /**
   * `neigh_event_send`: somebody wants to send.
   * @returns whether the address may be used now; if not, the packet waits in the queue
   */
  use(skb: Skb): boolean {
    this.usedUs = this.#now;
    switch (this.state) {
      case 'reachable':
      case 'permanent':
      case 'noarp':
      case 'delay':
      case 'probe':
        return true;
      case 'stale':
        this.state = 'delay';
        this.updatedUs = this.#now;
        this.#startTimer(this.device.neighConf.delay_first_probe_time * SECOND_US);
        return true;
      case 'incomplete':
        this.#enqueue(skb);
        return false;
      default:
        return this.#resolve(skb);
    }
  }

  /** The first packet, or the first after a failure: ask now. */
  #resolve(skb: Skb): boolean {
    const { mcast_solicit, app_solicit, ucast_solicit, retrans_time_ms } = this.device.neighConf;
    if (mcast_solicit + app_solicit === 0) {
      this.state = 'failed';
      this.updatedUs = this.#now;
      this.#actions.fail(this, [skb]);
      return false;
    }
    this.probes = ucast_solicit;
    this.state = 'incomplete';
    this.updatedUs = this.#now;
    this.#startTimer(retrans_time_ms * 1000);
    this.#enqueue(skb);
    this.#probe();
    return false;
  }

  /** `__neigh_event_send` drops the oldest packet where the queue is full. */
  #enqueue(skb: Skb): void {
    skb.trace.add({
      kind: 'note',
      text: `waits until ${this.device.name} knows the next hop's MAC`,
    });
    if (this.queue.length >= this.device.neighConf.unres_qlen) {
      const oldest = this.queue.shift()?.trace;
      oldest?.add(neighStep(this.device, 'unres_qlen', 'so many packets wait for a neighbour'));
      oldest?.drop('NEIGH_QUEUEFULL', 'too many packets wait for the same neighbour');
    }
    this.queue.push(skb);
  }

  /** `neigh_probe`. */
  #probe(): void {
    this.#actions.solicit(this);
    this.probes += 1;
  }

  /** `neigh_timer_handler`. */
  #expire(): void {
    const { neighConf } = this.device;
    const delayUs = neighConf.delay_first_probe_time * SECOND_US;
    if (this.state === 'reachable') {
      if (this.#now < this.confirmedUs + this.device.reachableTimeUs) {
        this.#startTimer(this.confirmedUs + this.device.reachableTimeUs - this.#now);
      } else if (this.#now < this.usedUs + delayUs) {
        this.#turn('delay');
        this.#startTimer(delayUs);
      } else {
        this.#turn('stale');
      }
      return;
    }
    if (this.state === 'delay') {
      if (this.#now < this.confirmedUs + delayUs) {
        this.#turn('reachable');
        this.#startTimer(this.confirmedUs + this.device.reachableTimeUs - this.#now);
        return;
      }
      this.#turn('probe');
      this.probes = 0;
    }
    if (this.probes >= this.#probesMax()) {
      this.#invalidate();
      return;
    }
    this.#startTimer(neighConf.retrans_time_ms * 1000);
    this.#probe();
  }

  /** `neigh_max_probes`. */
  #probesMax(): number {
    const { ucast_solicit, app_solicit, mcast_solicit, mcast_resolicit } = this.device.neighConf;
    return ucast_solicit + app_solicit + (this.state === 'probe' ? mcast_resolicit : mcast_solicit);
  }

  #invalidate(): void {
    this.#turn('failed');
    const packets = this.queue;
    this.queue = [];
    this.#actions.fail(this, packets);
  }

  #turn(state: NeighbourState): void {
    this.state = state;
    this.updatedUs = this.#now;
  }

  /**
   * `neigh_update`: news of the address.
   * @param override whether a different MAC may replace a valid one
   * @param byAdmin whether a person said so (`ip neigh replace`), which beats NOARP and PERMANENT
   */
  update(mac: Mac, wanted: NeighbourState, override: boolean, byAdmin = false): void {
    const old = this.state;
    if (!byAdmin && (old === 'noarp' || old === 'permanent')) return;
    const wasValid = this.isValid;
    const sameMac = wasValid && mac === this.mac;
    if (CONNECTED.has(wanted)) this.confirmedUs = this.#now;
    if (wasValid && !sameMac && !override) return;
    const next = sameMac && wanted === 'stale' && !byAdmin ? old : wanted;
    if (next !== old || !sameMac) this.updatedUs = this.#now;
    if (next !== old) this.#enter(next);
    if (!sameMac) {
      this.mac = mac;
      if (!CONNECTED.has(next)) this.confirmedUs = this.#now - 2 * this.#baseReachableUs;
    }
    if (!wasValid) this.#flushQueue();
  }

  #enter(state: NeighbourState): void {
    this.#stopTimer();
    this.state = state;
    if (state === 'probe') this.probes = 0;
    if (IN_TIMER.has(state)) {
      this.#startTimer(state === 'reachable' ? this.device.reachableTimeUs : 0);
    }
  }

  #flushQueue(): void {
    const packets = this.queue;
    this.queue = [];
    for (const skb of packets) this.#actions.resend(this, skb);
  }

  /** `neigh_delete`: a person deletes the row. Whoever waits for it is told that nobody answers. */
  giveUp(): void {
    this.#stopTimer();
    if (this.state === 'incomplete' || this.state === 'probe') this.#invalidate();
  }

  /** The row goes, and its device often too. Packets that still waited die with it. */
  destroy(): void {
    this.isDead = true;
    this.#stopTimer();
    for (const skb of this.queue) skb.trace.drop('NEIGH_DEAD', 'the neighbour entry was removed');
    this.queue = [];
  }

  get #now(): number {
    return this.device.netns.network.nowUs;
  }

  get #baseReachableUs(): number {
    return this.device.neighConf.base_reachable_time_ms * 1000;
  }

  #startTimer(delayUs: number): void {
    this.#stopTimer();
    const { scheduler } = this.device.netns.network;
    this.#timer = scheduler.after(timerDelay(this.#now, delayUs), () => this.#expire());
  }

  #stopTimer(): void {
    if (this.#timer !== undefined) this.#timer.cancelled = true;
    this.#timer = undefined;
  }
}
