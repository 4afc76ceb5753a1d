/**
 * `ip addr`: devices and their addresses (ip-address(8)). Only IPv4: no `inet6` line is ever printed.
 */
import { formatIpv4 } from '../../../addr/ipv4';
import type { Device, DeviceAddress } from '../../../kernel/devices/device';
import { type Field, field, renderAnswers, unsaid, word } from '../field';
import { type IpCommand, type IpObject, refuse } from '../ip-object';
import type { IpOptions } from '../ip-options';
import type { JsonRecord } from '../json';
import { briefLinkFields, linkFields } from '../link/link-fields';
import { statisticsFields } from '../link/link-statistics';
import { addressesWanted } from './address-filter';
import { addAddress, deleteAddress, flushAddresses } from './change-address';

const FOREVER = 4_294_967_295;
const LIFETIME = '\n       valid_lft forever preferred_lft forever';

/** A device and those of its addresses that are asked for. */
interface Listed {
  readonly device: Device;
  readonly addresses: readonly DeviceAddress[];
}

const show: IpCommand = ({ words, netns, options }) => {
  const wanted = addressesWanted(words, netns);
  // With `-4` or `-6` only devices that have such an address are of interest; else those that have
  // none at all are shown as well.
  const needsAddress = options.family !== undefined || wanted.isAboutInet;
  const listed = wanted.devices
    .map((device) => ({
      device,
      addresses: options.family === 'inet6' ? [] : device.addresses.filter(wanted.fits),
    }))
    .filter(({ device, addresses }) => {
      return addresses.length > 0 || (!needsAddress && device.addresses.length === 0);
    });
  const manner = wanted.isAboutInet ? { ...options, family: 'inet' as const } : options;
  if (options.oneLine && !options.json && !options.brief) {
    return renderAnswers(listed.flatMap(onePerLine), options);
  }
  return renderAnswers(
    listed.map((one) => (options.brief ? briefFields(one, options) : fieldsOf(one, manner))),
    options,
  );
};

function fieldsOf({ device, addresses }: Listed, options: IpOptions): readonly Field[] {
  const statistics = options.statistics ? statisticsFields(device, options) : [];
  const lines = addresses.flatMap((own) => [word('\n    '), ...inetFields(device, own)]);
  return [
    ...linkFields(device, options, 'addr'),
    ...lines.map(withoutJson),
    unsaid(
      'addr_info',
      addresses.map((own) => recordOf(inetFields(device, own))),
    ),
    ...statistics,
  ];
}

function onePerLine({ device, addresses }: Listed): readonly (readonly Field[])[] {
  return addresses.map((own) => [
    word(`${device.ifindex}: `),
    { text: device.name, colour: 'name' },
    word('    '),
    ...inetFields(device, own),
  ]);
}

function inetFields(device: Device, own: DeviceAddress): readonly Field[] {
  const { address, length, scope, isSecondary } = own;
  const text = formatIpv4(address);
  return [
    field('inet ', 'family', 'inet'),
    field(text, 'local', text, 'inet'),
    field(`/${length} `, 'prefixlen', length),
    field(`scope ${scope} `, 'scope', scope),
    ...(isSecondary ? [field('secondary ', 'secondary', true)] : []),
    field(device.name, 'label', device.name),
    field(LIFETIME, 'valid_life_time', FOREVER),
    unsaid('preferred_life_time', FOREVER),
  ];
}

function briefFields({ device, addresses }: Listed, options: IpOptions): readonly Field[] {
  const prefixes = addresses.flatMap((own): readonly Field[] => {
    const text = formatIpv4(own.address);
    return [{ text, colour: 'inet' }, word(`/${own.length} `)];
  });
  const records = addresses.map(({ address, length }) => ({
    local: formatIpv4(address),
    prefixlen: length,
  }));
  return [...briefLinkFields(device, options), ...prefixes, unsaid('addr_info', records)];
}

function recordOf(fields: readonly Field[]): JsonRecord {
  return Object.assign({}, ...fields.map(({ json }) => json ?? {}));
}

function withoutJson({ text, colour }: Field): Field {
  return colour === undefined ? { text } : { text, colour };
}

const HELP = `Usage: ip address { add | del } IFADDR dev IFNAME [ scope SCOPE-ID ]
       ip address show [ dev IFNAME ] [ scope SCOPE-ID ] [ to PREFIX ] [ up ] [ type TYPE ]
       ip address flush dev IFNAME`;

export const addr: IpObject = {
  names: ['address'],
  help: 'address',
  usage: HELP,
  show,
  commands: [
    ['add', addAddress],
    ['change', refuse('ip address change')],
    ['replace', refuse('ip address replace')],
    ['delete', deleteAddress],
    ['show', show],
    ['lst', show],
    ['list', show],
    ['flush', flushAddresses],
    ['save', refuse('ip address save')],
    ['restore', refuse('ip address restore')],
  ],
};
