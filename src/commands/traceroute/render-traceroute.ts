/**
 * What traceroute prints about a run, also about one that has not ended (traceroute 2.1.2 of Debian,
 * `print_probe`).
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import type { SendError } from '../../kernel/programs/send-packet';
import type { TracerouteHop, TracerouteRun } from '../../kernel/programs/traceroute';
import type { CommandResult } from '../command';

interface TracerouteManner {
  /** The destination as it was typed. */
  readonly name: string;
  /** An address in the lines of the hops; with its name where somebody looks names up. */
  readonly addressText: (address: Ipv4) => string;
}

export function renderTraceroute(
  { options, hops, refusal }: TracerouteRun,
  manner: TracerouteManner = { name: formatIpv4(options.to), addressText: formatIpv4 },
): CommandResult {
  const to = `${manner.name} (${formatIpv4(options.to)})`;
  const first = `traceroute to ${to}, ${options.maxHops} hops max, ${options.size} byte packets`;
  if (refusal !== undefined) {
    return { stdout: first, stderr: `\n${callOf(options.method, refusal)}\n`, exit: 1 };
  }
  const lines = hops.map((hop) => {
    const isDone = hop.answers.length === options.probes;
    return `${hopLine(hop, manner)}${isDone ? '\n' : ''}`;
  });
  return { stdout: `${first}\n${lines.join('')}`, stderr: '', exit: 0 };
}

function hopLine({ ttl, answers }: TracerouteHop, { addressText }: TracerouteManner): string {
  let last: Ipv4 | undefined;
  const parts = answers.map((answer) => {
    if (answer === undefined) return ' *';
    const { from, roundTripUs, mark } = answer;
    const who = from === last ? '' : ` ${addressText(from)}`;
    last = from;
    return `${who}  ${(roundTripUs / 1000).toFixed(3)} ms${mark === undefined ? '' : ` ${mark}`}`;
  });
  return `${String(ttl).padStart(2)} ${parts.join('')}`;
}

function callOf(method: 'udp' | 'icmp', error: SendError): string {
  switch (error) {
    case 'ENETUNREACH':
      return 'connect: Network is unreachable';
    case 'EHOSTUNREACH':
      return 'connect: No route to host';
    case 'EACCES':
      return 'connect: Permission denied';
    case 'EINVAL':
      return 'connect: Invalid argument';
    case 'EPERM':
      return `${method === 'udp' ? 'send' : 'sendto'}: Operation not permitted`;
    default:
      return 'send: Message too long';
  }
}
