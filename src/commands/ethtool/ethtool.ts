/**
 * `ethtool -i DEVICE`: which driver a device has (ethtool(8)). Speeds, offloads and counters of a
 * network card are not modelled.
 */
import type { DeviceKind } from '../../kernel/devices/device';
import { CommandError } from '../../netfilter/command-error';
import { type CommandInput, commandOf, notModelled, printed } from '../command';

const VERSIONS: Readonly<Record<CommandInput['distribution'], string>> = {
  'ubuntu-22.04': '5.16',
  'debian-12': '6.1',
};

/** As each driver calls itself (`get_drvinfo`).. */
const DRIVERS: Readonly<Partial<Record<DeviceKind, string>>> = { veth: 'veth', vxlan: 'vxlan' };

export const ethtool = commandOf((words, { devices }, { distribution }) => {
  if (words.includes('--version')) return printed(`ethtool version ${VERSIONS[distribution]}\n`);
  const [option, name] = words;
  if (option === undefined) {
    const hint = 'For more information run ethtool -h';
    throw new CommandError(`ethtool: bad command line argument(s)\n${hint}`, 1);
  }
  if ((option !== '-i' && option !== '--driver') || name === undefined) {
    throw notModelled(`ethtool ${words.join(' ')}`);
  }
  const device = devices.get(name);
  if (device === undefined) {
    throw new CommandError('Cannot get driver information: No such device', 71);
  }
  const driver = DRIVERS[device.driver.kind];
  if (driver === undefined) throw notModelled(`ethtool -i ${name}: the driver of this device`);
  const canCount = driver === 'veth' ? 'yes' : 'no';
  return printed(`driver: ${driver}
version: ${driver === 'veth' ? '1.0' : '0.1'}
firmware-version: 
expansion-rom-version: 
bus-info: 
supports-statistics: ${canCount}
supports-test: no
supports-eeprom-access: no
supports-register-dump: no
supports-priv-flags: no
`);
});
