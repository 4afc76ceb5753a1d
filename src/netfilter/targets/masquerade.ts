/**
 * `-j MASQUERADE`: source NAT to the address of the interface that the packet leaves by
 * (iptables-extensions(8), "MASQUERADE"; Linux: net/netfilter/nf_nat_masquerade.c).
 */
import { UNSPECIFIED } from '../../addr/ipv4';
import type { PortRange } from '../port-range';
import type { TargetModule } from '../target';
import { flagWords, formatNatPorts, type NatFlags, natFlags, parseNatPorts } from './nat-options';

export interface MasqueradeTarget extends NatFlags {
  readonly kind: 'masquerade';
  readonly ports: PortRange | undefined;
}

export const masquerade: TargetModule<MasqueradeTarget> = {
  names: ['MASQUERADE'],
  options: { '--to-ports': 1, '--random': 0, '--random-fully': 0 },

  build(options) {
    const ports = options.find('--to-ports')?.values[0];
    const { random, randomFully } = natFlags(options);
    return {
      kind: 'masquerade',
      ports: ports === undefined ? undefined : parseNatPorts(ports),
      random,
      randomFully,
    };
  },

  render(target) {
    const ports = target.ports ? [`--to-ports ${formatNatPorts(target.ports)}`] : [];
    const flags = flagWords(target).map((flag) => `--${flag}`);
    return ['-j MASQUERADE', ...ports, ...flags].join(' ');
  },

  list(target) {
    const ports = target.ports ? [`masq ports: ${formatNatPorts(target.ports)}`] : [];
    return { column: 'MASQUERADE', text: [...ports, ...flagWords(target)].join(' ') };
  },

  compile({ ports, random, randomFully }) {
    return {
      kind: 'run',
      run(packet, hook, context) {
        const { packet: ip, outInterface } = packet;
        // A packet without a source yet is not meant: DHCP's.
        if (ip.source === UNSPECIFIED) return 'accept';
        const address = context.host.masqueradeAddress(outInterface, ip.destination);
        if (address === undefined) return 'drop';
        return context.translate(packet, hook, {
          addresses: { low: address, high: address },
          ports,
          random,
          randomFully,
          masqueradeInterface: outInterface,
        });
      },
    };
  },
};
