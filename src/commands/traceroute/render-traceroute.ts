/**
 * What traceroute prints about a run (traceroute 2.1.2 of Debian, `print_probe`). Names are never
 * looked up: every address is printed as with `-n`.
 */
import { formatIpv4, type Ipv4 } from '../../addr/ipv4';
import type { SendError } from '../../kernel/programs/send-packet';
import type { TracerouteHop, TracerouteRun } from '../../kernel/programs/traceroute';
import type { CommandResult } from '../command';

export function renderTraceroute({ options, hops, refusal }: TracerouteRun): CommandResult {
  const to = formatIpv4(options.to);
  const first = `traceroute to ${to} (${to}), ${options.maxHops} hops max, ${options.size} byte packets`;
  if (refusal !== undefined) {
    return { stdout: first, stderr: `\n${callOf(options.method, refusal)}\n`, exit: 1 };
  }
  return { stdout: [first, ...hops.map(hopLine), ''].join('\n'), stderr: '', exit: 0 };
}

function hopLine({ ttl, answers }: TracerouteHop): string {
  let last: Ipv4 | undefined;
  const parts = answers.map((answer) => {
    if (answer === undefined) return ' *';
    const { from, roundTripUs, mark } = answer;
    const who = from === last ? '' : ` ${formatIpv4(from)}`;
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
