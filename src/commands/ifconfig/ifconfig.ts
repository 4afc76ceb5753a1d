/**
 * `ifconfig [-a] [-s] [DEVICE]` and `ifconfig DEVICE up|down|mtu N` (net-tools 2.10, ifconfig.c).
 * Addresses are changed by `ip addr` here.
 */
import type { Device } from '../../kernel/devices/device';
import type { Netns } from '../../kernel/netns';
import { applyOp } from '../../kernel/ops/apply-op';
import { CommandError } from '../../netfilter/command-error';
import { commandOf, linesOf, notModelled, printed } from '../command';
import { NET_TOOLS_VERSION } from '../net-tools-version';
import { renderInterface, renderInterfaceRow } from './render-interface';

const ROW_HEADER = 'Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg';

export const ifconfig = commandOf((words, netns) => {
  const options = words.filter((word) => word.startsWith('-'));
  const strange = options.find((word) => !['-a', '-s', '-v', '-V', '--version'].includes(word));
  if (strange !== undefined) {
    throw new CommandError(
      `ifconfig: option \`${strange}' not recognised.\nifconfig: \`--help' gives usage information.`,
      1,
    );
  }
  if (options.includes('-V') || options.includes('--version')) {
    return printed(`${NET_TOOLS_VERSION}\n`);
  }
  const [name, ...changes] = words.filter((word) => !word.startsWith('-'));
  if (name !== undefined && changes.length > 0) {
    change(netns, deviceOf(netns, name), changes);
    return printed('');
  }
  const devices =
    name === undefined
      ? listed(netns).filter(({ isUp }) => isUp || options.includes('-a'))
      : [deviceOf(netns, name)];
  if (options.includes('-s')) {
    return printed(linesOf([ROW_HEADER, ...devices.map((one) => renderInterfaceRow(one, 15))]));
  }
  return printed(devices.map(renderInterface).join(''));
});

/** By name, numbers in them by their value (`nstrcmp`). */
export function listed({ devices }: Netns): readonly Device[] {
  return [...devices.values()].sort((one, other) =>
    one.name < other.name ? -1 : one.name > other.name ? 1 : 0,
  );
}

function deviceOf({ devices }: Netns, name: string): Device {
  const device = devices.get(name);
  if (device !== undefined) return device;
  const why = 'error fetching interface information: Device not found';
  throw new CommandError(`${name}: ${why}`, 1);
}

function change(netns: Netns, { name: device }: Device, words: readonly string[]): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === 'up') applyOp(netns, { kind: 'link-up', device });
    else if (word === 'down') applyOp(netns, { kind: 'link-down', device });
    else if (word === 'mtu') {
      at += 1;
      applyOp(netns, { kind: 'link-mtu', device, mtu: Number(words[at]) });
    } else throw notModelled(`ifconfig … ${word}`);
  }
}
