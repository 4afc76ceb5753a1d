/**
 * Which devices `ip link show` and `ip addr show` are about: `[dev] NAME`, `up`, `type KIND`.
 */
import type { Device, DeviceKind } from '../../../kernel/devices/device';
import type { Netns } from '../../../kernel/netns';
import { CommandError } from '../../../netfilter/command-error';
import type { IpWords } from '../ip-words';

export function devicesWanted(words: IpWords, netns: Netns): readonly Device[] {
  let name: string | undefined;
  let kind: string | undefined;
  let onlyUp = false;
  while (!words.isAtEnd) {
    const word = words.need();
    if (word === 'up') onlyUp = true;
    else if (word === 'type') kind = words.need();
    else name = word === 'dev' ? words.need() : word;
  }
  if (name !== undefined && !netns.devices.has(name)) {
    throw new CommandError(`Device "${name}" does not exist.`, 1);
  }
  return [...netns.devices.values()].filter(
    (device) =>
      (name === undefined || device.name === name) &&
      (kind === undefined || isOfKind(device.driver.kind, kind)) &&
      (!onlyUp || device.isUp),
  );
}

/** Only virtual devices have a kind that `type` knows. */
function isOfKind(kind: DeviceKind, wanted: string): boolean {
  return kind === wanted && kind !== 'loopback' && kind !== 'nic';
}
