/**
 * Hand-made ARP requests and whoever answers them (arping(8)), and hand-made echo requests whose
 * source may be anybody's: what a packet socket sends, past routing and netfilter (packet(7)).
 */
import type { Ipv4 } from '../../addr/ipv4';
import { BROADCAST_MAC, type Mac, ZERO_MAC } from '../../addr/mac';
import type { ArpPacket } from '../../wire/arp';
import type { Frame, FramePayload } from '../../wire/ethernet';
import type { Device } from '../devices/device';
import type { Timer } from '../scheduler';

export interface ArpingOptions {
  readonly target: Ipv4;
  readonly sender: Ipv4;
  readonly operation: ArpPacket['operation'];
  /** `undefined`: everybody is asked. */
  readonly unicastTo: Mac | undefined;
  /** `undefined`: the device's own. */
  readonly senderMac: Mac | undefined;
  /** As iputils does where nothing is said: whom the frame goes to, and in an announcement the sender. */
  readonly targetMac?: Mac;
  /** Infinity where nobody counts. */
  readonly count: number;
  /** How long each question waits for answers; all of the time is used. */
  readonly waitMs: number;
  /** Once somebody has answered, only he is asked. */
  readonly followsAnswers?: boolean;
  /** `-f`: one answer is enough. */
  readonly endsOnAnswer?: boolean;
  /** `-w`: when it ends, whatever has come; a question that is due then is still asked. */
  readonly deadlineMs?: number | undefined;
}

interface ArpingAnswer {
  readonly mac: Mac;
  readonly roundTripUs: number;
  /** Which question it answers, from 1. */
  readonly question: number;
}

/** An arping that is under way, or over. It lives on events of the network's scheduler. */
export class RunningArping {
  readonly device: Device;
  readonly options: ArpingOptions;
  readonly #answers: ArpingAnswer[] = [];
  readonly #stopListening: () => void;
  readonly #deadline: Timer | undefined;
  #sent = 0;
  #broadcasts = 0;
  #sentUs = 0;
  #isOver = false;
  #timer: Timer | undefined = undefined;

  constructor(device: Device, options: ArpingOptions) {
    this.device = device;
    this.options = options;
    this.#stopListening = device.netns.listenForArp((at, arp) => {
      if (at === device) this.#hear(arp);
    });
    const { deadlineMs } = options;
    this.#deadline =
      deadlineMs === undefined
        ? undefined
        : device.netns.network.scheduler.after(deadlineMs * 1000 + 1, () => this.stop());
    this.#ask();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get answers(): readonly ArpingAnswer[] {
    return this.#answers;
  }

  get sent(): number {
    return this.#sent;
  }

  get broadcasts(): number {
    return this.#broadcasts;
  }

  stop(): void {
    this.#isOver = true;
    this.#stopListening();
    for (const timer of [this.#timer, this.#deadline]) {
      if (timer !== undefined) timer.cancelled = true;
    }
  }

  #ask(): void {
    const { device, options } = this;
    const { network } = device.netns;
    if (this.#sent >= options.count) {
      this.stop();
      return;
    }
    const known = options.followsAnswers ? this.#answers.at(-1)?.mac : undefined;
    const to = known ?? options.unicastTo ?? BROADCAST_MAC;
    this.#sent += 1;
    if (to === BROADCAST_MAC) this.#broadcasts += 1;
    this.#sentUs = network.nowUs;
    this.#timer = network.scheduler.after(options.waitMs * 1000, () => this.#ask());
    const senderMac = options.senderMac ?? device.mac ?? ZERO_MAC;
    sendFrame(device, to, {
      kind: 'arp',
      operation: options.operation,
      senderMac,
      senderIp: options.sender,
      targetMac: options.targetMac ?? (options.operation === 'reply' ? senderMac : to),
      targetIp: options.target,
    });
  }

  #hear({ operation, senderIp, senderMac }: ArpPacket): void {
    if (operation !== 'reply' || senderIp !== this.options.target) return;
    const roundTripUs = this.device.netns.nowUs - this.#sentUs;
    this.#answers.push({ mac: senderMac, roundTripUs, question: this.#sent });
    if (this.options.endsOnAnswer) this.stop();
  }
}

/**
 * An arping from its beginning to its end, with nobody else about.
 * @returns the MAC addresses that answered, one list for each question
 */
export function arping(device: Device, options: ArpingOptions): readonly (readonly Mac[])[] {
  const running = new RunningArping(device, options);
  device.netns.network.scheduler.runUntil(Number.POSITIVE_INFINITY, () => running.isOver);
  return Array.from({ length: running.sent }, (_, index) =>
    running.answers.filter(({ question }) => question === index + 1).map(({ mac }) => mac),
  );
}

/** A packet socket's `send`: the frame as it is, from this device. */
export function sendFrame(device: Device, destination: Mac, payload: FramePayload): void {
  const { network, name } = device.netns;
  const frame: Frame = { kind: 'frame', destination, source: device.mac ?? ZERO_MAC, payload };
  const trace = network.newTrace(frame, undefined);
  trace.enter(name, network.nowUs);
  device.transmit(frame, trace, undefined);
}
