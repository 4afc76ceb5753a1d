/**
 * `-j REDIRECT`: destination NAT to this host itself (iptables-extensions(8), "REDIRECT"; Linux:
 * net/netfilter/nf_nat_redirect.c).
 */
import { ipv4 } from '../../addr/ipv4';
import type { PortRange } from '../port-range';
import type { TargetModule } from '../target';
import { formatNatPorts, parseNatPorts } from './nat-options';

export interface RedirectTarget {
  readonly kind: 'redirect';
  readonly ports: PortRange | undefined;
  readonly random: boolean;
}

const LOOPBACK = ipv4('127.0.0.1');

export const redirect: TargetModule<RedirectTarget> = {
  names: ['REDIRECT'],
  options: { '--to-ports': 1, '--random': 0 },

  build(options) {
    const ports = options.find('--to-ports')?.values[0];
    return {
      kind: 'redirect',
      ports: ports === undefined ? undefined : parseNatPorts(ports),
      random: options.has('--random'),
    };
  },

  render({ ports, random }) {
    const words = ports ? [`--to-ports ${formatNatPorts(ports)}`] : [];
    return ['-j REDIRECT', ...words, ...(random ? ['--random'] : [])].join(' ');
  },

  list({ ports, random }) {
    const words = ports ? [`redir ports ${formatNatPorts(ports)}`] : [];
    return { column: 'REDIRECT', text: [...words, ...(random ? ['random'] : [])].join(' ') };
  },

  compile({ ports, random }) {
    return {
      kind: 'run',
      run(packet, hook, context) {
        const isOwn = hook === 'output';
        const address = isOwn ? LOOPBACK : context.host.firstAddress(packet.inInterface);
        // As where the interface has none, a cali interface for one.
        if (address === undefined) return 'drop';
        const addresses = { low: address, high: address };
        return context.translate(packet, hook, { addresses, ports, random, randomFully: false });
      },
    };
  },
};
