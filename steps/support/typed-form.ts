/**
 * A stimulus as a person would type it.
 */
import { formatIpv4 } from '../../src/addr/ipv4';
import { unreachable } from '../../src/base/invariant';
import type { PingStimulus, Stimulus } from '../../src/driver/stimulus';

/** `ping -s`, where nobody says anything. */
const PING_SIZE = 56;

export function typedForm(stimulus: Stimulus): string {
  switch (stimulus.kind) {
    case 'ping':
      return ping(stimulus);
    case 'traceroute':
      return words('traceroute -n', stimulus.method === 'icmp' && '-I', formatIpv4(stimulus.to));
    case 'arping':
      return `arping -c ${stimulus.count} -I ${stimulus.device} ${formatIpv4(stimulus.target)}`;
    case 'connect':
      return words(
        'nc',
        stimulus.protocol === 'udp' && '-u',
        formatIpv4(stimulus.to),
        `${stimulus.port}`,
      );
    case 'inject': {
      const { source, to } = stimulus;
      return `one echo request from ${formatIpv4(source)} to ${formatIpv4(to)}`;
    }
    case 'command':
      return stimulus.lines.trim();
    default:
      return unreachable(stimulus);
  }
}

function ping({ count, size, ttl, df, source, to }: PingStimulus): string {
  return words(
    `ping -c ${count}`,
    size !== PING_SIZE && `-s ${size}`,
    ttl !== undefined && `-t ${ttl}`,
    df === 'do' && '-M do',
    source !== undefined && `-I ${formatIpv4(source)}`,
    formatIpv4(to),
  );
}

function words(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(' ');
}
