/**
 * What a scenario can send, and what came of it. Addresses are resolved before they get here: names
 * are the business of the steps.
 */
import type { Ipv4 } from '../addr/ipv4';
import type { HostChange } from '../host/host-change';
import type { CapturedFrame, Trace } from '../trace/trace';

/** `k8s-w1`, `internet` or `router` for hosts; `default/pod1` for pods. */
export type HostName = string;

export interface PingStimulus {
  readonly kind: 'ping';
  readonly from: HostName;
  readonly to: Ipv4;
  readonly count: number;
  readonly intervalMs: number;
  /** How long to wait for the last answer (`ping -W`). */
  readonly timeoutMs: number;
  /** Bytes of payload (`ping -s`); 56 makes packets of 84 bytes. */
  readonly size: number;
  readonly ttl: number | undefined;
  /** `ping -M`. */
  readonly df: 'do' | 'want' | 'dont';
  readonly source: Ipv4 | undefined;
  readonly icmpId: number | undefined;
}

export interface TracerouteStimulus {
  readonly kind: 'traceroute';
  readonly from: HostName;
  readonly to: Ipv4;
  readonly method: 'udp' | 'icmp';
  readonly maxHops: number;
}

/** A hand-made ARP request, and who answers it. */
export interface ArpingStimulus {
  readonly kind: 'arping';
  readonly from: HostName;
  readonly device: string;
  readonly target: Ipv4;
  readonly count: number;
}

/** One connection attempt: TCP handshake and close, or one UDP datagram that the server echoes. */
export interface ConnectStimulus {
  readonly kind: 'connect';
  readonly protocol: 'tcp' | 'udp';
  readonly from: HostName;
  readonly to: Ipv4;
  readonly port: number;
  readonly sourcePort: number | undefined;
  readonly timeoutMs: number;
}

/** One hand-made echo request whose source address may be a lie. */
export interface InjectStimulus {
  readonly kind: 'inject';
  readonly from: HostName;
  readonly source: Ipv4;
  readonly to: Ipv4;
  readonly ttl: number;
}

/** Lines typed on a host; what they send, and to whom, shows when they run. */
export interface CommandStimulus {
  readonly kind: 'command';
  /** Where they are typed. */
  readonly from: HostName;
  readonly lines: string;
}

export type Stimulus =
  | PingStimulus
  | TracerouteStimulus
  | ArpingStimulus
  | ConnectStimulus
  | InjectStimulus
  | CommandStimulus;

interface Observed {
  /** What the program printed, line by line, as the real one does. */
  readonly output: string;
  readonly exit: number;
  /** Every packet that was sent from the beginning of the stimulus to its end, in order. */
  readonly traces: readonly Trace[];
  /** Every frame at every interface in that time, in order. */
  readonly frames: readonly CapturedFrame[];
  /** What was changed on the hosts since the stimulus before, where somebody writes that down. */
  readonly changes?: readonly HostChange[];
}

export interface PingOutcome extends Observed {
  readonly kind: 'ping';
  readonly stimulus: PingStimulus;
  readonly sent: number;
  readonly received: number;
  readonly replies: readonly {
    readonly from: Ipv4;
    readonly sequence: number;
    readonly ttl: number;
    readonly bytes: number;
    readonly roundTripUs: number;
  }[];
  /** ICMP errors in ping's words: `Destination Host Unreachable`, `Time to live exceeded` … */
  readonly errors: readonly {
    readonly from: Ipv4;
    readonly sequence: number;
    readonly text: string;
  }[];
  /** What ping's own host refused: `message too long, mtu=1480`, `connect: Network is unreachable`. */
  readonly localErrors: readonly string[];
}

export interface TracerouteOutcome extends Observed {
  readonly kind: 'traceroute';
  readonly stimulus: TracerouteStimulus;
  /** One entry per TTL; `undefined` where nobody answered (`*`). */
  readonly hops: readonly { readonly ttl: number; readonly from: Ipv4 | undefined }[];
}

export interface ArpingOutcome extends Observed {
  readonly kind: 'arping';
  readonly stimulus: ArpingStimulus;
  /** The MAC addresses that answered, in order, one entry per answer. */
  readonly answers: readonly string[];
}

export interface ConnectOutcome extends Observed {
  readonly kind: 'connect';
  readonly stimulus: ConnectStimulus;
  readonly connected: boolean;
  /** The client's address and port as the server saw them. */
  readonly serverSaw: { readonly address: Ipv4; readonly port: number } | undefined;
  /** `Connection refused`, `Connection timed out`, `No route to host` … */
  readonly error: string | undefined;
}

export interface InjectOutcome extends Observed {
  readonly kind: 'inject';
  readonly stimulus: InjectStimulus;
}

export interface CommandOutcome extends Observed {
  readonly kind: 'command';
  readonly stimulus: CommandStimulus;
  /** What `output` holds together, apart. */
  readonly stdout: string;
  readonly stderr: string;
}

export type Outcome =
  | PingOutcome
  | TracerouteOutcome
  | ArpingOutcome
  | ConnectOutcome
  | InjectOutcome
  | CommandOutcome;
