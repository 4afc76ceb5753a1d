/**
 * `ip addr`: devices and their addresses (ip-address(8)). Only IPv4: no `inet6` line is ever printed.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import type { Device, DeviceAddress } from '../../../kernel/devices/device';
import { linesOf } from '../../command';
import type { IpCommand, IpObject } from '../ip-object';
import type { IpOptions } from '../ip-options';
import { devicesWanted } from '../link/device-filter';
import { renderLink, renderLinkBriefly } from '../link/render-link';
import { addAddress, deleteAddress, flushAddresses } from './change-address';

const LIFETIME = '       valid_lft forever preferred_lft forever';

const show: IpCommand = ({ words, netns, options }) => {
  const devices = devicesWanted(words, netns);
  return linesOf(devices.flatMap((device) => linesAbout(device, options)));
};

function linesAbout(device: Device, options: IpOptions): readonly string[] {
  if (options.brief) {
    const prefixes = device.addresses.map((own) => `${prefixOf(own)} `);
    return [`${renderLinkBriefly(device)}${prefixes.join('')}`];
  }
  if (options.oneLine) {
    return device.addresses.map(
      (own) => `${device.ifindex}: ${device.name}    ${inet(device, own)}\\${LIFETIME}`,
    );
  }
  // With `-4` only devices that have an address of IPv4 are of interest.
  if (options.ipv4Only && device.addresses.length === 0) return [];
  return [
    ...renderLink(device, options, 'addr'),
    ...device.addresses.flatMap((own) => [`    ${inet(device, own)}`, LIFETIME]),
  ];
}

function inet(device: Device, own: DeviceAddress): string {
  const secondary = own.isSecondary ? ' secondary' : '';
  return `inet ${prefixOf(own)} scope ${own.scope}${secondary} ${device.name}`;
}

function prefixOf({ address, length }: DeviceAddress): string {
  return `${formatIpv4(address)}/${length}`;
}

export const addr: IpObject = {
  names: ['address'],
  help: 'address',
  show,
  commands: [
    ['add', addAddress],
    ['delete', deleteAddress],
    ['show', show],
    ['lst', show],
    ['list', show],
    ['flush', flushAddresses],
  ],
};
