/**
 * `tracepath [-n] [-b] [-m HOPS] [-l BYTES] [-p PORT] ADDRESS`: the routers on a path and its MTU
 * (tracepath(8), iputils).
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import type { Netns } from '../../kernel/netns';
import { RunningTracepath } from '../../kernel/programs/tracepath';
import { CommandError } from '../../netfilter/command-error';
import { longCommandOf, notModelled, printed } from '../command';
import { nameOfAddress, resolveName } from '../host-names';
import { IPUTILS_VERSION } from '../iputils-version';
import { readShortOptions } from '../short-options';
import { WatchedText } from '../watched-text';
import { renderTracepath } from './render-tracepath';

const USAGE = `
Usage
  tracepath [options] <destination>

Options: -4 -b -l -m -n -p -V`;
const EXIT_USAGE = 255;

const DEFAULT_HOPS = 30;
const DEFAULT_PORT = 44_444;
/** The longest packet that there is. */
const DEFAULT_SIZE = 65_535;
const SIZE_MIN = 28;
const INT_MAX = 2_147_483_647;
/** An hour: nobody watches longer. */
const PATIENCE_MS = 3_600_000;

export const tracepath = longCommandOf((words, netns, { distribution }) => {
  const read = readShortOptions(words, '46bhnV', 'lmp');
  if ('kind' in read) {
    const what = read.kind === 'unknown' ? 'invalid option' : 'option requires an argument';
    throw new CommandError(`tracepath: ${what} -- '${read.letter}'\n${USAGE}`, EXIT_USAGE);
  }
  const { given, operands } = read;
  if (given.has('V')) return printed(`tracepath from iputils ${IPUTILS_VERSION[distribution]}\n`);
  if (given.has('6')) throw notModelled('tracepath -6');
  const [name] = operands;
  if (name === undefined || given.has('h')) throw new CommandError(USAGE, EXIT_USAGE);
  const maxHops = numberOf(given.get('m'), DEFAULT_HOPS);
  const size = sizeOf(given.get('l'));
  const port = numberOf(given.get('p'), DEFAULT_PORT);
  const to = resolveName(netns, name);
  if (to === undefined) throw new CommandError(`tracepath: ${name}: Name or service not known`, 1);
  const running = new RunningTracepath(netns, { to, maxHops, size, port });
  const addressText = addressTextFor(netns, given);
  return new WatchedText({
    look: () => ({
      stdout: renderTracepath(running, addressText),
      stderr: '',
      exit: running.isOver ? 0 : undefined,
    }),
    stop: () => running.stop(),
    obeys: [],
    patienceMs: PATIENCE_MS,
  });
});

/** A name; the address with `-n`, both with `-b`. */
function addressTextFor(
  netns: Netns,
  given: ReadonlyMap<string, string>,
): (address: Ipv4) => string {
  if (given.has('n')) return formatIpv4;
  return (address) => {
    const name = nameOfAddress(netns, address) ?? formatIpv4(address);
    return given.has('b') ? `${name} (${formatIpv4(address)})` : name;
  };
}

function sizeOf(text: string | undefined): number {
  const size = numberOf(text, DEFAULT_SIZE);
  if (size > SIZE_MIN && size <= INT_MAX) return Math.min(size, DEFAULT_SIZE);
  const range = `${SIZE_MIN} < value <= ${INT_MAX}`;
  throw new CommandError(`tracepath: pktlen must be within: ${range}`, 1);
}

function numberOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^\d+$/.test(text)) return Number(text);
  throw new CommandError(`tracepath: invalid argument: '${text}'`, 1);
}
