/**
 * Which addresses `ip addr show` lists: `dev`, `up`, `type`, `scope`, `to`, `secondary` …
 * (`ipaddr_list_flush_or_save`, iproute2 6.1). Every address here is there for ever.
 */
import { cidrContains, type InterfaceAddress } from '../../../addr/cidr';
import type { Scope } from '../../../host/route';
import type { Device, DeviceAddress } from '../../../kernel/devices/device';
import type { Netns } from '../../../kernel/netns';
import { notModelled } from '../../command';
import { IpWords, prefixOf } from '../ip-words';
import { devicesWanted } from '../link/device-filter';
import { scopeNamed } from '../route/route-words';

interface WantedAddresses {
  readonly devices: readonly Device[];
  readonly fits: (address: DeviceAddress) => boolean;
  /** `to`: only what is about IPv4 is of interest, the link layer is not. */
  readonly isAboutInet: boolean;
}

const NOT_MODELLED: ReadonlySet<string> = new Set([
  'deprecated',
  'dadfailed',
  'dynamic',
  'group',
  'label',
  'master',
  'nomaster',
  'permanent',
  'temporary',
  'tentative',
  'vrf',
]);

export function addressesWanted(words: IpWords, netns: Netns): WantedAddresses {
  let scope: Scope | undefined;
  let prefix: InterfaceAddress | undefined;
  let isSecondary: boolean | undefined;
  const rest: string[] = [];
  while (!words.isAtEnd) {
    const word = words.need();
    if (NOT_MODELLED.has(word)) throw notModelled(`ip address show ${word}`);
    if (word === 'scope') scope = scopeNamed(words.need());
    else if (word === 'to') prefix = prefixOf(words.need());
    else if (word === 'secondary') isSecondary = true;
    else if (word === 'primary') isSecondary = false;
    else if (word === 'dev' || word === 'type') rest.push(word, words.need());
    else rest.push(word);
  }
  return {
    devices: devicesWanted(new IpWords(rest), netns),
    fits: (own) =>
      (scope === undefined || own.scope === scope) &&
      (prefix === undefined || cidrContains(prefix, own.address)) &&
      (isSecondary === undefined || own.isSecondary === isSecondary),
    isAboutInet: prefix !== undefined,
  };
}
