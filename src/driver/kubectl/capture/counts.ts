/**
 * What tcpdump says at its end (tcpdump.c, info()): whether all that it was given came into its file.
 */
const LOG = /^\/\S+\/([^/\n]+)\.log$/;
const CAPTURED = /^(\d+) packets? captured/;
const RECEIVED = /^(\d+) packets? received by filter/;
const DROPPED = /^(\d+) packets? dropped by kernel/;

/** @param text logs of several tcpdumps, each below its name @returns what is amiss, as a sentence */
export function lackIn(text: string): string | undefined {
  let spot = '';
  let captured = 0;
  for (const line of text.split('\n')) {
    spot = LOG.exec(line)?.[1] ?? spot;
    captured = Number(CAPTURED.exec(line)?.[1] ?? captured);
    const received = Number(RECEIVED.exec(line)?.[1] ?? captured);
    // Of two that watch one device, each one way, both are given all packets.
    if (spot.endsWith(':inout') && received > captured) {
      return `of ${received} frames on ${spot.slice(0, -6)} it kept ${captured}`;
    }
    const dropped = Number(DROPPED.exec(line)?.[1] ?? 0);
    if (dropped > 0) return `the kernel dropped ${dropped} frames on ${spot.split(':')[0]}`;
  }
  return undefined;
}
