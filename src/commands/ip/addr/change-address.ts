/**
 * `ip addr add|delete|flush` (`ipaddr_modify`, iproute2 6.1, ip/ipaddress.c).
 */
import type { InterfaceAddress } from '../../../addr/cidr';
import type { Scope } from '../../../host/route';
import type { Device } from '../../../kernel/devices/device';
import { applyOp } from '../../../kernel/ops/apply-op';
import { OpError } from '../../../kernel/ops/op-error';
import { CommandError } from '../../../netfilter/command-error';
import { notModelled } from '../../command';
import { flushReport } from '../flush-report';
import type { IpCommand, IpQuestion } from '../ip-object';
import { deviceNamed, kernelRefusal, prefixOf } from '../ip-words';
import { scopeNamed } from '../route/route-words';

const NOT_MODELLED: ReadonlySet<string> = new Set([
  'anycast',
  'brd',
  'broadcast',
  'home',
  'label',
  'mngtmpaddr',
  'metric',
  'nodad',
  'noprefixroute',
  'peer',
  'preferred_lft',
  'proto',
  'remote',
  'valid_lft',
]);

interface Wanted {
  readonly device: Device;
  readonly address: InterfaceAddress;
  readonly scope: Scope;
}

export const addAddress: IpCommand = (question) => {
  const { device, address, scope } = parseWanted(question);
  change('Address already assigned', () =>
    applyOp(question.netns, { kind: 'address-add', device: device.name, address, scope }),
  );
  return '';
};

export const deleteAddress: IpCommand = (question) => {
  const { device, address } = parseWanted(question);
  change('Address not found', () =>
    applyOp(question.netns, { kind: 'address-delete', device: device.name, address }),
  );
  return '';
};

export const flushAddresses: IpCommand = ({ words, netns, options }) => {
  if (words.isAtEnd) throw new CommandError('Flush requires arguments.', 1);
  const first = words.need();
  const device = deviceNamed(netns, first === 'dev' ? words.need() : first);
  const gone = device.addresses;
  for (const { address, length } of gone) {
    const own = { address, length };
    applyOp(netns, { kind: 'address-delete', device: device.name, address: own });
  }
  return flushReport(gone.length, options);
};

/** @param detail what the kernel says of the one thing that can be wrong (`extack`) */
function change(detail: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof OpError) throw kernelRefusal(error.message, `ipv4: ${detail}`);
    throw error;
  }
}

function parseWanted({ words, netns }: IpQuestion): Wanted {
  let device: string | undefined;
  let address: InterfaceAddress | undefined;
  let scope: Scope = 'global';
  while (!words.isAtEnd) {
    const word = words.need();
    if (NOT_MODELLED.has(word)) throw notModelled(`ip address … ${word}`);
    if (word === 'dev') device = words.need();
    else if (word === 'scope') scope = scopeNamed(words.need());
    else address = prefixOf(word === 'local' ? words.need() : word);
  }
  if (device === undefined || address === undefined) {
    throw new CommandError('Not enough information: "dev" argument is required.', 1);
  }
  return { device: deviceNamed(netns, device), address, scope };
}
