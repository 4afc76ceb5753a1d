/**
 * What Felix's rules do with a packet (felix/iptables/actions.go), in Felix's spelling and as
 * netfilter's value.
 */
import { ipv4 } from '../../../addr/ipv4';
import type { FelixAction } from './felix-rule';

export const ACCEPT: FelixAction = verdict('ACCEPT');
export const DROP: FelixAction = verdict('DROP');
export const RETURN: FelixAction = verdict('RETURN');

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
    target: { kind: 'masquerade', ports, randomFully: true },
    chain: undefined,
  };
}

export function sourceNat(address: string, ports?: PortRange): FelixAction {
  const toPorts = ports === undefined ? '' : `:${ports.low}-${ports.high}`;
  return {
    text: `--jump SNAT --to-source ${address}${toPorts} --random-fully`,
    target: { kind: 'snat', address: ipv4(address), ports, randomFully: true },
    chain: undefined,
  };
}

function verdict(name: 'ACCEPT' | 'DROP' | 'RETURN'): FelixAction {
  return { text: `--jump ${name}`, target: { kind: 'verdict', verdict: name }, chain: undefined };
}

function hex(bits: number): string {
  return `0x${bits.toString(16)}`;
}
