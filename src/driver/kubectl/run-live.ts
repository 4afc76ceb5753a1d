/**
 * The program that a stimulus is, run in a pod or on a node, and read as it is read in a namespace.
 */
import { NotObservedError } from '../driver';
import { arpingWords, readArping } from '../netns/programs/arping';
import { pingWords, readPing } from '../netns/programs/ping';
import type { BareOutcome } from '../netns/programs/program';
import { readTraceroute, tracerouteWords } from '../netns/programs/traceroute';
import type { Outcome, Stimulus } from '../stimulus';
import type { LiveHosts } from './hosts/live-hosts';
import type { ExecResult } from './programs/cluster-programs';

/** Stimuli of which a live cluster shows enough. */
export type LiveStimulus = Extract<Stimulus, { readonly kind: 'ping' | 'traceroute' | 'arping' }>;

/** Why the others are not carried out. */
const NOT_YET: Readonly<Record<Exclude<Stimulus['kind'], LiveStimulus['kind']>, string>> = {
  connect: 'no server of ours listens in a live cluster yet, so connections are not tried there',
  inject: 'packets with a false source are not sent into a live cluster',
  command: 'what a typed line sends cannot be told from what else is under way in a live cluster',
};

/** @throws NotObservedError where it is of a kind that is not carried out */
export function mustBeLive(stimulus: Stimulus): LiveStimulus {
  switch (stimulus.kind) {
    case 'ping':
    case 'traceroute':
    case 'arping':
      return stimulus;
    default:
      throw new NotObservedError(NOT_YET[stimulus.kind]);
  }
}

const TUNNELS = 'ip proto 4 or udp port 4789';

/** In tcpdump's words, what a stimulus can bring about. */
export function filterFor(stimulus: LiveStimulus): string {
  switch (stimulus.kind) {
    case 'arping':
      return 'arp';
    case 'ping':
      return `arp or icmp or ${TUNNELS}`;
    case 'traceroute':
      return `arp or icmp or udp portrange 33434-33534 or ${TUNNELS}`;
  }
}

/** A ping may last as long as it was told to. */
const PATIENCE_MS = 120_000;

/** @throws NotObservedError where the image has no such program, or another one of its name */
export async function runLive(
  hosts: LiveHosts,
  stimulus: LiveStimulus,
): Promise<BareOutcome<Outcome>> {
  const run = async (words: readonly string[]) => {
    const said = await hosts.run(stimulus.from, words, { patienceMs: PATIENCE_MS });
    refuseForeign(stimulus, said);
    // One that takes too long is an error already.
    return { stdout: said.stdout, stderr: said.stderr, exit: said.exit, isOverdue: false };
  };
  switch (stimulus.kind) {
    case 'ping':
      return readPing(stimulus, await run(pingWords(stimulus)));
    case 'traceroute':
      return readTraceroute(stimulus, await run(tracerouteWords(stimulus)));
    case 'arping':
      return readArping(stimulus, await run(arpingWords(stimulus)));
  }
}

/** What programs say that were never told what to send, or may not. */
const HAS_NOT_BEGUN =
  /(?:unrecognized|invalid|unknown|bad) option|usage:|not permitted|are you root/i;
const BANNER = /^(?:PING|ARPING|traceroute to) /m;

function refuseForeign({ kind, from }: LiveStimulus, { stdout, stderr }: ExecResult): void {
  if (BANNER.test(stdout) || !HAS_NOT_BEGUN.test(stderr)) return;
  const [words] = stderr.split('\n');
  throw new NotObservedError(`${kind} in ${from} cannot do what is asked of it: ${words}`);
}
