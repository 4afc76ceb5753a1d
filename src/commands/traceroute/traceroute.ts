/**
 * `traceroute [-n] [-I] [-q PROBES] [-m HOPS] [-w SECONDS] ADDRESS [BYTES]` (traceroute(8) of Debian).
 * The real one has sixteen probes on their way at once (`-N`); here each waits for the one before.
 */
import { formatIpv4 } from '../../addr/ipv4';
import { RunningTraceroute } from '../../kernel/programs/traceroute';
import { CommandError } from '../../netfilter/command-error';
import { longCommandOf, printed } from '../command';
import { nameOfAddress } from '../host-names';
import { WatchedText } from '../watched-text';
import { parseTraceroute, wantsVersion } from './parse-traceroute';
import { renderTraceroute } from './render-traceroute';

const VERSION = `Modern traceroute for Linux, version 2.1.2
`;
const USAGE = `Usage:
  traceroute [ -4dFInU ] [ -f first_ttl ] [ -i device ] [ -m max_ttl ] [ -N squeries ] [ -p port ] [ -t tos ] [ -w seconds ] [ -q nqueries ] [ -s src_addr ] host [ packetlen ]
`;
/** An hour: nobody watches longer. */
const PATIENCE_MS = 3_600_000;

export const traceroute = longCommandOf((words, netns) => {
  if (wantsVersion(words)) return printed(VERSION);
  if (words.length === 0 || words.includes('--help')) return printed(USAGE);
  const { options, name, isNumeric } = parseTraceroute(words, netns);
  if (options.source !== undefined && !netns.isLocalAddress(options.source)) {
    throw new CommandError('bind: Cannot assign requested address', 1);
  }
  const running = new RunningTraceroute(netns, options);
  const manner = {
    name,
    addressText: isNumeric
      ? formatIpv4
      : (address: typeof options.to) =>
          `${nameOfAddress(netns, address) ?? formatIpv4(address)} (${formatIpv4(address)})`,
  };
  return new WatchedText({
    look: () => {
      const { stdout, stderr, exit } = renderTraceroute(running.run, manner);
      return { stdout, stderr, exit: running.isOver ? exit : undefined };
    },
    stop: () => running.stop(),
    obeys: [],
    patienceMs: PATIENCE_MS,
  });
});
