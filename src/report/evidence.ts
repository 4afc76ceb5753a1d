/**
 * What a scenario leaves for its report, in the forms that Cucumber's own HTML page shows (as tried
 * with 12.9): a picture only if it comes as bytes, text as it is, a capture as a download.
 */
import { describeChange } from '../host/describe-change';
import type { HostChange } from '../host/host-change';
import { describeTraces } from '../trace/describe-trace';
import { endOf, storyOf } from '../trace/pieces';
import type { CapturedFrame, Trace } from '../trace/trace';
import { whyLost } from '../trace/why-lost';
import { captureOf } from './capture-of';
import { type Leg, legOf, type Topology } from './topology';
import { topologySvg } from './topology-svg';

export interface Attachment {
  readonly data: string | Uint8Array;
  readonly mediaType: string;
  /** What the page calls it. */
  readonly fileName: string;
}

/** One thing that was sent, and what became of it. */
export interface Exchange {
  /** The request that is shown. */
  readonly request: Trace | undefined;
  /** What answered it. */
  readonly reply: Trace | undefined;
  readonly traces: readonly Trace[];
  readonly frames: readonly CapturedFrame[];
  /** What was changed on the hosts since the exchange before. */
  readonly changes?: readonly HostChange[];
  /** Whether the program that sent it got what it wanted: a traceroute loses packets on purpose. */
  readonly isAnswered: boolean;
}

export const SVG_MEDIA_TYPE = 'image/svg+xml';
export const PCAP_MEDIA_TYPE = 'application/vnd.tcpdump.pcap';
export const HOPS_MEDIA_TYPE = 'text/plain';
/** The one sentence about a loss. */
export const LOSS_MEDIA_TYPE = 'text/x.cucumber.log+plain';

/** A picture and a hop table for each exchange, and one capture of them all. */
export function attachmentsOf(
  topology: Topology,
  exchanges: readonly Exchange[],
): readonly Attachment[] {
  const attachments: Attachment[] = [];
  exchanges.forEach((exchange, at) => {
    const number = exchanges.length > 1 ? ` ${at + 1}` : '';
    attachments.push(...attachmentsOfOne(topology, exchange, number));
  });
  const frames = exchanges.flatMap((exchange) => exchange.frames);
  if (frames.length > 0) {
    attachments.push({
      data: captureOf(frames),
      mediaType: PCAP_MEDIA_TYPE,
      fileName: 'capture.pcapng',
    });
  }
  return attachments;
}

function attachmentsOfOne(
  topology: Topology,
  { request, reply, traces, isAnswered, changes = [] }: Exchange,
  number: string,
): readonly Attachment[] {
  if (request === undefined) return [];
  const loss = isAnswered ? undefined : whyLost(traces);
  const told = reply === undefined ? [request] : [request, reply];
  const story = told.flatMap((trace) => storyOf(trace, traces));
  const attachments: Attachment[] = [
    {
      data: new TextEncoder().encode(topologySvg(topology, legsOf(request, reply, traces))),
      mediaType: SVG_MEDIA_TYPE,
      fileName: `path${number}.svg`,
    },
    {
      data: [...hostChanges(changes), describeTraces(story)].join('\n\n'),
      mediaType: HOPS_MEDIA_TYPE,
      fileName: `hops${number}.txt`,
    },
  ];
  if (loss === undefined) return attachments;
  const sentence = { data: `lost: ${loss}`, mediaType: LOSS_MEDIA_TYPE, fileName: 'loss' };
  return [sentence, ...attachments];
}

/** What somebody changed, and what was put right: the packets met hosts that were not as before. */
function hostChanges(changes: readonly HostChange[]): readonly string[] {
  if (changes.length === 0) return [];
  return [
    ['changed on the hosts since what was sent before', ...changes.map(describeChange)].join(
      '\n  ',
    ),
  ];
}

function legsOf(
  request: Trace,
  reply: Trace | undefined,
  traces: readonly Trace[],
): readonly Leg[] {
  const leg = legOf('request', request, traces);
  if (reply !== undefined) return [leg, legOf('reply', reply, traces)];
  const end = endOf(request, traces);
  if (end?.kind !== 'delivered') return [leg];
  return [{ kind: 'request', hosts: leg.hosts, lost: { host: end.host, reason: 'no answer' } }];
}
