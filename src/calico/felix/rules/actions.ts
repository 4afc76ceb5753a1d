/**
 * What Felix's rules do with a packet (felix/iptables/actions.go), in Felix's spelling and as
 * netfilter's value.
 */
import { ipv4 } from '../../../addr/ipv4';
import type { Target } from '../../../netfilter/targets/index';
import type { FelixAction } from './felix-rule';

export const ACCEPT: FelixAction = verdict('ACCEPT', { kind: 'accept' });
export const DROP: FelixAction = verdict('DROP', { kind: 'drop' });
export const RETURN: FelixAction = verdict('RETURN', { kind: 'return' });

export const REJECT: FelixAction = {
  text: '--jump REJECT',
  target: { kind: 'reject', with: 'icmp-port-unreachable' },
  chain: undefined,
};

export function jump(chain: string): FelixAction {
  return { text: `--jump ${chain}`, target: { kind: 'jump', chain }, chain };
}

/** A jump that does not come back here. */
export function goTo(chain: string): FelixAction {
  return { text: `--goto ${chain}`, target: { kind: 'goto', chain }, chain };
}

export function setMark(bits: number): FelixAction {
  return {
    text: `--jump MARK --set-mark ${hex(bits)}/${hex(bits)}`,
    target: { kind: 'mark', value: bits, mask: bits },
    chain: undefined,
  };
}

export function clearMark(bits: number): FelixAction {
  return {
    text: `--jump MARK --set-mark 0/${hex(bits)}`,
    target: { kind: 'mark', value: 0, mask: bits },
    chain: undefined,
  };
}

interface PortRange {
  readonly low: number;
  readonly high: number;
}

export function masquerade(ports?: PortRange): FelixAction {
  const toPorts = ports === undefined ? '' : ` --to-ports ${ports.low}-${ports.high}`;
  return {
    text: `--jump MASQUERADE${toPorts} --random-fully`,
    target: { kind: 'masquerade', ports, random: false, randomFully: true },
    chain: undefined,
  };
}

export function sourceNat(address: string, ports?: PortRange): FelixAction {
  const toPorts = ports === undefined ? '' : `:${ports.low}-${ports.high}`;
  const only = ipv4(address);
  return {
    text: `--jump SNAT --to-source ${address}${toPorts} --random-fully`,
    target: {
      kind: 'snat',
      addresses: { low: only, high: only },
      ports,
      random: false,
      randomFully: true,
      persistent: false,
    },
    chain: undefined,
  };
}

function verdict(name: string, target: Target): FelixAction {
  return { text: `--jump ${name}`, target, chain: undefined };
}

function hex(bits: number): string {
  return `0x${bits.toString(16)}`;
}
